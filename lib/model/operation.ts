import type { ErrorCode, ErrorFacts } from './errors.ts';

/** States of a write. `needs-you` waits for a person; `failed` is final until retried or dropped. */
export type WriteState = 'queued' | 'sending' | 'done' | 'unknown' | 'needs-you' | 'failed';

/** A write as the screen shows it. */
export interface WriteItem {
  id: number;
  /** Catalogue id, e.g. `highlevel.task.create`. Words are `op.<id>`. */
  op: string;
  /** Whom or what it is about: a title or a name. */
  label: string;
  subject: string;
  state: WriteState;
  queuedAt: number;
  /** When it will be tried next, if it waits. */
  nextAt?: number;
  error?: { code: ErrorCode; facts: ErrorFacts };
  /** Of a refused write that nothing came of: what it would have written, for putting it right. The panel knows only that it can be. */
  canEdit?: boolean;
  edit?: { connection: string; input: unknown };
}

/** One click of a person: one or several writes, shown as one toast. */
export interface ActView {
  id: string;
  /** `act.<kind>` in words, e.g. `task.push`. */
  kind: string;
  label: string;
  count: number;
  state: 'queued' | 'sending' | 'done' | 'needs-you' | 'failed' | 'undone';
  /** Checks that came out well, as words' keys: `due-kept`, `read-back`. */
  checked: boolean;
  at: number;
  /** Milliseconds since 1970 until which undo is offered; absent when the API has no way back. */
  undoUntil?: number;
  error?: { code: ErrorCode; facts: ErrorFacts };
}
