import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Listening, listen } from './listen.ts';
import { createSocketTable } from './sockets.ts';

/**
 * A CONNECT proxy for a browser that cannot map host names itself (Firefox): the allowed hosts, on port 443 only,
 * lead to the HTTPS server; everything else is refused with 403 at once, so nothing leaves the machine.
 */
export async function startProxy(hosts: string[], httpsPort: number, isOffline: () => boolean): Promise<Listening> {
  const allowed = new Set(hosts.map((host) => `${host}:443`));
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(403, { 'content-type': 'text/plain', 'content-length': '0' }).end();
  });
  const sockets = createSocketTable(server);
  server.on('connect', (request, socket: Duplex, head: Buffer) => {
    if (isOffline()) return void socket.destroy();
    if (!allowed.has((request.url ?? '').toLowerCase())) {
      return void socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    }
    const upstream = connect(httpsPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    // Either end that dies takes the other along: a cut connection must look cut through the proxy too.
    upstream.on('error', () => socket.destroy());
    upstream.on('close', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  });
  return listen(server, sockets);
}
