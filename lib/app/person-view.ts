import { contactUrl } from '../highlevel/urls.ts';
import { compareFields } from '../match/fields.ts';
import { pairNotes, pairTasks } from '../match/pair.ts';
import type { Appointment } from '../model/appointment.ts';
import type { Connection } from '../model/connection.ts';
import type { Contact } from '../model/contact.ts';
import type { Link } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import type { Write } from '../model/outbox.ts';
import type { AppointmentItem, FieldRow, PersonView, Place, TagItem } from '../model/panel.ts';
import type { Task } from '../model/task.ts';
import type { ReadRow } from '../store/rows.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { type Overlay, overlayOf } from './pending.ts';
import { looksPrivileged } from './privileged.ts';
import type { Scene } from './scene.ts';
import type { ViewParts } from './view-parts.ts';

export interface LinkedScene extends Scene {
  clio: Connection;
  location: Connection;
  contact: Contact;
  link: Link;
  highlevel: Contact;
}

interface Lists {
  clioTasks: Task[];
  clioNotes: Note[];
  tasks: Task[];
  notes: Note[];
  appointments: Appointment[];
  users: Place[];
  tags: Place[];
  calendars: Place[];
}

async function readLists({ reader }: ViewParts, { clio, location, link, contact, subject }: LinkedScene): Promise<Lists> {
  const there = <T>(entity: 'task' | 'note' | 'appointment' | 'user' | 'tag' | 'calendar', owner: string) =>
    reader.list<T>(listKey('highlevel', location.account, entity, owner));
  const here = <T>(entity: 'task' | 'note', owner: string) => reader.list<T>(listKey('clio', clio.account, entity, owner));
  const [clioTasks, contactNotes, matterNotes, tasks, notes, appointments, users, tags, calendars] = await Promise.all([
    here<Task>('task', contact.id),
    here<Note>('note', contact.id),
    subject.kind === 'matter' ? here<Note>('note', `matter:${subject.id}`) : [],
    there<Task>('task', link.highlevelId),
    there<Note>('note', link.highlevelId),
    there<Appointment>('appointment', link.highlevelId),
    there<Place>('user', ''),
    there<Place>('tag', ''),
    there<Place>('calendar', ''),
  ]);
  return { clioTasks, clioNotes: [...contactNotes, ...matterNotes], tasks, notes, appointments, users, tags, calendars };
}

/** Tasks and notes that are only queued yet are shown in their place at once. */
const inTheMaking = (
  { making }: Overlay,
  { location, link }: LinkedScene,
): { tasks: Task[]; notes: Note[]; states: [string, 'queued' | 'sending' | 'needs-you' | 'failed'][] } => {
  const where = { system: 'highlevel' as const, account: location.account, contactId: link.highlevelId };
  const tasks: Task[] = [];
  const notes: Note[] = [];
  for (const { write } of making) {
    const id = `write-${write.seq}`;
    const { values, text } = write.body.input as {
      values?: Pick<Task, 'title' | 'body' | 'due' | 'done'> & { assignedTo?: string };
      text?: string;
    };
    if (values)
      tasks.push({
        ...where,
        id,
        title: values.title,
        body: values.body,
        due: values.due,
        done: values.done,
        assigneeId: values.assignedTo,
      });
    else if (text !== undefined) notes.push({ ...where, id, text, at: new Date(write.queuedAt).toISOString() });
  }
  return { tasks, notes, states: making.map(({ write, state }) => [`write-${write.seq}`, state]) };
};

const withPending = (rows: FieldRow[], { fields }: Overlay): FieldRow[] =>
  rows.map((row) => {
    const state = fields.get(row.field);
    return state ? { ...row, state, pushable: false, copyable: false } : row;
  });

function tagItems(tags: string[], overlay: Overlay): TagItem[] {
  const has = new Set(tags.map((tag) => tag.toLowerCase()));
  const items = tags.map((name): TagItem => {
    const pending = overlay.tags.get(name.toLowerCase());
    if (!pending) return { name, state: 'same' };
    return {
      name,
      state:
        pending.state === 'failed' || pending.state === 'needs-you'
          ? 'failed'
          : pending.verb === 'remove'
            ? 'removing'
            : 'sending',
    };
  });
  const coming = [...overlay.tags].filter(([name, { verb }]) => verb === 'add' && !has.has(name));
  return [...items, ...coming.map(([name, { state }]): TagItem => ({ name, state: state === 'needs-you' ? 'failed' : state }))];
}

/** Next ones first to come, then the past ones, latest first. */
function appointmentItems(list: Appointment[], calendars: Place[], now: number): AppointmentItem[] {
  const names = new Map(calendars.map((one) => [one.id, one.name]));
  const items = list.map(
    (one): AppointmentItem => ({
      ...one,
      when: Date.parse(one.endsAt ?? one.startsAt) >= now ? 'next' : 'past',
      calendar: names.get(one.calendarId ?? ''),
    }),
  );
  return items.sort((a, b) => {
    if (a.when !== b.when) return a.when === 'next' ? -1 : 1;
    const order = Date.parse(a.startsAt) - Date.parse(b.startsAt);
    return a.when === 'next' ? order : -order;
  });
}

async function readsOf(
  { reader }: ViewParts,
  { clio, location, link, contact }: LinkedScene,
): Promise<Pick<PersonView, 'fetchedAt' | 'unread'>> {
  const keys = {
    tasks: listKey('highlevel', location.account, 'task', link.highlevelId),
    notes: listKey('highlevel', location.account, 'note', link.highlevelId),
    appointments: listKey('highlevel', location.account, 'appointment', link.highlevelId),
    'clio-tasks': listKey('clio', clio.account, 'task', contact.id),
    'clio-notes': listKey('clio', clio.account, 'note', contact.id),
  } as const;
  const parts = Object.entries(keys) as [PersonView['unread'][number], string][];
  const rows = await Promise.all(
    parts.map(async ([name, key]): Promise<[typeof name, ReadRow | undefined]> => [name, await reader.readAt(key)]),
  );
  const contactRead = await reader.readAt(recordKey('highlevel', location.account, 'contact', link.highlevelId));
  const times = [contactRead?.at, ...rows.map(([, row]) => row?.at)].filter((at) => at !== undefined && at > 0) as number[];
  return {
    fetchedAt: times.length ? Math.min(...times) : 0,
    unread: rows.filter(([, row]) => row?.problem).map(([name]) => name),
  };
}

/** The linked person, both sides beside each other, with what is on its way laid over. */
export async function personView(parts: ViewParts, scene: LinkedScene, writes: Write[]): Promise<PersonView> {
  const { contact, highlevel, link, location, country } = scene;
  const lists = await readLists(parts, scene);
  const overlay = overlayOf(writes);
  const making = inTheMaking(overlay, scene);
  const pending = new Map([...overlay.items, ...making.states]);
  const pairs = await parts.reader.pairs(link.key);
  const known = (entity: 'task' | 'note') =>
    new Map(pairs.filter((pair) => pair.entity === entity).map((pair) => [pair.clioId, pair.highlevelId]));
  const names = new Map(lists.users.map((one) => [one.id, one.name]));
  const tasks = [...lists.tasks, ...making.tasks].map((task) => ({
    ...task,
    done: overlay.completing.get(task.id) ?? task.done,
    assigneeName: names.get(task.assigneeId ?? '') ?? task.assigneeName,
  }));
  const notes = [...lists.notes, ...making.notes];
  const now = parts.now();
  const held = await looksPrivileged(parts, scene.clio);
  const zones = { timeZone: parts.timeZone(), dueZone: location.timeZone ?? 'UTC' };
  return {
    name: contact.name,
    location: { id: location.account, name: location.name },
    clioId: contact.id,
    highlevelId: highlevel.id,
    url: contactUrl(location.account, highlevel.id),
    match: { by: link.by, reasons: link.reasons },
    fields: withPending(compareFields(contact, highlevel, { country }), overlay),
    tags: tagItems(highlevel.tags, overlay),
    knownTags: lists.tags.map((one) => one.name).sort((a, b) => a.localeCompare(b)),
    tasks: pairTasks({ clio: lists.clioTasks, highlevel: tasks, known: known('task'), pending, ...zones, now, held }),
    notes: pairNotes({ clio: lists.clioNotes, highlevel: notes, known: known('note'), pending, held }),
    appointments: appointmentItems(lists.appointments, lists.calendars, now),
    users: lists.users,
    dnd: highlevel.dnd ?? false,
    ...(await readsOf(parts, scene)),
  };
}
