import type { Entity } from './change.ts';
import type { ErrorCode } from './errors.ts';
import type { Candidate } from './link.ts';
import type { Given, Rule, RuleProblem, RuleState, SkipWhy, StepKind } from './rule.ts';
import type { StorageProblem } from './storage.ts';
import type { System } from './subject.ts';

/** The page of rules. */
export interface RulesView {
  now: number;
  storage?: StorageProblem;
  writing: Record<System, boolean>;
  rules: RuleView[];
  backfills: BackfillView[];
}

export interface RuleView {
  rule: Rule;
  state: RuleState;
  /** When it was last saved and last ran (ms since 1970). */
  savedAt: number;
  lastRun?: number;
  /** Runs of the last 24 hours, and those that wait (for a time, a yes, a write). */
  runs: number;
  waiting: number;
  /** What is wrong with it by now: it can't be switched on. */
  problems: RuleProblem[];
}

export interface VersionView {
  version: number;
  at: number;
  rule: Rule;
}

/** What would come of a rule; nothing was sent. */
export interface DryRunView {
  now: number;
  problems: RuleProblem[];
  cases: DryCase[];
  /** Totals over all cases. */
  fired: number;
  writes: number;
  calls: number;
}

/** One change, or one record, that the rule was tried on. */
export interface DryCase {
  /** `seq` of the change, where it is one. */
  change?: number;
  label: string;
  system: System;
  entity: Entity;
  id: string;
  at: number;
  /** Why nothing came of it. */
  skipped?: SkipWhy;
  steps: DryStep[];
}

export interface DryStep {
  /** Id of the step, and what it does. */
  step: string;
  do: StepKind;
  /** What it would do: an operation's id, or a text (notify, approve). */
  operation?: string;
  text?: string;
  /** The call as it would leave, without credentials. */
  call?: { method: string; url: string; body?: unknown };
  /** Before and after per field; `before` where the record is known. */
  fields?: { field: string; before?: unknown; after: unknown }[];
  /** Minutes of a wait. */
  minutes?: number;
  /** Whom the person to be made could be: a question would come first. */
  who?: Candidate[];
  /** Why it would do nothing. */
  skipped?: SkipWhy;
  problems?: { field: string; code: string }[];
  /** Why a person would be asked first (codes of lib/merge/privilege). */
  held?: string[];
  values?: Record<string, Given>;
}

/** Before a backfill: what it would do to the records that are there. */
export interface BackfillPreview {
  /** Records looked at, those that fit, those it has run for before. */
  records: number;
  fits: number;
  before: number;
  /** Records that look like the same person as another that fits. */
  duplicates: number;
  /** True when there are more records than were looked at. */
  partial: boolean;
  /** People of whom it would be asked first who they are. */
  asks: number;
  writes: number;
  calls: number;
  minutes: number;
  /** Steps that put people into HighLevel workflows or campaigns, and those that write what a workflow may start from (a tag, a contact). */
  workflows: number;
  mayStartWorkflows: number;
  sample: DryCase[];
}

export interface BackfillView {
  id: string;
  rule: string;
  name: string;
  state: 'running' | 'paused' | 'done' | 'cancelled';
  at: number;
  endedAt?: number;
  /** Records looked at, of how many; those the rule ran for; those it left. */
  done: number;
  of: number;
  ran: number;
  skipped: number;
  error?: ErrorCode;
}

/** A ready rule: the rule itself, what it shows, and records to try it on. */
export interface TemplateView {
  id: string;
  /** Words: `rule.template.<id>.name` and `.text`, with hyphens as `_`. */
  rules: Rule[];
  /** What happens, as a small drawing: systems and things from left to right. */
  picture: { system: System | 'local'; what: string }[];
  /** Values the person has to choose first: paths into the rules (`steps.0.values.calendarId`), of an entity. */
  asks: { rule: number; at: string; entity: string; system: System }[];
  sample: { before?: unknown; after?: unknown; clio?: unknown; highlevel?: unknown };
}

export type ImportView = { ok: true; rules: Rule[] } | { ok: false; problems: RuleProblem[] };
