import type { Change, Entity } from '../model/change.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Rule, RuleState } from '../model/rule.ts';
import type { System } from '../model/subject.ts';
import type { Sealed } from './sealed.ts';

/** A rule: what it is called and says is sealed (`rule|id`), how it goes with it is not. */
export interface RuleRow extends RuleState {
  id: string;
  on: boolean;
  version: number;
  savedAt: number;
  sealed: Sealed;
}
export type RuleOpen = Omit<RuleRow, 'sealed'> & { rule: Rule };

/** Sealed to `rule|id|version`. */
export interface RuleVersionRow {
  rule: string;
  version: number;
  at: number;
  sealed: Sealed;
}

/** One run of a rule for one happening. Ids and times in the open, everything else sealed to `run|id`. */
export interface RunRow {
  id: number;
  rule: string;
  version: number;
  /** What it ran for, so that it never runs for it twice. */
  once: string;
  /** recordKey of what it is about. */
  record: string;
  /** When it began (ms since 1970); 0 while the budget holds it back. */
  at: number;
  /** `waiting`: for a time (`nextAt`), an answer (`ask`), or its own writes. */
  state: 'waiting' | 'done' | 'stopped';
  nextAt?: number;
  ask?: string;
  /** Acts of its writes. */
  acts: string[];
  /** Rules that led to it, itself the last. */
  chain: string[];
  /** Accounts it speaks of. */
  accounts: string[];
  sealed: Sealed;
}

/** What was seen when it was set off, and how far it has come. */
export interface RunBody {
  system: System;
  account: string;
  entity: Entity;
  id: string;
  before?: unknown;
  after?: unknown;
  origin?: Change['origin'];
  by?: 'visit' | 'clock';
  at: number;
  label: string;
  link?: string;
  backfill?: boolean;
  /** lib/rules/plan `Progress`. */
  progress: { at: number; made: Record<string, string>; pending: string[]; approved: string[] };
  /** Acts of the writes that are on their way, by step. */
  acts: Record<string, string>;
  /** Step that an open question is about. */
  asked?: string;
}
export type Run = Omit<RunRow, 'sealed'> & { body: RunBody };

/** A rule's run over what was there before. Counts and ids only. */
export interface BackfillRow {
  id: string;
  rule: string;
  version: number;
  state: 'running' | 'paused' | 'done' | 'cancelled';
  at: number;
  endedAt?: number;
  /** recordKey it has got to; absent at the start. */
  after?: string;
  done: number;
  of: number;
  ran: number;
  skipped: number;
  error?: ErrorCode;
}

/** What rules add to a batch. */
export interface RulesBatch {
  runs?: Run[];
  /** How it goes with rules that are there. */
  rules?: { id: string; patch: Partial<RuleState> & { on?: boolean } }[];
  /** Laid over rows that still run; a cancelled one stays so. */
  backfills?: BackfillRow[];
}
