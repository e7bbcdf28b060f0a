import type { System } from '../model/subject.ts';
import type { Direction, Policy, Values } from '../model/sync.ts';
import type { CompareWith, ValueKind } from './compare.ts';

// A key that is missing from `Values` is never decided about: a blank that nobody looked at is no blank.
export type { Direction, Policy, Values };

export interface FieldRule {
  id: string;
  kind: ValueKind;
  direction: Direction;
  policy: Policy;
  /** Fill a value in again that somebody cleared on one side. Left out, a cleared value stays cleared on its side. */
  refill?: boolean;
  /** Can this system hold the value? Left out, it can. */
  holds?: (system: System, value: string) => boolean;
}

export interface MergeInput extends CompareWith {
  /** What both sides last agreed on; left out at the first meeting. */
  base?: Values;
  /** What we last wrote, as the system gave it back, where that is not the base (a shortened text, a write whose base isn't kept yet). */
  written?: Partial<Record<System, Values>>;
  clio: Values;
  highlevel: Values;
  /** When each record was last changed, milliseconds since 1970; only `newest` asks for it. */
  changedAt?: Partial<Record<System, number>>;
}

export type KeepReason =
  /** This field is not synced. */
  | 'off'
  /** Not read on one side. */
  | 'unread'
  | 'both-blank'
  /** Both say the same already; the base moves there. */
  | 'same'
  /** Nobody changed anything: one side merely shows what we wrote in its own way. */
  | 'echo'
  /** Cleared on one side; a blank never overwrites, and what was cleared on purpose is not filled in again. */
  | 'cleared'
  /** The side that would have to be written is not open to this field. */
  | 'direction'
  /** The other system can't hold the value (too long, not in its list). */
  | 'cannot-hold';
export type WriteReason =
  /** The other side is blank. */
  | 'fill'
  /** Only this side changed. */
  | 'changed'
  /** Both changed, or they differ at the first meeting; the policy decided. */
  | 'policy'
  /** The same, by the later change. */
  | 'newest';
export type AskReason = 'ask' | 'times-unknown' | 'times-equal';

/** A value that was, or would be, overwritten and that the base doesn't hold: it belongs into the log. */
export interface Loser {
  side: System;
  value: string;
}

export type FieldDecision =
  | { id: string; do: 'keep'; why: KeepReason }
  | { id: string; do: 'to-highlevel' | 'to-clio'; why: WriteReason; value: string; before?: string; loser?: Loser }
  | { id: string; do: 'conflict'; why: AskReason; clio: string; highlevel: string; base?: string };
export type FieldWrite = Extract<FieldDecision, { do: 'to-highlevel' | 'to-clio' }>;
export type FieldConflict = Extract<FieldDecision, { do: 'conflict' }>;
export type DecisionReason = FieldDecision['why'];

/** Key of the words for a reason. */
export const whyKey = (why: DecisionReason): string => `merge.why.${why.replaceAll('-', '_')}`;

export const isWrite = (decision: FieldDecision): decision is FieldWrite =>
  decision.do === 'to-highlevel' || decision.do === 'to-clio';
export const isConflict = (decision: FieldDecision): decision is FieldConflict => decision.do === 'conflict';

/** The side a decision writes to. */
export const targetOf = (write: FieldWrite): System => (write.do === 'to-clio' ? 'clio' : 'highlevel');
export const otherSide = (side: System): System => (side === 'clio' ? 'highlevel' : 'clio');
