import type { Context } from '../catalog/define.ts';
import type { GuardSettings } from '../merge/privilege.ts';
import type { Connection } from '../model/connection.ts';
import type { Rule, RuleState } from '../model/rule.ts';
import { compile, type Program } from '../rules/compile.ts';
import { readRule } from '../rules/rule.ts';
import type { Apply } from '../store/apply.ts';
import type { Batch } from '../store/batch.ts';
import type { RulesStore } from '../store/rules-store.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { SceneParts } from './rules-scene.ts';

/** What the rules work with: the store alone, never Clio or HighLevel. */
export interface RulesParts extends SceneParts {
  apply: Apply;
  outbox: Pick<Outbox, 'ofAct' | 'open' | 'doneSince' | 'waiting' | 'hurry'>;
  rules: RulesStore;
  newId: () => string;
  context: (connection: Connection) => Context;
}

/** A rule that can be run, and how it goes with it. */
export interface Active {
  program: Program;
  state: RuleState;
}

/** Rules are asked for at every turn and hardly ever change: the store gives the same object until then. */
const programs = new WeakMap<Rule, { program: Program | undefined }>();

/** What a rule on the disk comes to; undefined when it can't be run. */
export function programOf(rule: Rule | undefined): Program | undefined {
  if (!rule) return undefined;
  const known = programs.get(rule);
  if (known) return known.program;
  const read = readRule(rule);
  const compiled = read.ok ? compile(read.value) : undefined;
  const program = compiled?.ok ? compiled.program : undefined;
  programs.set(rule, { program });
  return program;
}

/** Rules that are on. One that can't be run any more (an operation is gone) does nothing; the console says so. */
export async function activeRules({ rules }: Pick<RulesParts, 'rules'>): Promise<Active[]> {
  const on = (await rules.all()).filter((row) => row.on && !row.paused);
  return on.flatMap(({ rule, since, paused, failures }) => {
    const program = programOf(rule);
    return program ? [{ program, state: { since, paused, failures } }] : [];
  });
}

/** What is known of the rules' past and of privilege, for one Clio account. */
export async function privilegeOf({ settings }: SceneParts, clio: Connection | undefined): Promise<GuardSettings> {
  const choice = clio && (await settings.get('sync'))[clio.id];
  return choice?.privilege ?? { matters: {} };
}

const LISTS = ['runs', 'rules', 'backfills', 'enqueue', 'asks', 'activity', 'cursors', 'readers', 'links', 'dirty'] as const;

/** Several outcomes in one transaction. */
export function merged(at: number, batches: readonly Partial<Batch>[]): Batch {
  const all = LISTS.map((name) => [name, batches.flatMap((one) => (one[name] ?? []) as never[])] as const);
  return { at, ...Object.fromEntries(all.filter(([, list]) => list.length)) };
}

/** The rule and its version, as runs keep it. */
export const keyOfRule = ({ id, version }: Rule) => ({ rule: id, version });
