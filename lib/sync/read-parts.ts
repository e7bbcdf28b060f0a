import type { Client } from '../http/client.ts';
import type { Request } from '../http/endpoint.ts';
import { clioPages } from '../http/pages.ts';
import type { Entity, Origin } from '../model/change.ts';
import type { Connection } from '../model/connection.ts';
import { type AppError, toAppError } from '../model/errors.ts';
import type { Apply } from '../store/apply.ts';
import type { RecordIn } from '../store/batch.ts';
import { listKey } from '../store/rows.ts';

export interface ReadPartsParts {
  client: Client;
  apply: Apply;
  now: () => number;
  /** Left out: somebody waits for it. `background` takes only the calls that are left. */
  priority?: 'interactive' | 'background';
}

/** Why a row changes, in the change log. */
export const originOf = ({ priority }: ReadPartsParts): 'view' | 'pull' => (priority === 'background' ? 'pull' : 'view');

interface Row {
  id: string;
  value: unknown;
}

/** One list of one owner: how to ask for it, how to read it. */
export interface ListPart<A> {
  connection: Connection;
  entity: Entity;
  /** Contact id, or '' for a location's own lists. */
  owner: string;
  request: Request<A>;
  values: (answer: A) => Row[] | Promise<Row[]>;
  origin?: Origin;
}

/** Clio's lists come in pages; HighLevel's lists of one contact come whole. */
async function* pagesOf<A>(
  { client, priority = 'interactive' }: ReadPartsParts,
  { connection, request }: ListPart<A>,
): AsyncGenerator<A, void> {
  const options = { priority };
  if (connection.system === 'clio') yield* clioPages(client, connection, request as Request<never>, options);
  else yield (await client.call(connection, request, options)).data;
}

/** Reads a list to its end and stores it; a failure is stored as the list's problem, so that nothing missing looks like nothing there. */
export async function readList<A>(parts: ReadPartsParts, part: ListPart<A>): Promise<AppError | undefined> {
  const { connection, entity, owner, origin = originOf(parts) } = part;
  const key = listKey(connection.system, connection.account, entity, owner);
  const since = parts.now();
  try {
    const found: Row[] = [];
    for await (const answer of pagesOf(parts, part)) found.push(...(await part.values(answer)));
    const records: RecordIn[] = found.map(({ id, value }) => ({
      system: connection.system,
      account: connection.account,
      entity,
      id,
      value,
      list: key,
    }));
    await parts.apply({ at: parts.now(), since, records, lists: [{ key, ids: found.map((one) => one.id) }] }, origin);
    return undefined;
  } catch (cause) {
    const error = toAppError(cause);
    await parts.apply({ at: parts.now(), problems: [{ key, code: error.code }] }, originOf(parts));
    return error;
  }
}
