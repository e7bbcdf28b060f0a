import { request } from 'node:https';
import type { MovableClock } from '../../sandbox/clock.ts';
import type { Exchange, Reply } from '../../sandbox/exchange.ts';
import { CLIO_HOSTS, HIGHLEVEL_HOSTS } from '../../sandbox/hosts.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/server.ts';
import type { StandIns } from '../../sandbox/stand-ins.ts';

/** A tiny system: `POST /things` adds a row, everything else tells what was asked. */
export function pretender(name: string, hosts: string[]) {
  const state = { things: [] as unknown[] };
  return {
    hosts,
    state,
    handle(exchange: Exchange): Reply {
      if (exchange.path === '/links') return { status: 200, body: { next: `https://${exchange.host}/links?page=2` } };
      if (exchange.path === '/login') return { status: 302, headers: { Location: `https://${exchange.host}/links?code=abc` } };
      if (exchange.path === '/empty') return { status: 204 };
      if (exchange.method !== 'POST') return { status: 200, body: { system: name, path: exchange.path } };
      state.things.push(exchange.body);
      return { status: 201, body: { count: state.things.length, access_token: 'access-secret' } };
    },
    routeId: (exchange: Exchange) => (exchange.method === 'POST' ? `${name}.add` : `${name}.look`),
    control: { double: ({ n }: { n: number }) => n * 2 },
    reset() {
      state.things.length = 0;
    },
  };
}

/** A sandbox whose two systems are pretenders: the core alone is under test. */
export async function startPretended(options: SandboxOptions = {}): Promise<Sandbox> {
  const standIns = (_rows: unknown, _clock: MovableClock) =>
    ({
      highlevel: pretender('highlevel', HIGHLEVEL_HOSTS),
      clio: pretender('clio', CLIO_HOSTS),
    }) as unknown as StandIns;
  return startSandbox({ ...options, standIns });
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Calls the HTTPS port as if DNS had sent `host` there, trusting the sandbox's own certificate only. */
export function call(
  sandbox: Sandbox,
  host: string,
  path: string,
  init: { method?: string; body?: string } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: sandbox.httpsPort,
        servername: host,
        ca: sandbox.certPem,
        agent: false,
        method: init.method ?? 'GET',
        path,
        headers: { host, ...(init.body ? { 'content-type': 'application/json' } : {}) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
        response.on('error', fail);
      },
    );
    outgoing.on('error', fail);
    outgoing.end(init.body);
  });
}
