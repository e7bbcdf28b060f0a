import type { System } from './subject.ts';

/** Where a field's changes may travel. */
export type Direction = 'to-highlevel' | 'to-clio' | 'both' | 'off';
/** Who is right when both sides changed the same field. */
export type Policy = 'clio' | 'highlevel' | 'newest' | 'ask';

/** What somebody chose for a field. */
export interface FieldChoice {
  direction?: Direction;
  policy?: Policy;
  refill?: boolean;
}

/** Values of one record in the terms both systems share (lib/merge). A key with `undefined` was read and is blank; a missing key was not read. */
export type Values = Readonly<Record<string, string | undefined>>;

/** What both sides last agreed on, and what we wrote where a system gave it back otherwise. Kept with a link or a pair. */
export interface Agreed {
  base: Values;
  written: Record<System, Values>;
}

/** Records that stand under a person and have a twin on the other side; a Clio calendar entry is an appointment here. */
export type ChildEntity = 'task' | 'note' | 'appointment';
export const CHILD_ENTITIES = ['task', 'note', 'appointment'] as const satisfies readonly ChildEntity[];
export type SyncEntity = 'contact' | ChildEntity | 'dnd';
export const SYNC_ENTITIES = ['contact', 'task', 'note', 'appointment', 'dnd'] as const satisfies readonly SyncEntity[];

export interface EntityChoice {
  direction: Direction;
  /** For fields without a policy of their own. */
  policy: Policy;
  /** Records made on one side since sync was switched on are made on the other, where the direction allows. */
  create: boolean;
  /** When making them in a system was switched on, where that was later than sync itself (ms since 1970). */
  since?: Partial<Record<System, number>>;
  /** By field id of the entity's table (lib/merge). A field without a choice follows the entity. */
  fields: Record<string, FieldChoice>;
}

/** A Clio user and a HighLevel user who are one person. */
export interface UserPair {
  clio: string;
  highlevel: string;
}

/** The Clio custom field that says "do not disturb" (see lib/merge/dnd). */
export type DndChoice =
  | { id: string; variant: 'checkbox' }
  | { id: string; variant: 'picklist'; yes: string; no?: string }
  | { id: string; variant: 'text'; yes: string; no?: string };

/** What stays equal between one Clio account and its HighLevel location. Everything is off until a person switches it on. */
export interface SyncChoice {
  on: boolean;
  /** When it was switched on (ms since 1970): only records made later are made on the other side by themselves. */
  since: number;
  /** When it was last chosen what stands for what: users, named fields, do-not-disturb (ms since 1970). */
  mappedAt?: number;
  entities: Record<SyncEntity, EntityChoice>;
  /** A small start: only these people (Clio contact ids), or at most so many new people a day. */
  pilot: { on: boolean; people: string[]; perDay?: number };
  users: UserPair[];
  /** Clio user who gets tasks whose HighLevel assignee stands for nobody (Clio demands an assignee). */
  assignee?: string;
  /** Calendars in which new appointments and entries are made (ids). */
  calendars: { clio?: string; highlevel?: string };
  /** Minutes before an appointment copied to Clio at which Clio reminds; none when left out. */
  reminderMinutes?: number;
  dnd?: DndChoice;
  /** Fields named by a person: a Clio custom field beside a HighLevel custom field or a tag (lib/merge/extras `ExtraField`). */
  extras: unknown[];
  /** Words that mark privileged text (left out: the built-in list), and what is allowed by matter id. */
  privilege: { words?: string[]; matters: Record<string, { notes?: boolean; privateTasks?: boolean }> };
}

const choice = (): EntityChoice => ({ direction: 'off', policy: 'ask', create: false, fields: {} });

/** Nothing on. */
export const noSync = (): SyncChoice => ({
  on: false,
  since: 0,
  entities: { contact: choice(), task: choice(), note: choice(), appointment: choice(), dnd: choice() },
  pilot: { on: false, people: [] },
  users: [],
  calendars: {},
  reminderMinutes: 30,
  extras: [],
  privilege: { matters: {} },
});

/** Only records made later than this are made in that system by themselves: "new ones from now on" means the moment it was chosen. */
export const sinceOf = ({ since, entities }: SyncChoice, entity: SyncEntity, to: System): number =>
  Math.max(since, entities[entity].since?.[to] ?? 0);

/** Was this field's value worked out by choices of what stands for what that are others by now? `at`: when it was. */
export const isRemapped = ({ mappedAt = 0 }: SyncChoice, id: string, at: number): boolean =>
  at <= mappedAt && (id === 'dnd' || id === 'assignee' || id.startsWith('x.'));
