import type { Exchange, Reply } from '../../sandbox/exchange.ts';
import type { AnyStandIn } from '../../sandbox/stand-in.ts';
import type { Time } from './loop.ts';
import type { Chance } from './random.ts';
import { ABSENT, answerOf, dayOver, doubled, HTML, limited, pauseOf, REFUSED, respelled, UNSURE } from './replies.ts';
import { isWrite, type Mishap, mishapOf, type Weather } from './weather.ts';

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
  /** How long it told to wait (ms): a 429, or nothing left of the day. */
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
/** Nobody hears what was answered. */
const UNHEARD: ReadonlySet<Mishap> = new Set(['too-slow', 'lost-after', 'error-after']);

function exchangeOf(url: URL, init: RequestInit | undefined): Exchange {
  const given = init?.headers;
  const headers = Object.fromEntries(given instanceof Headers ? given : new Headers(given));
  const text = init?.body === undefined || init.body === null ? undefined : String(init.body);
  const isForm = init?.body instanceof URLSearchParams || headers['content-type']?.includes('form');
  const body = text === undefined ? undefined : isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
  return { host: url.host, method: init?.method ?? 'GET', path: url.pathname, query: url.searchParams, headers, body };
}

/** A fetch through simulated weather: each call takes its time, and may be lost before or after it was carried out. */
export function createNetwork(parts: NetworkParts) {
  const { time, chance, weather, standIns } = parts;
  const wait = (ms: number) => new Promise<void>((resolve) => void time.at(time.now() + ms, resolve));
  const carriedOut = async (exchange: Exchange): Promise<Reply> => {
    const standIn = standIns.find((one) => one.hosts.includes(exchange.host));
    if (!standIn) throw new Error(`no such host: ${exchange.host}`);
    const isOurs = weather.respells && isWrite(exchange) && !exchange.host.includes('clio');
    const reply = await standIn.handle(isOurs ? { ...exchange, body: respelled(exchange.body) } : exchange);
    const told = reply.body as { expires_in?: number } | undefined;
    if (told?.expires_in && weather.tokenLife) told.expires_in = weather.tokenLife;
    return reply;
  };
  const failure = (): Reply => ({ status: chance.pick([500, 502, 503, 504]), body: 'trouble' });

  return async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (!weather.online) throw new TypeError('Failed to fetch');
    const url = new URL(String(input));
    const exchange = exchangeOf(url, init);
    const { mishap, meanwhile } = mishapOf(chance, weather, exchange);
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
    // By steps of twenty: of several calls some are answered in one moment.
    await wait(20 * (1 + chance.below(mishap === 'slow' ? 400 : 9)));
    if (!weather.online || mishap === 'lost-before') return lost(told);
    if (mishap === 'limited') return said(limited(url.host, chance), told);
    if (mishap === 'error-before') return said(failure(), told);
    if (mishap === 'page-instead') return said(HTML, told);
    if (mishap === 'absent' && exchange.method === 'GET') return said(ABSENT, told);
    if (mishap === 'refused' && exchange.method !== 'GET') {
      const isMade = isWrite(exchange) && exchange.method === 'POST' && !url.host.includes('clio') && chance.chance(0.5);
      if (isMade) await carriedOut(exchange);
      return said(isMade ? UNSURE : REFUSED, told);
    }
    if (mishap === 'late') return arrivesLate(parts, init, wait, () => carriedOut(exchange), told);
    meanwhile?.();
    const reply = await carriedOut(exchange);
    told(reply.status, pauseOf(reply) ?? (UNHEARD.has(mishap) ? undefined : dayOver(reply, time.now())));
    if (mishap === 'told-late') await wait(SECOND * (9 + chance.below(7)));
    if (mishap === 'too-slow') await patience(init, wait);
    await wait(20 * (1 + chance.below(5)));
    if (!weather.online || mishap === 'lost-after') throw new TypeError('Failed to fetch');
    if (mishap === 'error-after') return answerOf(failure(), false);
    return answerOf(mishap === 'doubled' && !isWrite(exchange) ? doubled(reply) : reply, mishap === 'half-answer');
  };
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
