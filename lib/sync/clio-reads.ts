import { fromWireContact } from '../clio/convert-contact.ts';
import { fromWireMatter } from '../clio/convert-matter.ts';
import { fromWireNote } from '../clio/convert-note.ts';
import { fromWireTask } from '../clio/convert-task.ts';
import { clioRequests } from '../clio/requests.ts';
import type { Connection } from '../model/connection.ts';
import { toAppError } from '../model/errors.ts';
import { recordKey } from '../store/rows.ts';
import { type ReadPartsParts, readList } from './read-parts.ts';

/** Reads one record into the store; a 404 is kept as its problem, so that the screen can say "deleted". False when it could not be read. */
async function readRecord(
  { apply, now }: ReadPartsParts,
  clio: Connection,
  entity: 'contact' | 'matter',
  id: string,
  read: () => Promise<unknown>,
): Promise<boolean> {
  const { account } = clio;
  const key = recordKey('clio', account, entity, id);
  const since = now();
  try {
    const value = await read();
    await apply({ at: now(), since, records: [{ system: 'clio', account, entity, id, value }], seen: [key] }, 'view');
    return true;
  } catch (cause) {
    await apply({ at: now(), problems: [{ key, code: toAppError(cause).code }] }, 'view');
    return false;
  }
}

export const readClioContact = (parts: ReadPartsParts, clio: Connection, id: string): Promise<boolean> =>
  readRecord(parts, clio, 'contact', id, async () => {
    const { data } = await parts.client.call(clio, clioRequests.contact(id), { priority: 'interactive' });
    return fromWireContact(data.data, clio.account);
  });

/** The matter with its people. */
export const readMatter = (parts: ReadPartsParts, clio: Connection, id: string): Promise<boolean> =>
  readRecord(parts, clio, 'matter', id, async () => {
    const [matter, related] = await Promise.all([
      parts.client.call(clio, clioRequests.matter(id), { priority: 'interactive' }),
      parts.client.call(clio, clioRequests.relatedContacts(id), { priority: 'interactive' }),
    ]);
    return fromWireMatter(matter.data.data, clio.account, related.data.data);
  });

/** The person's tasks and notes in Clio, and the matter's notes on a matter page. */
export async function readClioWork(parts: ReadPartsParts, clio: Connection, clioId: string, matterId?: string): Promise<void> {
  const { account } = clio;
  const where = { account, contactId: clioId };
  await Promise.all([
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
    matterId &&
      readList(parts, {
        connection: clio,
        entity: 'note',
        owner: `matter:${matterId}`,
        request: clioRequests.notesOfMatter(matterId),
        values: ({ data }) => data.map((one) => ({ id: String(one.id), value: fromWireNote(one, { account }) })),
      }),
  ]);
}
