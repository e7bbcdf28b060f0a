import { fromWireAppointment, fromWireContact, fromWireNote, fromWireTask } from '../highlevel/convert.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import type { Connection } from '../model/connection.ts';
import { type AppError, toAppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { authorsOf, type ReadsParts, readOffice } from './office-reads.ts';
import { originOf, readList } from './read-parts.ts';

/** One contact; its error when it could not be read. */
export async function readHighLevelContact(parts: ReadsParts, location: Connection, id: string): Promise<AppError | undefined> {
  const { client, apply, now, priority = 'interactive' } = parts;
  const { account } = location;
  const key = recordKey('highlevel', account, 'contact', id);
  const since = now();
  const request = { endpoint: HIGHLEVEL.contact.get, params: { contactId: id } };
  try {
    const { data } = await client.call(location, request, { priority });
    const value = fromWireContact(data.contact, account);
    const records = [{ system: 'highlevel' as const, account, entity: 'contact' as const, id, value }];
    await apply({ at: now(), since, records, seen: [key] }, originOf(parts));
    return undefined;
  } catch (cause) {
    const error = toAppError(cause);
    await apply({ at: now(), problems: [{ key, code: error.code }] }, originOf(parts));
    return error;
  }
}

/** Its tasks have no time of creation [official spec]: what the first reading finds may be years old. */
const readTasks = async (parts: ReadsParts, location: Connection, contactId: string) => {
  const known = await parts.reader.readAt(listKey('highlevel', location.account, 'task', contactId));
  return readList(parts, {
    origin: known?.at || parts.priority !== 'background' ? undefined : 'first',
    connection: location,
    owner: contactId,
    entity: 'task',
    request: { endpoint: HIGHLEVEL.task.list, params: { contactId } },
    values: ({ tasks }) =>
      tasks.map((one) => ({ id: one.id, value: fromWireTask(one, { account: location.account, contactId }) })),
  });
};

/** `office`: the names of authors are those it reads. */
const readNotes = (parts: ReadsParts, location: Connection, contactId: string, office: Promise<void>) =>
  readList(parts, {
    connection: location,
    owner: contactId,
    entity: 'note',
    request: { endpoint: HIGHLEVEL.note.list, params: { contactId } },
    values: async ({ notes }) => {
      await office;
      const names = await authorsOf(parts, location);
      const where = { account: location.account, contactId };
      return notes.map((one) => ({ id: one.id, value: fromWireNote(one, where, names) }));
    },
  });

const readAppointments = (parts: ReadsParts, location: Connection, contactId: string) =>
  readList(parts, {
    connection: location,
    owner: contactId,
    entity: 'appointment',
    request: { endpoint: HIGHLEVEL.appointment.listOfContact, params: { contactId } },
    values: ({ events }) =>
      events.flatMap((one) => {
        const where = { account: location.account, contactId, timeZone: location.timeZone ?? 'UTC' };
        const value = fromWireAppointment(one, where);
        return value ? [{ id: one.id, value }] : [];
      }),
  });

export type HighLevelRead = Record<'contact' | 'task' | 'note' | 'appointment', AppError | undefined>;

/** The linked contact with its tasks, notes and appointments: four calls, and the location's own lists when they are old. What failed, by part. */
export async function readHighLevel(parts: ReadsParts, location: Connection, link: Link): Promise<HighLevelRead> {
  const contactId = link.highlevelId;
  const office = readOffice(parts, location);
  const [contact, task, note, appointment] = await Promise.all([
    readHighLevelContact(parts, location, contactId),
    readTasks(parts, location, contactId),
    readNotes(parts, location, contactId, office),
    readAppointments(parts, location, contactId),
    office,
  ]);
  return { contact, task, note, appointment };
}

/** What the pulls can't tell of a person on screen: whether a note or an appointment moves the contact's time of change is not known. */
export async function readHighLevelUntold(parts: ReadsParts, location: Connection, contactId: string): Promise<void> {
  await Promise.all([readNotes(parts, location, contactId, Promise.resolve()), readAppointments(parts, location, contactId)]);
}
