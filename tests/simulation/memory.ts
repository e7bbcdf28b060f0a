import type { Rule } from '../../lib/model/rule.ts';
import type { SyncChoice } from '../../lib/model/sync.ts';
import type { Breach } from './checks.ts';
import type { System } from './systems.ts';

/** What somebody did by hand, for judging the end by. */
export interface Edit {
  at: number;
  side: System;
  /** Clio contact id or HighLevel contact id the record stands under. */
  contact: string;
  entity: 'contact' | 'task' | 'note' | 'appointment';
  id: string;
  field: string;
  value: string;
  /** What stood there and was seen by whoever wrote over it. */
  replaced?: string | undefined;
}

export interface Click {
  at: number;
  type: string;
  label: string;
  /** Set once the background has said that it is kept. */
  act?: string;
  /** The background said no, or never answered (it died): nothing was promised. */
  refused?: string;
}

export interface Text {
  entity: 'task' | 'note' | 'contact' | 'appointment';
  from: System;
  at?: number;
  owner?: string;
  /** So often somebody wrote these very words into each system; left out: once, into `from`. */
  hand?: Record<System, number>;
  /** When they did so last. */
  handAt?: number;
}

/** Everything people were promised and did in one history. */
export interface Memory {
  edits: Edit[];
  clicks: Click[];
  /** Texts that stand for one record each: there must never be two of one on a side. */
  texts: Map<string, Text>;
  /** Values that somebody saw and decided against (an answer, an overwriting push). */
  decided: Set<string>;
  /** Texts of Clio that must not leave it unless somebody said so (`allowed`, or their matter). */
  secret: Map<string, { matter?: string | undefined }>;
  allowed: Set<string>;
  /** Whom somebody said a new person is: Clio id -> HighLevel id. */
  chosen: Map<string, string>;
  /** When a question was answered last, by its key. */
  answered: Map<string, number>;
  /** Rules as they were kept, by id. */
  rules: Map<string, { rule: Rule; at: number }>;
  /** Two-way sync as it was last kept. */
  sync?: SyncChoice;
  /** People who became one, in either system, and their twins: what stood under both of them stands with either. */
  merged: Set<string>;
  /** After so many calls and alarms nobody did anything and everything was at rest. No time: a clock put back shows the same hour twice. */
  idle?: { calls: number; rings: number };
  /** What went wrong while it was looked at: what waits without anything to wake it, what a fair day didn't bring. */
  seen: Breach[];
  /** What it is switched on with. */
  choice?: SyncChoice;
  /** What was removed by hand: nothing has to be equal there any more. */
  removed: Set<string>;
}

export const newMemory = (): Memory => ({
  edits: [],
  clicks: [],
  texts: new Map(),
  decided: new Set(),
  removed: new Set(),
  merged: new Set(),
  secret: new Map(),
  allowed: new Set(),
  chosen: new Map(),
  answered: new Map(),
  rules: new Map(),
  seen: [],
});
