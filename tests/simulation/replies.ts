import type { Reply } from '../../sandbox/exchange.ts';
import type { Chance } from './random.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
export const HTML = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Back soon</title>',
} satisfies Reply;

/** What a proxy says of a record that is there. */
export const ABSENT: Reply = {
  status: 404,
  body: { message: 'Not found', error: { type: 'RecordNotFound', message: 'Not found' } },
};

/** HighLevel may have made it all the same [issue 64 of the vendor's API docs]. */
export const UNSURE: Reply = {
  status: 422,
  body: { message: ['Not acceptable'], error: 'Unprocessable Entity', statusCode: 422 },
};

export const REFUSED: Reply = {
  status: 400,
  body: { message: 'Not acceptable', error: { type: 'ArgumentError', message: 'Not acceptable' } },
};

/** As much of a Response as its readers ask for; the real class costs more than the whole call. */
export function answerOf({ status, headers, body }: Reply, half: boolean): Response {
  const whole = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const text = half ? whole.slice(0, Math.max(1, whole.length >> 1)) : whole;
  const told = new Map(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
  if (typeof body !== 'string') told.set('content-type', 'application/json');
  return {
    status,
    ok: status < 400,
    headers: { get: (name: string) => told.get(name.toLowerCase()) ?? null, has: (name: string) => told.has(name.toLowerCase()) },
    body: text,
    text: async () => text,
    json: async () => JSON.parse(text),
  } as never;
}

/** Each row of a list once more. */
export function doubled(reply: Reply): Reply {
  if (typeof reply.body !== 'object' || reply.body === null) return reply;
  const rows = Object.entries(reply.body).map(([name, value]) => [name, Array.isArray(value) ? [...value, ...value] : value]);
  return { ...reply, body: Object.fromEntries(rows) };
}

/** Clio names the seconds; HighLevel tells by its headers alone. */
export const limited = (host: string, chance: Chance): Reply =>
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

/** Nothing is left of the day: whoever is told looks again in an hour at the earliest, or when the next day (UTC) begins. */
export function dayOver({ headers = {} }: Reply, now: number): number | undefined {
  const left = (headers as Record<string, string | undefined>)['X-RateLimit-Daily-Remaining'];
  return left === '0' ? Math.min(HOUR, 24 * HOUR - (now % (24 * HOUR))) : undefined;
}

const OURS = /^(City |Name)(?=\d)/;
/** The same words, spelled otherwise than any comparison forgives. */
export function respelled(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const spelled = (value: unknown) => (typeof value === 'string' ? value.replace(OURS, '$1no. ') : value);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, spelled(value)]));
}
/** What was meant by it. */
export const meant = (value: string | undefined): string | undefined => value?.replace('no. ', '');

/** Clio says it in seconds; HighLevel's window is over after its interval at the latest. */
export function pauseOf({ status, headers = {} }: Reply): number | undefined {
  const named = headers as Record<string, string>;
  const seconds = Number(named['retry-after']);
  if (status !== 429) return undefined;
  return Number.isFinite(seconds) ? seconds * SECOND : Number(named['x-ratelimit-interval-milliseconds']) || undefined;
}
