import { phoneCountryOf } from '../clio/regions.ts';
import { compareFields } from '../match/fields.ts';
import type { Country } from '../match/normalize.ts';
import type { Appointment } from '../model/appointment.ts';
import type { CalendarEntry } from '../model/calendar-entry.ts';
import type { Entity } from '../model/change.ts';
import type { PersonPageView } from '../model/console-sync.ts';
import type { Contact } from '../model/contact.ts';
import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import type { Region, System } from '../model/subject.ts';
import type { Task } from '../model/task.ts';
import { listKey, type PairRow, recordKey } from '../store/rows.ts';
import { askView, urlOf, writeItem } from './asks-view.ts';
import type { SyncViewParts } from './console-parts.ts';

const RECENT = 50;

/** The records of one linked person, as the store has them. */
function recordsOf({ reader }: SyncViewParts, link: Link) {
  const { clioAccount, clioId, locationId, highlevelId } = link;
  const account = { clio: clioAccount, highlevel: locationId };
  const owner = { clio: clioId, highlevel: highlevelId };
  const list = <T>(system: System, entity: Entity) => reader.list<T>(listKey(system, account[system], entity, owner[system]));
  const contact = (system: System) => reader.record<Contact>(recordKey(system, account[system], 'contact', owner[system]));
  return Promise.all([
    contact('clio'),
    contact('highlevel'),
    list<Task>('clio', 'task'),
    list<Task>('highlevel', 'task'),
    list<Note>('clio', 'note'),
    list<Note>('highlevel', 'note'),
    list<CalendarEntry>('clio', 'calendar-entry'),
    list<Appointment>('highlevel', 'appointment'),
  ]);
}

const pairView = ({ key, entity, clioId, highlevelId, at }: PairRow) => ({ key, entity, clioId, highlevelId, at });

/** For phones written without a country. */
const countryOf = ({ clioAccount }: Link): Country => phoneCountryOf(clioAccount.split(':')[0] as Region) as Country;

/** Everything the page of one linked person paints. */
export async function personPage(parts: SyncViewParts, key: string): Promise<PersonPageView> {
  const { reader, syncReader, outbox } = parts;
  const link = await reader.link(key);
  if (!link) throw new AppError('not-found', { about: 'link' });
  const { clioAccount, clioId, locationId, highlevelId, by, reasons } = link;
  const [records, pairs, asks, activity, writes] = await Promise.all([
    recordsOf(parts, link),
    reader.pairs(key),
    syncReader.asksOfLink(key),
    syncReader.activity({ link: key }, undefined, RECENT),
    outbox.ofLink(key),
  ]);
  const [clio, highlevel, clioTasks, tasks, clioNotes, notes, entries, appointments] = records;
  return {
    now: parts.now(),
    link: key,
    name: clio?.name ?? highlevel?.name ?? clioId,
    clioId,
    highlevelId,
    by,
    reasons,
    urls: {
      clio: urlOf('clio', clioAccount, locationId, clioId),
      highlevel: urlOf('highlevel', clioAccount, locationId, highlevelId),
    },
    contacts: { clio, highlevel },
    fields: clio && highlevel ? compareFields(clio, highlevel, { country: countryOf(link) }) : [],
    timeZone: parts.timeZone(),
    writing: await parts.settings.get('writing'),
    tasks: { clio: clioTasks, highlevel: tasks },
    notes: { clio: clioNotes, highlevel: notes },
    appointments: { clio: entries, highlevel: appointments },
    pairs: pairs.map(pairView),
    asks: asks.filter(({ state }) => state === 'open').map(askView),
    activity,
    waiting: writes.filter(({ state }) => state !== 'done').map(writeItem),
  };
}
