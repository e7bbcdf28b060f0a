import { type $Fetch, createFetch } from 'ofetch';
import type { Connection } from '../model/connection.ts';
import { AppError, type ErrorFacts, toAppError } from '../model/errors.ts';
import type { Answered, CallOptions, Client, ClientParts } from './client.ts';
import type { Endpoint, Request } from './endpoint.ts';
import { createLimiter, type Limiter, type Pass } from './limiter.ts';
import { type RawAnswer, refusalOf } from './refusal.ts';
import { urlOf } from './url.ts';

/** Longest wait for an answer: Chrome stops a worker 30 s into an unanswered fetch. */
const TIMEOUT_MS = 25_000;

/** The same for every call: no cookies, no cache, no following elsewhere, the text as it came. */
const FIXED = {
  responseType: 'text',
  retry: 0,
  ignoreResponseError: true,
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const;

/** What every step needs. */
interface Way {
  parts: ClientParts;
  limiter: Limiter;
  fetcher: $Fetch;
}

/** Builds the one way out. Nothing is tried twice in here but a call refused with 401, which by its nature was not carried out. */
export function createClient(parts: ClientParts): Client {
  const limiter = parts.limiter ?? createLimiter(parts);
  // ofetch takes the parts it is given; its own retries and parsing stay off: both are decided here.
  const way: Way = { parts, limiter, fetcher: createFetch({ fetch: (input, init) => parts.fetch(input, init) }) };
  return {
    async call<A>(connection: Connection, request: Request<A>, options: CallOptions = {}): Promise<Answered<A>> {
      try {
        return read(request.endpoint, await attempt(way, connection, request, options));
      } catch (thrown) {
        const error = toAppError(thrown);
        // Somebody who turned away is no failure to report.
        if (error.code !== 'subject-changed') parts.onError?.(connection, error);
        throw error;
      }
    },
  };
}

async function attempt(way: Way, connection: Connection, request: Request, options: CallOptions): Promise<RawAnswer> {
  const { parts } = way;
  const url = urlOf(connection, request);
  const token = await parts.token(connection);
  const first = await once(way, connection, request, url, token, options);
  if (first.status !== 401) return accept(way, connection, request, first);
  const refusal = refusalOf(request.endpoint, first, parts.now());
  // A missing right is a 401 at HighLevel as well: a new token would not have it either.
  if (refusal.code !== 'signed-out') throw refusal;
  const fresh = await parts.token(connection, first.token);
  if (fresh === first.token) throw refusal;
  return accept(way, connection, request, await once(way, connection, request, url, fresh, options));
}

function accept({ parts, limiter }: Way, connection: Connection, { endpoint }: Request, answer: RawAnswer): RawAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  if (answer.status !== 429) throw refusalOf(endpoint, answer, parts.now());
  const { until, dailyRemaining } = limiter.meter(connection);
  const daily = dailyRemaining === 0;
  const error = refusalOf(endpoint, answer, parts.now(), until === undefined ? undefined : { daily, until });
  if (until !== undefined) parts.onLimit?.(connection, { kind: daily ? 'daily-limit' : 'rate-limited', until });
  throw error;
}

async function once(
  way: Way,
  connection: Connection,
  request: Request,
  url: string,
  token: string,
  options: CallOptions,
): Promise<RawAnswer & { token: string }> {
  const { now, token: tokenOf } = way.parts;
  const asked = now();
  const pass = await enter(way, connection, request.endpoint, options);
  let answer: RawAnswer | undefined;
  try {
    // While it waited for its turn somebody may have erased the account, or signed in anew.
    const held = now() === asked ? token : await tokenOf(connection);
    answer = await exchange(way, request, url, held, options.signal);
    return { ...answer, token: held };
  } finally {
    if (answer) pass.answered(answer.status, answer.headers);
    else pass.lost();
  }
}

async function enter({ parts, limiter }: Way, connection: Connection, endpoint: Endpoint, options: CallOptions): Promise<Pass> {
  const priority = options.priority ?? (endpoint.access === 'write' ? 'write' : 'interactive');
  try {
    options.signal?.throwIfAborted();
    return await limiter.enter(connection, priority, options.signal);
  } catch (thrown) {
    // Nothing has left yet, so nothing can have been done.
    if (!(thrown instanceof AppError)) throw new AppError('subject-changed', { system: endpoint.system });
    const { code: kind, facts: limit } = thrown;
    if (limit.until && (kind === 'rate-limited' || kind === 'daily-limit'))
      parts.onLimit?.(connection, { kind, until: limit.until });
    throw thrown;
  }
}

async function exchange(
  { parts, fetcher }: Way,
  request: Request,
  url: string,
  token: string,
  signal?: AbortSignal,
): Promise<RawAnswer> {
  const { endpoint, body } = request;
  const offline = () => parts.online?.() === false;
  const began = offline();
  const timer = new AbortController();
  const late = new AbortController();
  parts.sleep(TIMEOUT_MS, timer.signal).then(
    () => late.abort(),
    () => undefined,
  );
  try {
    const response = await fetcher.raw<string, 'text'>(url, {
      ...FIXED,
      method: endpoint.method,
      headers: headersOf(endpoint, token, request.ifMatch, body !== undefined),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    });
    return { status: response.status, headers: response.headers, text: response._data ?? '' };
  } catch (thrown) {
    // The caller turned away (the page moved on). A write may have been carried out all the same.
    if (signal?.aborted) throw new AppError('subject-changed', facts(endpoint));
    throw noAnswer(endpoint, late.signal.aborted, { began, now: offline() }, thrown);
  } finally {
    // With a reason of its own: the usual one is an exception with a stack, made for every call.
    timer.abort('answered');
  }
}

function headersOf(endpoint: Endpoint, token: string, ifMatch: string | undefined, hasBody: boolean): Record<string, string> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    ...(hasBody && { 'content-type': 'application/json' }),
    ...(endpoint.version && { version: endpoint.version }),
    ...(ifMatch && { 'if-match': ifMatch }),
  };
}

const facts = ({ system, access }: Endpoint): ErrorFacts => ({ system, ...(access === 'write' && { maybeDone: true }) });

function noAnswer(endpoint: Endpoint, late: boolean, offline: { began: boolean; now: boolean }, thrown: unknown): AppError {
  // ofetch's error holds the request with its Authorization header: only what lies beneath it is kept.
  const cause = thrown instanceof Error && thrown.name === 'FetchError' ? thrown.cause : thrown;
  if (late) return new AppError('timeout', facts(endpoint), cause);
  // The fetch we were given knows better why nothing came, and whether anything had left.
  if (cause instanceof AppError) {
    const { maybeDone, ...known } = cause.facts;
    return new AppError(cause.code, { ...known, ...(maybeDone ? facts(endpoint) : { system: endpoint.system }) }, cause);
  }
  // A call that began offline never left; one that lost its network on the way may have arrived.
  if (offline.began) return new AppError('offline', { system: endpoint.system }, cause);
  return new AppError(offline.now ? 'offline' : 'network-lost', facts(endpoint), cause);
}

/** A 2xx answer in the endpoint's shape. HTML with status 200 and truncated JSON end here as `bad-answer`. */
function read<A>(endpoint: Endpoint<A>, { status, headers, text }: RawAnswer): Answered<A> {
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    // Neither the text nor the parser's words (they quote it) are kept: half an answer may hold client data.
    throw new AppError('bad-answer', { ...facts(endpoint), status, about: text.trimStart().startsWith('<') ? 'html' : 'json' });
  }
  const checked = endpoint.answer.safeParse(value);
  if (checked.success) return { data: checked.data, status, etag: headers.get('etag') ?? undefined };
  // The path of the first mismatch, never the value.
  const about = checked.error.issues[0]?.path.join('.') || 'answer';
  throw new AppError('bad-answer', { ...facts(endpoint), status, about });
}
