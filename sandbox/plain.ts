import { createServer, type IncomingMessage } from 'node:http';
import { type AnswerParts, createAnswer } from './answer.ts';
import { type Listening, listen } from './listen.ts';
import { createSocketTable } from './sockets.ts';

export interface PlainPorts {
  highlevelPort?: number;
  clioPort?: number;
}

interface System {
  /** Production host a path belongs to: on a plain port there is no host name to go by. */
  hostOf(path: string): string;
  /** Production origins that are this very port. */
  hosts: string[];
}

const HIGHLEVEL: System = {
  hostOf: (path) => {
    if (path.startsWith('/v2/oauth') || path.startsWith('/oauth/chooselocation')) return 'marketplace.gohighlevel.com';
    return path.startsWith('/v2/location') ? 'app.gohighlevel.com' : 'services.leadconnectorhq.com';
  },
  hosts: ['services.leadconnectorhq.com', 'marketplace.gohighlevel.com', 'app.gohighlevel.com'],
};

const CLIO: System = { hostOf: () => 'app.clio.com', hosts: ['app.clio.com'] };

/** Serves each system on a plain HTTP port. Links in answers (paging, redirects) lead back to the port. */
export async function startPlain(
  parts: AnswerParts,
  ports: PlainPorts,
): Promise<{ open: Listening[]; origins: { highlevel: string; clio: string } }> {
  const highlevel = await startSystem(parts, HIGHLEVEL, ports.highlevelPort);
  const clio = await startSystem(parts, CLIO, ports.clioPort);
  return {
    open: [highlevel, clio],
    origins: { highlevel: `http://127.0.0.1:${highlevel.port}`, clio: `http://127.0.0.1:${clio.port}` },
  };
}

async function startSystem(parts: AnswerParts, system: System, port = 0): Promise<Listening> {
  const server = createServer();
  const sockets = createSocketTable(server);
  const hostOf = (request: IncomingMessage) => system.hostOf((request.url ?? '/').split('?')[0] ?? '/');
  let origin = '';
  const outgoing = (text: string) =>
    system.hosts.reduce((turned, host) => turned.replaceAll(`https://${host}/`, `${origin}/`), text);
  server.on('request', createAnswer(parts, { hostOf, outgoing, sockets }));
  const listening = await listen(server, sockets, port);
  origin = `http://127.0.0.1:${listening.port}`;
  return listening;
}
