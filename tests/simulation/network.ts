import type { Exchange, Reply } from '../../sandbox/exchange.ts';
import type { AnyStandIn } from '../../sandbox/stand-in.ts';
import type { Time } from './loop.ts';
import type { Chance } from './random.ts';

/** What can happen to one call. */
export type Mishap =
  | 'none'
  | 'lost-before'
  | 'lost-after'
  | 'slow'
  | 'too-slow'
  | 'late'
  | 'error-before'
  | 'error-after'
  | 'limited'
  | 'page-instead'
  | 'refused'
  | 'half-answer';

export interface Weather {
  online: boolean;
  /** Share of calls that meet each mishap; the rest goes well. */
  mishaps: Partial<Record<Exclude<Mishap, 'none'>, number>>;
}

export interface CallSeen {
  /** When it left, and when it was carried out or refused. */
  began: number;
  at: number;
  host: string;
  method: string;
  path: string;
  body: unknown;
  status?: number | undefined;
  mishap: Mishap;
  /** How long a 429 told to wait (ms). */
  pause?: number | undefined;
}

export interface NetworkParts {
  time: Time;
  chance: Chance;
  weather: Weather;
  standIns: AnyStandIn[];
  seen: (call: CallSeen) => void;
}

const SECOND = 1000;
const HTML = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Back soon</title>',
} satisfies Reply;

const REFUSED: Reply = {
  status: 400,
  body: { message: 'Not acceptable', error: { type: 'ArgumentError', message: 'Not acceptable' } },
};

function exchangeOf(url: URL, init: RequestInit | undefined): Exchange {
  const headers = Object.fromEntries(new Headers(init?.headers).entries());
  const text = init?.body === undefined || init.body === null ? undefined : String(init.body);
  const isForm = init?.body instanceof URLSearchParams || headers['content-type']?.includes('form');
  const body = text === undefined ? undefined : isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
  return { host: url.host, method: init?.method ?? 'GET', path: url.pathname, query: url.searchParams, headers, body };
}

/** As much of a Response as its readers ask for; the real class costs more than the whole call. */
function answerOf({ status, headers, body }: Reply, half: boolean): Response {
  const whole = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const text = half ? whole.slice(0, Math.max(1, whole.length >> 1)) : whole;
  const told = new Headers(headers);
  if (typeof body !== 'string') told.set('content-type', 'application/json');
  return {
    status,
    ok: status < 400,
    headers: told,
    body: text,
    text: async () => text,
    json: async () => JSON.parse(text),
  } as never;
}

function mishapOf({ chance, weather }: NetworkParts): Mishap {
  let left = chance.next();
  for (const [name, share] of Object.entries(weather.mishaps)) {
    left -= share;
    if (left < 0) return name as Mishap;
  }
  return 'none';
}

/** A fetch through simulated weather: each call takes its time, and may be lost before or after it was carried out. */
export function createNetwork(parts: NetworkParts) {
  const { time, chance, weather, standIns } = parts;
  const wait = (ms: number) => new Promise<void>((resolve) => void time.at(time.now() + ms, resolve));
  const carriedOut = async (exchange: Exchange): Promise<Reply> => {
    const standIn = standIns.find((one) => one.hosts.includes(exchange.host));
    if (!standIn) throw new Error(`no such host: ${exchange.host}`);
    return standIn.handle(exchange);
  };
  const limited = (host: string): Reply =>
    host.includes('clio')
      ? {
          status: 429,
          headers: { 'retry-after': String(1 + chance.below(50)) },
          body: { error: { type: 'RateLimited', message: 'wait' } },
        }
      : {
          status: 429,
          headers: { 'x-ratelimit-interval-milliseconds': '10000', 'x-ratelimit-max': '100', 'x-ratelimit-remaining': '0' },
          body: { message: 'Too many requests' },
        };
  const failure = (): Reply => ({ status: chance.pick([500, 502, 503, 504]), body: 'trouble' });

  return async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (!weather.online) throw new TypeError('Failed to fetch');
    const url = new URL(String(input));
    const exchange = exchangeOf(url, init);
    const mishap = mishapOf(parts);
    const began = time.now();
    const told = (status?: number, pause?: number) =>
      parts.seen({
        began,
        pause,
        at: time.now(),
        host: url.host,
        method: exchange.method,
        path: url.pathname,
        body: exchange.body,
        status,
        mishap,
      });
    await wait(20 + chance.below(mishap === 'slow' ? 8 * SECOND : 180));
    if (!weather.online || mishap === 'lost-before') return lost(told);
    if (mishap === 'limited') return said(limited(url.host), told);
    if (mishap === 'error-before') return said(failure(), told);
    if (mishap === 'page-instead') return said(HTML, told);
    if (mishap === 'refused' && exchange.method !== 'GET') return said(REFUSED, told);
    if (mishap === 'late') return arrivesLate(parts, init, wait, () => carriedOut(exchange), told);
    const reply = await carriedOut(exchange);
    told(reply.status, pauseOf(reply));
    if (mishap === 'too-slow') await patience(init, wait);
    await wait(10 + chance.below(90));
    if (!weather.online || mishap === 'lost-after') throw new TypeError('Failed to fetch');
    if (mishap === 'error-after') return answerOf(failure(), false);
    return answerOf(reply, mishap === 'half-answer');
  };
}

/** Clio says it in seconds; HighLevel's window is over after its interval at the latest. */
function pauseOf({ status, headers = {} }: Reply): number | undefined {
  const seconds = Number((headers as Record<string, string>)['retry-after']);
  return status === 429 && Number.isFinite(seconds) ? seconds * SECOND : undefined;
}

function lost(told: (status?: number) => void): never {
  told();
  throw new TypeError('Failed to fetch');
}

function said(reply: Reply, told: (status?: number, pause?: number) => void): Response {
  told(reply.status, pauseOf(reply));
  return answerOf(reply, false);
}

/** On its way for longer than its sender waits: carried out all the same, and nobody is told. */
async function arrivesLate(
  { chance }: NetworkParts,
  init: RequestInit | undefined,
  wait: (ms: number) => Promise<void>,
  work: () => Promise<Reply>,
  told: (status?: number) => void,
): Promise<never> {
  const arrives = wait(26 * SECOND + chance.below(3 * SECOND)).then(work);
  void arrives.then((reply) => told(reply.status));
  await patience(init, wait);
  throw new TypeError('Failed to fetch');
}

/** Longer than anybody waits; the caller's own time-out cuts it. */
function patience(init: RequestInit | undefined, wait: (ms: number) => Promise<void>): Promise<void> {
  const cut = new Promise<never>((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('timed out', 'TimeoutError')));
  });
  return Promise.race([wait(60 * SECOND), cut]);
}
