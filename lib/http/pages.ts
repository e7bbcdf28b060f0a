import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import type { CallOptions, Client } from './client.ts';
import type { Request } from './endpoint.ts';

/** Options of a walk through pages. */
export interface PageOptions extends CallOptions {
  /** Stops after this many pages. */
  most?: number;
}

interface ClioList {
  data: unknown[];
  meta?: { paging?: { next?: string | null } | null } | null;
}

/**
 * All pages of a Clio list, one answer at a time. `meta.paging.next` is a whole URL: only its `page_token` and `offset` are taken,
 * host, path and everything else stay ours, so a forged answer can't lead the token elsewhere. A page that points to itself is `bad-answer`.
 */
export async function* clioPages<A extends ClioList>(
  client: Client,
  connection: Connection,
  request: Request<A>,
  options: PageOptions = {},
): AsyncGenerator<A, void> {
  const { most = Number.POSITIVE_INFINITY, ...call } = options;
  const seen = new Set<string>();
  let query = request.query;
  for (let page = 0; page < most; page++) {
    const { data } = await client.call(connection, { ...request, query }, call);
    yield data;
    const next = nextQuery(data.meta?.paging?.next, request.endpoint.query ?? []);
    if (!next) return;
    const key = JSON.stringify(next);
    if (seen.has(key)) throw new AppError('bad-answer', { system: 'clio', about: 'meta.paging.next' });
    seen.add(key);
    query = { ...request.query, ...next };
  }
}

function nextQuery(next: string | null | undefined, allowed: readonly string[]): Record<string, string> | undefined {
  if (!next || !URL.canParse(next)) return undefined;
  const given = new URL(next).searchParams;
  const taken = ['page_token', 'offset'].flatMap((name) => {
    const value = given.get(name);
    return value !== null && allowed.includes(name) ? [[name, value] as const] : [];
  });
  return taken.length ? Object.fromEntries(taken) : undefined;
}

interface HighLevelList {
  contacts: { searchAfter?: unknown[] | null }[];
}

/**
 * All pages of `POST /contacts/search`: the last row's `searchAfter` leads on, `page` and it don't go together [doc]. Ends at the
 * first page that is not full.
 */
export async function* searchPages<A extends HighLevelList>(
  client: Client,
  connection: Connection,
  request: Request<A>,
  options: PageOptions = {},
): AsyncGenerator<A, void> {
  const { most = Number.POSITIVE_INFINITY, ...call } = options;
  const { page: _page, ...first } = request.body as { page?: number; pageLimit: number };
  let body: Record<string, unknown> = first;
  let before = '';
  for (let page = 0; page < most; page++) {
    const { data } = await client.call(connection, { ...request, body }, call);
    yield data;
    const after = data.contacts.at(-1)?.searchAfter;
    if (data.contacts.length < first.pageLimit || !after?.length) return;
    const key = JSON.stringify(after);
    if (key === before) throw new AppError('bad-answer', { system: 'highlevel', about: 'searchAfter' });
    before = key;
    body = { ...first, searchAfter: after };
  }
}
