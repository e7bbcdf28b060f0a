import type { Activity } from './activity.ts';
import type { Appointment } from './appointment.ts';
import type { Ask } from './ask.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import type { Contact } from './contact.ts';
import type { ErrorCode } from './errors.ts';
import type { Reason } from './link.ts';
import type { Note } from './note.ts';
import type { WriteItem } from './operation.ts';
import type { FieldRow, Place } from './panel.ts';
import type { StorageProblem } from './storage.ts';
import type { System } from './subject.ts';
import type { ChildEntity, Direction, Policy, SyncChoice, SyncEntity } from './sync.ts';
import type { Task } from './task.ts';

/** The page "Two-way sync". */
export interface SyncView {
  now: number;
  storage?: StorageProblem;
  /** Is writing switched on? A direction that needs it may be chosen; its writes wait and say so. */
  writing: Record<System, boolean>;
  pairs: SyncPairView[];
}

/** One Clio account and its location: what was chosen, what can be chosen, how it goes. */
export interface SyncPairView {
  clio: Place;
  location: Place;
  choice: SyncChoice;
  /** Linked people of this pair. */
  linked: number;
  /** What two-way sync still has to look at, and writes not done yet. */
  waiting: number;
  fields: Record<SyncEntity, FieldView[]>;
  users: Record<System, Place[]>;
  calendars: Record<System, Place[]>;
  customFields: Record<System, CustomFieldView[]>;
  sources: SourceView[];
  lastReconcile?: ReconcileView;
  /** One is under way: so many of its links are done. */
  reconciling?: { since: number; done: number; of: number };
  /** Linked people to choose a pilot from, by name: the first 200 (more by `people.view`) and those chosen. */
  people: { id: string; name: string }[];
}

/** `type`: the system's own word. `options`: of a picklist. */
export interface CustomFieldView extends Place {
  type?: string;
  options?: Place[];
}

/** `label`: key of its words; `name`: what a person called it (extras). */
export interface FieldView {
  id: string;
  label: string;
  name?: string;
  kind: string;
  directions: Direction[];
  suggested: Direction;
  policy: Policy;
}

export interface SourceView {
  id: string;
  system: System;
  at: number;
  nextAt: number;
  problem?: ErrorCode;
}

/** What a reconciliation found. `missing`: linked records that were not there. */
export interface ReconcileView {
  /** When it was done (ms since 1970). */
  at: number;
  links: number;
  /** Linked people with a difference, those without one, and those that could not be read. */
  drift: number;
  agreed: number;
  unread: number;
  missing: { link: string; side: System; name: string }[];
}

export interface AsksView {
  now: number;
  storage?: StorageProblem;
  /** Open ones, newest first, 200 at most. */
  asks: AskView[];
  count: number;
  /** Writes that stopped and need a person. */
  writes: StuckWrite[];
}
/** `urls`: the records it names, in their own systems' apps, by id. Neither API can merge, so a duplicate is merged there. */
export interface AskView extends Ask {
  urls: Record<string, string>;
}
/** `sent`: what it wants to write; `found`: what the record held when it was decided, where that is known. Values by field. */
export interface StuckWrite extends WriteItem {
  by: 'click' | 'sync' | 'rule';
  link?: string;
  sent?: Record<string, unknown>;
  found?: Record<string, unknown>;
}

/** `more`: ask again with `before` of the last row's `seq`. `people`: names of the linked people among them, by link. */
export interface ActivityView {
  now: number;
  timeZone: string;
  rows: Activity[];
  people: Record<string, string>;
  /** Rules that rows speak of and that are still there, by id: what each is called, and what sets it off (an operation). */
  rules: Record<string, { name: string; trigger: string }>;
  more: boolean;
}
/** A page of the log for a file. `before`: where the next one begins, absent at the end; `day`: today. */
export interface ActivityPage {
  day: string;
  rows: Activity[];
  before?: number;
}
export interface ExportedFile {
  name: string;
  type: string;
  text: string;
}

export interface PeopleCursor {
  changedAt: number;
  id: string;
}
/** People of one side, newest change first. `after`: where the next page begins. */
export interface PeopleView {
  now: number;
  rows: PersonRowView[];
  /** Everybody of that account, whatever was searched for. */
  count: number;
  after?: PeopleCursor;
}
export interface PersonRowView {
  id: string;
  name: string;
  kind: 'person' | 'company';
  email?: string;
  phone?: string;
  city?: string;
  tags?: string[];
  /** Milliseconds since 1970. */
  changedAt: number;
  links: string[];
  /** In the system's own app. */
  url: string;
  /** Whom it could be on the other side, where that is asked (key of the question). */
  ask?: string;
  candidates?: { id: string; name: string; reasons: Reason[] }[];
}

/** One linked person, both sides, from the store. */
export interface PersonPageView {
  now: number;
  link: string;
  name: string;
  clioId: string;
  highlevelId: string;
  by: 'person' | 'match' | 'create';
  reasons: Reason[];
  /** In the systems' own apps. */
  urls: Record<System, string>;
  contacts: { clio?: Contact; highlevel?: Contact };
  /** Where both are read: field by field. */
  fields: FieldRow[];
  timeZone: string;
  writing: Record<System, boolean>;
  tasks: Record<System, Task[]>;
  notes: Record<System, Note[]>;
  appointments: { clio: CalendarEntry[]; highlevel: Appointment[] };
  pairs: { key: string; entity: ChildEntity; clioId: string; highlevelId: string; at: number }[];
  asks: AskView[];
  activity: Activity[];
  waiting: WriteItem[];
}
