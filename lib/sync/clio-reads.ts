import { fromWireContact } from '../clio/convert-contact.ts';
import { fromWireMatter } from '../clio/convert-matter.ts';
import { fromWireNote } from '../clio/convert-note.ts';
import { fromWireTask } from '../clio/convert-task.ts';
import { clioRequests } from '../clio/requests.ts';
import type { Connection } from '../model/connection.ts';
import { type AppError, toAppError } from '../model/errors.ts';
import type { Matter } from '../model/matter.ts';
import type { Reader } from '../store/read.ts';
import { recordKey } from '../store/rows.ts';
import { originOf, type ReadPartsParts, readList } from './read-parts.ts';

/** What went wrong, if anything. */
type Failed = AppError | undefined;

/** Reads one record into the store; a 404 is kept as its problem, so that the screen can say "deleted". */
async function readRecord(
  parts: ReadPartsParts,
  clio: Connection,
  entity: 'contact' | 'matter',
  id: string,
  read: () => Promise<unknown>,
): Promise<Failed> {
  const { apply, now } = parts;
  const { account } = clio;
  const key = recordKey('clio', account, entity, id);
  const since = now();
  try {
    const value = await read();
    await apply({ at: now(), since, records: [{ system: 'clio', account, entity, id, value }], seen: [key] }, originOf(parts));
    return undefined;
  } catch (cause) {
    const error = toAppError(cause);
    await apply({ at: now(), problems: [{ key, code: error.code }] }, originOf(parts));
    return error;
  }
}

export const readClioContact = (parts: ReadPartsParts, clio: Connection, id: string): Promise<Failed> =>
  readRecord(parts, clio, 'contact', id, async () => {
    const { data } = await parts.client.call(clio, clioRequests.contact(id), { priority: parts.priority ?? 'interactive' });
    return fromWireContact(data.data, clio.account);
  });

/** The matter with its people. */
export const readMatter = (parts: ReadPartsParts, clio: Connection, id: string): Promise<Failed> =>
  readRecord(parts, clio, 'matter', id, async () => {
    const [matter, related] = await Promise.all([
      parts.client.call(clio, clioRequests.matter(id), { priority: parts.priority ?? 'interactive' }),
      parts.client.call(clio, clioRequests.relatedContacts(id), { priority: parts.priority ?? 'interactive' }),
    ]);
    return fromWireMatter(matter.data.data, clio.account, related.data.data);
  });

/** The notes of one matter. */
export const readMatterNotes = (parts: ReadPartsParts, clio: Connection, matterId: string): Promise<Failed> =>
  readList(parts, {
    connection: clio,
    entity: 'note',
    owner: `matter:${matterId}`,
    request: clioRequests.notesOfMatter(matterId),
    values: ({ data }) => data.map((one) => ({ id: String(one.id), value: fromWireNote(one, { account: clio.account }) })),
  });

/** The person's tasks and notes in Clio, and the matter's notes on a matter page. What failed, by list. */
export async function readClioWork(
  parts: ReadPartsParts,
  clio: Connection,
  clioId: string,
  matterId?: string,
): Promise<{ task: Failed; note: Failed }> {
  const { account } = clio;
  const where = { account, contactId: clioId };
  const [task, note] = await Promise.all([
    readList(parts, {
      connection: clio,
      entity: 'task',
      owner: clioId,
      request: clioRequests.tasksOfClient(clioId),
      values: ({ data }) => data.map((one) => ({ id: String(one.id), value: fromWireTask(one, where) })),
    }),
    readList(parts, {
      connection: clio,
      entity: 'note',
      owner: clioId,
      request: clioRequests.notesOfContact(clioId),
      values: ({ data }) => data.map((one) => ({ id: String(one.id), value: fromWireNote(one, where) })),
    }),
    matterId && readMatterNotes(parts, clio, matterId),
  ]);
  return { task, note };
}

/** A matter's list names its client only; the related people read on its own page stay. */
export async function withRelated(reader: Reader, matter: Matter): Promise<Matter> {
  const old = await reader.record<Matter>(recordKey('clio', matter.account, 'matter', matter.id));
  return { ...matter, related: old?.related ?? matter.related };
}

/** The matters of a client, as their list. */
export const readMatters = (parts: ReadPartsParts & { reader: Reader }, clio: Connection, clioId: string): Promise<Failed> =>
  readList(parts, {
    connection: clio,
    entity: 'matter',
    owner: clioId,
    request: clioRequests.mattersOfClient(clioId),
    values: ({ data }) =>
      Promise.all(
        data.map(async (one) => ({
          id: String(one.id),
          value: await withRelated(parts.reader, fromWireMatter(one, clio.account)),
        })),
      ),
  });
