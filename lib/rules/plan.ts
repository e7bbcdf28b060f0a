import type { Operation } from '../catalog/operation.ts';
import { type Problem, type Values, validate } from '../catalog/operations/validate.ts';
import type { Contact } from '../model/contact.ts';
import type { Candidate } from '../model/link.ts';
import type { SkipWhy } from '../model/rule.ts';
import { type Filled, namesIn, type Op, type Program } from './compile.ts';
import { holds } from './conditions.ts';
import { groupsOf, type Scene } from './scene.ts';
import { bare, type Groups, render } from './template.ts';

/** How far a run has come. Kept sealed while it waits. */
export interface Progress {
  /** Index of the next op. */
  at: number;
  /** What steps made: step -> id. */
  made: Record<string, string>;
  /** Steps whose writes are on their way. */
  pending: string[];
  /** Steps a person said yes to. */
  approved: string[];
}
export const atStart = (): Progress => ({ at: 0, made: {}, pending: [], approved: [] });

export type Effect =
  /** `left`: values that the field can't hold and that aren't demanded; the rest is written. */
  | { is: 'write'; step: string; operation: Operation; values: Values; twin?: boolean; left?: Problem[] }
  | { is: 'skip'; step: string; why: SkipWhy; operation?: string; problems?: Problem[] }
  | { is: 'notify'; step: string; title: string; text: string };

/**
 * What a run waits for, or that it is over. `ask.held`: why the text was held back (codes of the privilege guard); `ask.who`: whom somebody
 * to be made could be.
 */
export type Next =
  | { is: 'end' }
  | { is: 'wait'; step: string; until: number; minutes: number }
  | { is: 'ask'; step: string; text: string; held?: Held[]; who?: Candidate[]; operation?: string }
  | { is: 'writes'; steps: string[] };

export interface Held {
  code: string;
  words?: string[];
  matter?: string;
}
/** May this text, which brings along what Clio says, leave Clio? Empty: yes. */
export type Guard = (scene: Scene, text: string) => Held[];

export interface Planned {
  effects: Effect[];
  next: Next;
  progress: Progress;
}

const MINUTE = 60_000;
const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

function filledIn(filled: Filled, groups: Groups): unknown {
  if ('plain' in filled) return filled.plain;
  if ('template' in filled) return render(filled.template, groups);
  if ('list' in filled) return filled.list.flatMap((one) => render(one, groups) as string | string[]).filter(Boolean);
  const entries = Object.entries(filled.table).map(([name, one]) => [name, textOf(render(one, groups))] as const);
  // A blank never erases anything.
  const said = entries.filter(([, value]) => value.trim());
  return said.length ? Object.fromEntries(said) : undefined;
}

const leaves = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : typeof value === 'string' ? [value] : [];

/** The values that bring something of Clio's along, whatever set the rule off: HighLevel's own texts are there already. */
const ofClio = ({ happening }: Scene, op: Act, values: Values): unknown[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const names = namesIn(Object.fromEntries(Object.entries(op.values).filter(([own]) => own === name)));
    return happening.system === 'clio' || names.some((one) => /^(clio|matter)\./.test(one)) ? [value] : [];
  });

interface Walk {
  program: Program;
  scene: Scene;
  progress: Progress;
  guard: Guard;
  effects: Effect[];
}

/** A phone that is none must not keep the name from being written: what isn't demanded and can't be held is left out, and told. */
function fitting({ fields }: Operation, given: Values) {
  const first = validate(fields, given);
  const isNeeded = (name: string): boolean => fields.some((field) => field.name === name && field.required);
  const left = first.ok ? [] : first.errors.filter(({ field, code }) => code !== 'unknown' && !isNeeded(field));
  if (!left.length) return { checked: first, left };
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !left.some(({ field }) => field === name)));
  return { checked: validate(fields, rest), left };
}

type Act = Extract<Op, { do: 'action' }>;

const flat = (value: unknown): string => textOf(value).trim().toLowerCase();

/** Does this step make, on the other side, the contact the scene is about? `there`: it is there already, under this id. */
function madeAlready({ id }: Operation, values: Values, { happening, link }: Scene): { there?: string } | undefined {
  const { system, entity, after } = happening;
  const [side, thing, verb] = id.split('.');
  if (entity !== 'contact' || side === system || thing !== 'contact' || verb !== 'create') return undefined;
  const there = side === 'clio' ? link?.clioId : link?.highlevelId;
  const own = (after ?? {}) as Partial<Contact>;
  const isSame = values.email
    ? own.emails?.some(({ value }) => flat(value) === flat(values.email))
    : (['firstName', 'lastName', 'company'] as const).every((name) => flat(own[name]) === flat(values[name]));
  // Somebody else's data makes somebody else, as long as there is no doubt who that would be.
  return there && !isSame ? undefined : { ...(there && { there }) };
}

/** One write; what keeps the run from going on, if something does. */
function act(walk: Walk, op: Act, groups: Groups): Next | undefined {
  const { scene, progress, effects } = walk;
  const { operation, step } = op;
  const skip = (why: SkipWhy, problems?: Problem[]): undefined =>
    void effects.push({ is: 'skip', step, why, operation: operation.id, ...(problems && { problems }) });
  // A person said who it is.
  if (progress.made[step] !== undefined) return undefined;
  const missing = op.needs.filter((one) => progress.made[one] === undefined);
  const steps = missing.filter((one) => progress.pending.includes(one));
  if (steps.length) return { is: 'writes', steps };
  // The step before it did nothing, so there is nothing to build on.
  if (missing.length) return skip('no-record');
  if (!scene.accounts[operation.system as 'clio' | 'highlevel']) return skip('no-account');
  const given = Object.fromEntries(Object.entries(op.values).map(([name, one]) => [name, filledIn(one, groups)]));
  const { checked, left } = fitting(operation, given);
  if (!checked.ok) {
    const isBlank = checked.errors.every(({ code }) => code === 'required');
    return skip(isBlank ? 'no-record' : 'invalid', checked.errors);
  }
  const self = madeAlready(operation, checked.values, scene);
  if (self?.there) {
    progress.made[step] = self.there;
    // The steps after it may speak of it in this very turn.
    Object.assign(groups.steps ?? {}, { [step]: bare({ id: self.there }) });
    return skip('already');
  }
  if (self && scene.who && !progress.approved.includes(step)) {
    if (scene.who === 'refused') return skip('refused');
    return { is: 'ask', step, text: '', who: scene.who, operation: operation.id };
  }
  const text = leaves(checked.values).join('\n');
  const isOpen = operation.system !== 'highlevel' || progress.approved.includes(step);
  const held = isOpen ? [] : walk.guard(scene, leaves(ofClio(scene, op, checked.values)).join('\n'));
  if (held.length) return { is: 'ask', step, text, held };
  effects.push({ is: 'write', step, operation, values: checked.values, twin: op.twin, ...(left.length && { left }) });
  progress.pending.push(step);
  return undefined;
}

/** One op; moves `progress.at` on unless the run has to wait here. */
function go(walk: Walk, op: Op, groups: Groups): Next | undefined {
  const { scene, progress, effects } = walk;
  const { step } = op;
  const here = progress.at;
  progress.at += 1;
  if (op.do === 'stop') return { is: 'end' };
  if (op.do === 'jump' || (op.do === 'unless' && !holds(op.if, groups, scene.now))) progress.at = op.to;
  if (op.do === 'wait') return { is: 'wait', step, until: scene.now + op.minutes * MINUTE, minutes: op.minutes };
  if (op.do === 'notify')
    effects.push({ is: 'notify', step, title: textOf(render(op.title, groups)), text: textOf(render(op.text, groups)) });
  const stopped =
    op.do === 'action'
      ? act(walk, op, groups)
      : op.do === 'approve' && !progress.approved.includes(step)
        ? ({ is: 'ask', step, text: textOf(render(op.text, groups)) } as const)
        : undefined;
  if (stopped) progress.at = here;
  return stopped;
}

/**
 * From where a run stands to where it has to wait, or to its end. Pure: what it may know is in the scene, what it decides is in the answer.
 * Jumps lead forward only, so it always ends.
 */
export function plan(program: Program, scene: Scene, from: Progress, guard: Guard): Planned {
  const progress = structuredClone(from);
  const walk: Walk = { program, scene, progress, guard, effects: [] };
  const groups = groupsOf(scene, progress.made);
  for (;;) {
    const op = program.ops[progress.at];
    const next: Next | undefined = op ? go(walk, op, groups) : { is: 'end' };
    if (next) return { effects: walk.effects, next, progress };
  }
}
