import { Server as HttpServer } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { SocketTable } from './sockets.ts';

export interface Listening {
  port: number;
  sockets: SocketTable;
  /** Stops listening and ends every socket at once. */
  close(): Promise<void>;
}

/** Listens on loopback only; port 0 takes a free one. */
export async function listen(server: Server, sockets: SocketTable, port = 0): Promise<Listening> {
  // Node's 5 seconds would close idle connections just as a browser takes them up again.
  if (server instanceof HttpServer || server instanceof HttpsServer) server.keepAliveTimeout = 120_000;
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    sockets,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        sockets.closeAll();
      }),
  };
}
