import { pairNotes, pairTasks } from '../match/pair.ts';
import { type PairInput, pairUp } from '../match/pairing.ts';
import {
  APPOINTMENT_TABLE,
  readAppointment,
  readCalendarEntry,
  toClioEntry,
  toHighLevelAppointment,
} from '../merge/appointment.ts';
import type { Values } from '../merge/field.ts';
import type { FieldSpec, Mapped } from '../merge/mapping.ts';
import { untitled } from '../merge/meeting-title.ts';
import { NOTE_TABLE, noteText, readNote, toClioNote, toHighLevelNote } from '../merge/note.ts';
import { type Pairing, pairing } from '../merge/pairing.ts';
import { readTask, TASK_TABLE, toClioTask, toHighLevelTask } from '../merge/task.ts';
import type { Appointment } from '../model/appointment.ts';
import type { CalendarEntry } from '../model/calendar-entry.ts';
import type { Entity } from '../model/change.ts';
import type { Link } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import type { System } from '../model/subject.ts';
import type { Agreed, ChildEntity } from '../model/sync.ts';
import type { Task } from '../model/task.ts';
import type { Ground } from './plan-parts.ts';

/** A task, note, appointment or calendar entry, as far as all of them are alike. */
export type Child = {
  id: string;
  title?: string;
  contactId?: string;
  createdAt?: string;
  updatedAt?: string;
  recurring?: boolean;
};
type Fields = Record<string, unknown>;

/** Where a child is read and written: between which accounts, of which person. */
export interface Spot {
  ground: Ground;
  link: Link;
  people: Pairing;
  now: number;
}
export const spotOf = (ground: Ground, link: Link, now: number): Spot => ({
  ground,
  link,
  now,
  people: pairing([{ clio: link.clioId, highlevel: link.highlevelId }]),
});

/** Two records that stand for one; `key` of their pair. */
export interface Twin {
  key: string;
  clioId: string;
  highlevelId: string;
  agreed?: Agreed;
}

interface Twins {
  clio: Child[];
  highlevel: Child[];
  known: ReadonlyMap<string, string>;
}

/** Everything in which the kinds of children differ; deciding, asking and queueing are the same for all. */
export interface Kind {
  table: readonly FieldSpec[];
  /** What it is called in each system: the operation's word, the input's id, the entity it is stored as. */
  names: Record<System, { op: string; id: string; stored: Entity }>;
  /** In shared terms; `other` and `base` where the wording of one side depends on the other. */
  read(record: Child, system: System, spot: Spot, near: { other?: Child; base?: Values }): Values;
  /** What to write, under the names of the operation's values. `was`: what the record says now in shared terms, where it is there. */
  write(system: System, values: Values, spot: Spot, current?: Child, was?: Values): Mapped<object>;
  /** What stands there under those names. */
  held(record: Child, system: System): Fields;
  /** Pairs of what is there on both sides already: Clio id, HighLevel id. */
  twins(lists: Twins, spot: Spot): [string, string][];
  text(record: Child): string | undefined;
}

const both = (op: string, id: string, stored: Entity) => ({ clio: { op, id, stored }, highlevel: { op, id, stored } });
const pending = new Map<string, never>();
const found = <T>(items: T[], ids: (item: T) => (string | undefined)[]): [string, string][] =>
  items.map(ids).filter((pair): pair is [string, string] => pair[0] !== undefined && pair[1] !== undefined);
/** Pairs of those that say the same under `key`, with the known ones. */
const same = <T extends { id: string }>(lists: PairInput<T>, key: (one: T) => string): [string, string][] =>
  found(
    pairUp(lists, (one) => [key(one)], key),
    (pair) => [pair.clio?.id, pair.highlevel?.id],
  );
/** Our models call the assignee `assigneeId`; HighLevel's operations `assignedTo`. */
const assigned = (system: System, { assigneeId, ...rest }: Fields): Fields =>
  assigneeId === undefined ? rest : { ...rest, [system === 'clio' ? 'assigneeId' : 'assignedTo']: assigneeId };

const TASK: Kind = {
  table: TASK_TABLE,
  names: both('task', 'taskId', 'task'),
  read: (record, _, { ground }) => readTask(record as Task, ground).values,
  write(system, values, { ground }, current) {
    const to = system === 'clio' ? toClioTask : toHighLevelTask;
    const { value, warnings } = to(values, ground, current as Task | undefined);
    return { value: assigned(system, { ...value }), warnings };
  },
  held: (record, system) => assigned(system, { ...(record as Task) }),
  twins({ clio, highlevel, known }, { ground: { zone }, now }) {
    const lists = { clio: clio as Task[], highlevel: highlevel as Task[], known, pending };
    const items = pairTasks({ ...lists, timeZone: zone, dueZone: zone, now });
    const dated = found(items, (item) => [item.clio?.id, item.highlevel?.id]);
    // HighLevel holds none without a due date: of one that has none in Clio the title says enough.
    const there = new Set(dated.flat());
    const rest = (tasks: Task[]) => tasks.filter(({ id }) => !there.has(id));
    const undated = { ...lists, clio: rest(lists.clio).filter(({ due }) => !due), highlevel: rest(lists.highlevel) };
    return [...dated, ...same(undated, ({ title }) => title.trim().toLowerCase())];
  },
  text: (record) => (record as Task).body,
};

/** A pushed note carries its title above its text: HighLevel's own screens show no other place for one. */
export const worded = ({ title, text }: { title?: string; text?: string }): string =>
  title ? `${title}\n\n${text ?? ''}` : (text ?? '');

/** Takes the title off again, where the note begins with one that the other side has, or both agreed on. */
function unworded(note: Note, titles: (string | undefined)[]): Note {
  const title = note.title ? undefined : titles.find((one) => one && note.text.trimStart().startsWith(`${one}\n`));
  return title ? { ...note, title, text: note.text.trimStart().slice(title.length).trimStart() } : note;
}

const NOTE: Kind = {
  table: NOTE_TABLE,
  names: both('note', 'noteId', 'note'),
  read(record, system, { ground }, { other, base }) {
    const note = system === 'clio' ? (record as Note) : unworded(record as Note, [other?.title, base?.title]);
    return readNote(note, ground.zone).values;
  },
  write(system, values, _, current, was) {
    const note = current as Note | undefined;
    if (system === 'clio') return toClioNote(values, note);
    if (note?.title) return toHighLevelNote(values, note);
    // Title and text are one text there, so both are written when one of them changes.
    const { value, warnings } = toHighLevelNote({ ...was, ...values }, note);
    return { value: { text: worded(value) }, warnings };
  },
  held: (record) => ({ ...(record as Note) }),
  twins({ clio, highlevel, known }) {
    const items = pairNotes({ clio: clio as Note[], highlevel: highlevel as Note[], known, pending });
    const rest = found(items, (item) => [item.clioId, item.highlevelId]);
    // A note whose title stands apart on both sides says the same, too.
    return same({ clio: clio as Note[], highlevel: highlevel as Note[], known: new Map(rest), pending }, noteText);
  },
  text: (record) => (record as Note).text,
};

const slot = ({ title = '', startsAt }: { title?: string; startsAt: string }): string =>
  `${untitled(title).title.trim().toLowerCase()}|${Date.parse(startsAt)}`;

const APPOINTMENT: Kind = {
  table: APPOINTMENT_TABLE,
  names: {
    clio: { op: 'entry', id: 'entryId', stored: 'calendar-entry' },
    highlevel: { op: 'appointment', id: 'eventId', stored: 'appointment' },
  },
  read: (record, system, { ground, people, link }) =>
    system === 'clio'
      ? readCalendarEntry(record as CalendarEntry, { zone: ground.zone, people }, link.highlevelId).values
      : readAppointment(record as Appointment, { zone: ground.zone, people }).values,
  write(system, values, { ground: { zone }, people }, current) {
    if (system === 'clio') return toClioEntry(values, { zone, people }, current as CalendarEntry | undefined);
    const { value, warnings } = toHighLevelAppointment(values, { zone, people }, current as Appointment | undefined);
    // Whom it is with stands beside the values, and is named once.
    const { contactId: _, ...rest } = value;
    return { value: rest, warnings };
  },
  held: (record) => ({ ...record }),
  twins: ({ clio, highlevel, known }) =>
    same({ clio: clio as CalendarEntry[], highlevel: highlevel as never[], known, pending }, slot),
  text: (record) => (record as CalendarEntry).description,
};

export const KINDS: Record<ChildEntity, Kind> = { task: TASK, note: NOTE, appointment: APPOINTMENT };

/** Our name of a stored entity; undefined for what two-way sync doesn't carry. */
export const childEntity = (stored: Entity): ChildEntity | undefined =>
  stored === 'calendar-entry'
    ? 'appointment'
    : stored === 'task' || stored === 'note' || stored === 'appointment'
      ? stored
      : undefined;

/** As much of a text as names it in a list. */
export const labelOf = (kind: Kind, record: Child): string =>
  (record.title || kind.text(record) || '').replace(/^([\s\S]{79})[\s\S]{2,}/, '$1…');
