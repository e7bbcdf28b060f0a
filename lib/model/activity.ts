import type { ErrorCode } from './errors.ts';
import type { System } from './subject.ts';
import type { SyncEntity } from './sync.ts';

/** What happened, when, why, by whom. Ids, times and codes are readable; names and values are sealed. */
export interface ActivityRow {
  seq?: number;
  /** Milliseconds since 1970. */
  at: number;
  /** `write`: sent and settled. `decision`: decided without sending. `ask`/`answer`: a question and its answer. `setting`: switched. */
  kind: 'write' | 'decision' | 'ask' | 'answer' | 'setting' | 'connection' | 'run';
  by: 'click' | 'sync' | 'rule' | 'reconcile' | 'person';
  /** Rule id, or the click's kind (`task.push`). */
  cause?: string;
  /** The click or plan it belongs to, and the outbox row. */
  act?: string;
  write?: number;
  op?: string;
  system?: System;
  account?: string;
  entity?: SyncEntity | string;
  id?: string;
  link?: string;
  outcome: 'done' | 'queued' | 'kept' | 'held' | 'asked' | 'failed' | 'needs-you' | 'undone' | 'dropped' | 'skipped';
  /** Words' key below `activity.why.`: why it was done or left. */
  why?: string;
  error?: ErrorCode;
}

/** Sealed part. */
export interface ActivityBody {
  label: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Values that lost a conflict, by field: kept here and nowhere else. */
  losers?: { field: string; side: System; value: string }[];
  /** Fields left alone, with the reason (`merge.why.*`). */
  kept?: { field: string; why: string }[];
}

export type Activity = ActivityRow & { body: ActivityBody };
