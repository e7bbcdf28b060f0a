import type { Appointment } from './appointment.ts';
import type { ContactField } from './contact.ts';
import type { ErrorCode } from './errors.ts';
import type { Candidate, Reason } from './link.ts';
import type { PersonOfMatter } from './matter.ts';
import type { ActView, WriteItem } from './operation.ts';
import type { StorageProblem } from './storage.ts';
import type { PageHint, Subject, System } from './subject.ts';
import type { Due } from './task.ts';

/** Everything the panel paints, from the store alone. Exactly one screen; notices and waiting writes lie over any screen. */
export interface PanelView {
  subject: Subject;
  /** subjectKey(subject); every act sends it back. */
  key: string;
  /** The background's clock, milliseconds since 1970, so that "overdue" and "in 3 s" agree with it. */
  now: number;
  /** IANA zone in which due dates are shown: the user's. */
  timeZone: string;
  screen: Screen;
  notices: Notice[];
  /** Writes of this person not yet done, oldest first. */
  waiting: WriteItem[];
  /** Recent acts, newest first, for toasts and undo. */
  acts: ActView[];
  /** On a matter page: who it can be about, and who is shown. */
  people?: { list: PersonOfMatter[]; chosen: string; matter: string };
  can: { writeHighLevel: boolean; writeClio: boolean };
}

export type Screen =
  | { kind: 'not-record' }
  /** `several`: with several locations a record's location can't be told before Clio is connected. */
  | { kind: 'not-connected'; missing: System[]; several?: boolean }
  /** A sign-in window is open. */
  | { kind: 'connecting'; system: System }
  | { kind: 'hint'; hint: PageHint; candidates: Candidate[]; location: Place }
  | { kind: 'pair'; clio: Place; locations: Place[] }
  | { kind: 'loading'; name?: string }
  | { kind: 'company'; name: string }
  | { kind: 'deleted'; system: System; name?: string; highlevelId?: string }
  /** `failed`: how the last try to sign in again ended. */
  | { kind: 'reconnect'; system: System; connection: Place; reason: ErrorCode; since: number; failed?: ErrorCode }
  | {
      kind: 'choose';
      name: string;
      location: Place;
      candidates: Candidate[] /** Clio's values, for the create offer. */;
      create: FieldRow[];
    }
  | { kind: 'none'; name: string; location: Place; reasons: Reason[]; create: FieldRow[] }
  | { kind: 'person'; person: PersonView }
  /** `until`: when it may be read again (milliseconds since 1970), where the vendor said so. */
  | { kind: 'error'; code: ErrorCode; system?: System; until?: number };

/** A connected account by id and name. */
export interface Place {
  id: string;
  name: string;
}

export type Notice =
  | { kind: 'offline' }
  | { kind: 'rate-limited'; system: System; until: number }
  | { kind: 'daily-limit'; system: System; until: number }
  /** Clio needs a sign-in, yet the person can be shown from the store. */
  | { kind: 'reconnect'; system: System; connection: Place; reason: ErrorCode; since: number }
  /** The sign-in window of that is open. */
  | { kind: 'connecting'; system: System }
  | { kind: 'writing-off' }
  | { kind: 'stale'; since: number; code: ErrorCode }
  | { kind: 'storage'; code: StorageProblem };

export interface PersonView {
  name: string;
  location: Place;
  clioId: string;
  highlevelId: string;
  /** The contact in HighLevel's own app. */
  url: string;
  match: { by: 'person' | 'match' | 'create'; reasons: Reason[] };
  fields: FieldRow[];
  tags: TagItem[];
  /** Tags the location knows, for suggestions. */
  knownTags: string[];
  tasks: TaskItem[];
  notes: NoteItem[];
  appointments: AppointmentItem[];
  /** People tasks can be assigned to. */
  users: Place[];
  dnd: boolean;
  /** Milliseconds since 1970 of the oldest part shown. */
  fetchedAt: number;
  /** Parts that could not be read this time; the panel says so instead of showing an empty list. */
  unread: ('tasks' | 'notes' | 'appointments' | 'clio-tasks' | 'clio-notes')[];
}

/** What a badge says of an item. */
export type ItemState =
  | 'same'
  | 'differs'
  | 'only-clio'
  | 'only-highlevel'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'held'
  | 'needs-you'
  | 'failed';

export interface FieldRow {
  field: ContactField;
  clio?: string;
  highlevel?: string;
  state: ItemState;
  /** Clio has a value HighLevel lacks or has differently, and HighLevel can take it. */
  pushable: boolean;
  /** HighLevel has a value Clio lacks, and Clio can take it. */
  copyable: boolean;
}

export interface TagItem {
  name: string;
  state: 'same' | 'queued' | 'sending' | 'removing' | 'failed';
}

export interface TaskSide {
  id: string;
  title: string;
  body?: string;
  due?: Due;
  done: boolean;
  who?: string;
  matter?: string;
  private?: boolean;
}

export interface TaskItem {
  /** Stable over re-reads. */
  key: string;
  clio?: TaskSide;
  highlevel?: TaskSide;
  state: ItemState;
  /** Done on the side that counts: HighLevel's when both exist. */
  done: boolean;
  due?: Due;
  overdue: boolean;
  /** Which values differ when state is `differs`. */
  differs?: ('title' | 'due' | 'done')[];
}

export interface NoteItem {
  key: string;
  title?: string;
  text: string;
  at: string;
  who?: string;
  from: System | 'both';
  clioId?: string;
  highlevelId?: string;
  matter?: string;
  state: ItemState;
}

export interface AppointmentItem extends Appointment {
  when: 'next' | 'past';
  calendar?: string;
}
