import { openFields } from '../catalog/fields.ts';
import type { Operation } from '../catalog/operation.ts';
import { operationOf } from '../catalog/operations/index.ts';
import { type Problem, validate } from '../catalog/operations/validate.ts';
import type { Entity } from '../model/change.ts';
import type { Condition, Given, Rule, RuleProblem, Step, Test } from '../model/rule.ts';
import { testsOf } from './conditions.ts';
import { operatorOf } from './operators.ts';
import { stepsOf } from './rule.ts';
import { isKnown } from './scene.ts';
import { readTemplate, type Template } from './template.ts';

/** A value of a mapping: as it is, or with templates in it. */
export type Filled = { plain: Given } | { template: Template } | { list: Template[] } | { table: Record<string, Template> };

/** A rule's steps as a list; a branch is a jump. `at` in a run is an index into it, so that a run can go on after a restart. */
export type Op =
  | { do: 'action'; step: string; operation: Operation; values: Record<string, Filled>; needs: string[]; twin?: boolean }
  | { do: 'wait'; step: string; minutes: number }
  | { do: 'unless'; step: string; if: Condition; to: number }
  | { do: 'jump'; step: string; to: number }
  | { do: 'approve'; step: string; text: Template }
  | { do: 'notify'; step: string; title: Template; text: Template }
  | { do: 'stop'; step: string };

export interface Program {
  rule: Rule;
  trigger: Operation;
  params: Record<string, unknown>;
  ops: Op[];
}

export type Compiled = { ok: true; program: Program } | { ok: false; problems: RuleProblem[] };

/** What is being checked, and what was found wrong so far. */
interface Check {
  entity: Entity;
  made: string[];
  problems: RuleProblem[];
}

function template(check: Check, text: string, at: string): Template {
  const read = readTemplate(text);
  if (!read) check.problems.push({ at, code: 'template', about: text.slice(0, 100) });
  for (const name of read?.names ?? []) {
    if (!isKnown(name, check.entity, check.made)) check.problems.push({ at, code: 'unknown-fact', about: name });
  }
  return read ?? { text: '', names: [] };
}

function filled(check: Check, given: Given, at: string): Filled {
  if (typeof given === 'string') return given.includes('{{') ? { template: template(check, given, at) } : { plain: given };
  if (Array.isArray(given)) return { list: given.map((one, index) => template(check, one, `${at}.${index}`)) };
  if (typeof given !== 'object') return { plain: given };
  return {
    table: Object.fromEntries(Object.entries(given).map(([name, one]) => [name, template(check, one, `${at}.${name}`)])),
  };
}

const CODES: Record<Problem['code'], RuleProblem['code']> = {
  required: 'required',
  invalid: 'invalid',
  'too-long': 'too-long',
  unknown: 'unknown-field',
};

/** Values without a template are checked now; the others when they are filled in. */
function mapping(check: Check, operation: Operation, given: Record<string, Given>, at: string): Record<string, Filled> {
  const values = Object.fromEntries(Object.entries(given).map(([name, one]) => [name, filled(check, one, `${at}.${name}`)]));
  const isOpen = (one: Filled | undefined): boolean => one !== undefined && !('plain' in one);
  const plain = Object.fromEntries(Object.entries(given).filter(([name]) => !isOpen(values[name])));
  const fields = openFields(operation.fields);
  const unknown = Object.keys(given).filter((name) => !fields.some((field) => field.name === name));
  for (const name of unknown) check.problems.push({ at: `${at}.${name}`, code: 'unknown-field', about: name });
  const checked = validate(
    fields.filter(({ name }) => !isOpen(values[name])),
    plain,
  );
  for (const { field, code } of checked.ok ? [] : checked.errors) {
    if (!unknown.includes(field)) check.problems.push({ at: `${at}.${field}`, code: CODES[code], about: field });
  }
  return values;
}

/** Compared with nothing it would never hold, or always, and nobody could see why. */
const isUnsaid = ({ operator, value }: Test): boolean => {
  const takes = operatorOf(operator)?.takes ?? 'nothing';
  return (
    takes !== 'nothing' &&
    !String(value ?? '')
      .replaceAll(',', '')
      .trim()
  );
};

function conditions(check: Check, condition: Condition, at: string): Condition {
  for (const [test, place] of testsOf(condition, at)) {
    const { field, operator } = test;
    if (!operatorOf(operator)) check.problems.push({ at: place, code: 'unknown-operator', about: operator });
    if (isUnsaid(test)) check.problems.push({ at: `${place}.value`, code: 'required', about: field });
    if (!isKnown(field, check.entity, check.made)) check.problems.push({ at: place, code: 'unknown-fact', about: field });
  }
  return condition;
}

/** What a mapping speaks of. */
export const namesIn = (values: Record<string, Filled>): string[] =>
  Object.values(values).flatMap((one) => {
    if ('plain' in one) return [];
    const all = 'template' in one ? [one.template] : 'list' in one ? one.list : Object.values(one.table);
    return all.flatMap(({ names }) => names);
  });

function action(check: Check, step: Extract<Step, { do: 'action' }>, at: string): Op[] {
  const operation = operationOf(step.operation);
  if (operation?.kind !== 'action' || operation.system === 'local') {
    const code = operation ? 'not-a-write' : 'unknown-operation';
    check.problems.push({ at: `${at}.operation`, code, about: step.operation });
    return [];
  }
  const values = mapping(check, operation, step.values, `${at}.values`);
  const needs = namesIn(values).flatMap((name) => (name.startsWith('steps.') ? [name.split('.')[1] ?? ''] : []));
  check.made.push(step.id);
  return [{ do: 'action', step: step.id, operation, values, needs: [...new Set(needs)], twin: step.twin }];
}

/** `from`: index of the first op, as jumps are told by index. */
function opsOf(check: Check, steps: readonly Step[], at: string, from: number): Op[] {
  const ops: Op[] = [];
  for (const [index, one] of steps.entries()) {
    const place = `${at}.${index}`;
    const step = one.id;
    const here = from + ops.length;
    if (one.do === 'action') ops.push(...action(check, one, place));
    else if (one.do === 'approve') ops.push({ do: 'approve', step, text: template(check, one.text, `${place}.text`) });
    else if (one.do === 'notify')
      ops.push({
        do: 'notify',
        step,
        title: template(check, one.title, `${place}.title`),
        text: template(check, one.text, `${place}.text`),
      });
    else if (one.do === 'branch') {
      const test = conditions(check, one.if, `${place}.if`);
      const yes = opsOf(check, one.then, `${place}.then`, here + 1);
      const no = opsOf(check, one.else, `${place}.else`, here + yes.length + 2);
      const end = here + yes.length + no.length + 2;
      ops.push({ do: 'unless', step, if: test, to: here + yes.length + 2 }, ...yes, { do: 'jump', step, to: end }, ...no);
    } else if (one.do === 'wait') ops.push({ do: 'wait', step, minutes: one.minutes });
    else ops.push({ do: 'stop', step });
  }
  return ops;
}

function duplicates(rule: Rule): RuleProblem[] {
  const seen = new Set<string>();
  const problems: RuleProblem[] = [];
  for (const [{ id }, at] of stepsOf(rule.steps)) {
    if (seen.has(id)) problems.push({ at: `${at}.id`, code: 'duplicate-id', about: id });
    seen.add(id);
  }
  return problems;
}

/** A rule of the right shape -> what can be run, or everything that is wrong with it. Pure. */
export function compile(rule: Rule): Compiled {
  const trigger = operationOf(rule.trigger.id);
  if (trigger?.kind !== 'trigger' || !trigger.when || trigger.source === 'relay') {
    return { ok: false, problems: [{ at: 'trigger.id', code: 'unknown-trigger', about: rule.trigger.id }] };
  }
  const check: Check = { entity: trigger.when.entity, made: [], problems: duplicates(rule) };
  const params = validate(trigger.fields, rule.trigger.params);
  for (const { field, code } of params.ok ? [] : params.errors)
    check.problems.push({ at: `trigger.params.${field}`, code: CODES[code], about: field });
  conditions(check, rule.conditions, 'conditions');
  const ops = opsOf(check, rule.steps, 'steps', 0);
  if (check.problems.length || !params.ok) return { ok: false, problems: check.problems };
  return { ok: true, program: { rule, trigger, params: params.values, ops } };
}
