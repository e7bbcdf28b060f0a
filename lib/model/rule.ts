/** Rules as people make them. Plain data: a rule can do no more than its steps say. */

/** A value typed in, or a text with `{{group.name}}` in it. */
export type Given = string | number | boolean | string[] | Record<string, string>;

/** `field`: `group.name`, e.g. `record.status`, `before.status`, `clio.email`, `highlevel.tags`. */
export interface Test {
  field: string;
  /** A name of the table in lib/rules/operators.ts. */
  operator: string;
  value?: string | number | boolean | string[];
}
export type Condition = { all: Condition[] } | { any: Condition[] } | Test;

/** `id` is unique within the rule: what a step made is `{{steps.ID.id}}` in the steps after it. */
export type Step =
  /** `twin`: what it makes stands for the record the rule is about, so that both are known as one. */
  | { id: string; do: 'action'; operation: string; values: Record<string, Given>; twin?: boolean }
  | { id: string; do: 'wait'; minutes: number }
  | { id: string; do: 'branch'; if: Condition; then: Step[]; else: Step[] }
  /** Goes on once a person said yes. */
  | { id: string; do: 'approve'; text: string }
  /** Tells the people in front of the console; nobody else is written to. */
  | { id: string; do: 'notify'; title: string; text: string }
  | { id: string; do: 'stop' };

export interface Rule {
  id: string;
  name: string;
  on: boolean;
  /** Grows by one with each saving. */
  version: number;
  trigger: { id: string; params: Record<string, string | number | boolean> };
  conditions: Condition;
  steps: Step[];
  /** Left out: everywhere. Location ids; Clio's practice areas by name; tags of the HighLevel contact (one of them is enough). */
  scope: { locations?: string[]; practiceAreas?: string[]; tags?: string[] };
  /** A small start: only these people (Clio or HighLevel contact ids), or at most so many runs a day. */
  pilot: { on: boolean; people: string[]; perDay?: number };
  /** How often it may run; what is beyond waits. */
  budget: { perHour: number; perDay: number };
  /** Id of the template it was made from. */
  template?: string;
}

export type RuleStep = Step;
export type StepKind = Step['do'];

/** Why a rule was stopped by itself. */
export type PauseWhy = 'failures' | 'loop';

/** How it goes with a rule, beside what it says. */
export interface RuleState {
  /** Since when it is on (ms since 1970): older changes don't set it off. */
  since?: number;
  paused?: { at: number; why: PauseWhy };
  /** Failures since the last success. */
  failures: number;
}

/** Why a step, or a whole run, did nothing. Words: `rule.skip.*`. */
export type SkipWhy =
  | 'not-fired'
  | 'conditions'
  | 'scope'
  | 'pilot'
  | 'off'
  /** It was there before the rule was on, and is only seen for the first time. */
  | 'old'
  | 'own-write'
  | 'depth'
  | 'loop'
  | 'once'
  | 'budget'
  | 'no-account'
  | 'no-record'
  | 'invalid'
  | 'nothing'
  | 'already'
  | 'stopped'
  | 'refused'
  | 'dropped'
  | 'failed';

/** One thing that is wrong with a rule or its file: where, and what. Words: `rule.problem.*`. */
export interface RuleProblem {
  /** Dotted place, e.g. `steps.0.values.title`. */
  at: string;
  code:
    | 'shape'
    | 'too-big'
    | 'not-json'
    | 'unknown-trigger'
    | 'unknown-operation'
    | 'unknown-field'
    | 'unknown-fact'
    | 'unknown-operator'
    | 'template'
    | 'required'
    | 'invalid'
    | 'too-long'
    | 'duplicate-id'
    | 'not-a-write';
  /** The name it is about. */
  about?: string;
}
