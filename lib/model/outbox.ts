import type { ErrorCode, ErrorFacts } from './errors.ts';
import type { Link } from './link.ts';
import type { WriteState } from './operation.ts';
import type { System } from './subject.ts';
import type { ChildEntity, SyncEntity } from './sync.ts';

/** One write as it is kept. Everything a client could be known by is in `WriteBody`, which is stored sealed. */
export interface WriteRow {
  /** Order of queueing; also the row's id. */
  seq: number;
  op: string;
  connection: string;
  /** Whatever it must queue behind: one at a time a key, in order. */
  key: string;
  /** Id of the click it belongs to. */
  act: string;
  /** Words' key of the click, e.g. `task.push`. */
  kind: string;
  /** `clioAccount|clioId|locationId`: whose panel shows it. */
  link: string;
  state: WriteState;
  /** How often a request left; a row that was never sent can simply be dropped. */
  attempts: number;
  /** How often an unknown outcome was looked for. */
  checks: number;
  /** The last request itself was answered with a no, so nothing came of it. */
  refused?: boolean;
  /** How often something failed before or after the request, for growing waits; absent for none. */
  failures?: number;
  queuedAt: number;
  /** Milliseconds since 1970 before which it is left alone. */
  nextAt: number;
  sentAt?: number;
  doneAt?: number;
  error?: { code: ErrorCode; facts: ErrorFacts };
  /** Who asked for it: a click (absent), two-way sync, or a rule (`rule`: its id). */
  by?: 'sync' | 'rule';
  rule?: string;
  /** Set when this row takes back another click. */
  undoes?: string;
  /** Set when somebody took the click back. */
  undone?: boolean;
}

/**
 * What a write of two-way sync settles once it is done: the link's own values (`entity` contact or dnd) or those of a pair. `decisions`
 * are lib/merge's; the new base is made from them and from what the write's own answer holds, never from a later read.
 */
export interface SyncMark {
  entity: SyncEntity;
  /** Key of the pair, for a child that has a twin already. */
  pair?: string;
  /** Of a child that is being made: the record it is made from. */
  from?: { system: System; id: string };
  /** What was read when it was decided (`MergeInput` of lib/merge without functions). */
  input: unknown;
  decisions: unknown;
  /** How often it was decided anew because somebody changed the record in between. */
  tries: number;
  /** Whom the Clio contact was linked to when it was decided: linked elsewhere since, it is not for this row to say who is meant. */
  highlevelId?: string;
}

export interface WriteBody {
  label: string;
  input: unknown;
  /** Clio record this write stands for, remembered as a pair when it is done. */
  pair?: { entity: ChildEntity; clioId: string /** What is made in Clio stands for this one. */; highlevelId?: string };
  /** Set for writes that two-way sync planned. */
  sync?: SyncMark;
  /** The link to be kept in the same breath as the contact it is for (creating a contact). */
  link?: Omit<Link, 'highlevelId' | 'at'>;
  /** The same for a contact that is made in Clio. */
  linkTo?: Omit<Link, 'key' | 'clioId' | 'at'>;
  /** A person said that this is somebody new, whoever else is like them. */
  isNew?: true;
  /** What goes when this is done (undo): keys of pairs, and of the link. */
  unpair?: string[];
  unlink?: string;
  /** Ids of the children that were there before a create, so that an unknown create can be told from an old record. */
  snapshot?: string[];
  /** Values the write replaced, for undo. */
  before?: unknown;
  result?: { id: string };
  /** What the vendor said of a failure. */
  told?: { detail?: string; existingId?: string };
  /** What came back other than sent: names of values. */
  differs?: string[];
  /** What a person put right after a refusal, by field: it stands on this side alone. */
  edited?: Record<string, unknown>;
}

export type Write = WriteRow & { body: WriteBody };

/** A row to be queued. */
export type NewWrite = Pick<WriteRow, 'op' | 'connection' | 'key' | 'act' | 'kind' | 'link' | 'undoes' | 'by' | 'rule'> & {
  body: WriteBody;
};

/** Refused for what it says; only another wording gets it through. */
const SAID: readonly ErrorCode[] = ['invalid-request', 'duplicate-contact'];

/** May its values be put right? Only while nothing came of it: one that may have been carried out is looked for as it was. */
export const canEdit = ({ state, error, attempts, refused }: WriteRow): boolean =>
  (state === 'failed' || state === 'needs-you') &&
  SAID.includes(error?.code as ErrorCode) &&
  // Refused as invalid to the end: it was looked for, and is not there (lib/sync/settle).
  (attempts === 0 || refused === true || (state === 'failed' && error?.code === 'invalid-request'));
