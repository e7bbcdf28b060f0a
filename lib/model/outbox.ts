import type { ErrorCode, ErrorFacts } from './errors.ts';
import type { Link } from './link.ts';
import type { WriteState } from './operation.ts';

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
  /** Set when this row takes back another click. */
  undoes?: string;
  /** Set when somebody took the click back. */
  undone?: boolean;
}

export interface WriteBody {
  label: string;
  input: unknown;
  /** Clio record this write stands for, remembered as a pair when it is done. */
  pair?: { entity: 'task' | 'note'; clioId: string };
  /** The link to be kept in the same breath as the contact it is for (creating a contact). */
  link?: Omit<Link, 'highlevelId' | 'at'>;
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
}

export type Write = WriteRow & { body: WriteBody };
