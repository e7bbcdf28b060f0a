import type { Condition, Rule, Step, StepKind, Test } from '../../../lib/model/rule.ts';

export type Group = { all: Condition[] } | { any: Condition[] };

/** A new rule that does nothing yet. `now` keeps its id apart from those of rules there were. */
export const blankRule = (name: string, now: number): Rule => ({
  id: `rule-${now.toString(36)}`,
  name,
  on: false,
  version: 0,
  trigger: { id: 'clio.contact.created', params: {} },
  conditions: { all: [] },
  steps: [],
  scope: {},
  pilot: { on: false, people: [] },
  budget: { perHour: 60, perDay: 500 },
});

/** Steps in order, those of branches behind their branch. */
export const stepsIn = (steps: readonly Step[]): Step[] =>
  steps.flatMap((one) => (one.do === 'branch' ? [one, ...stepsIn(one.then), ...stepsIn(one.else)] : [one]));

/** An id that no step of the rule has. */
export function freeId(rule: Rule, kind: StepKind): string {
  const taken = new Set(stepsIn(rule.steps).map(({ id }) => id));
  let at = 1;
  while (taken.has(`${kind}${at}`)) at += 1;
  return `${kind}${at}`;
}

export function newStep(kind: StepKind, id: string): Step {
  if (kind === 'action')
    return { id, do: kind, operation: 'highlevel.contact.add-tags', values: { contactId: '{{link.highlevelId}}' } };
  if (kind === 'wait') return { id, do: kind, minutes: 60 };
  // biome-ignore lint/suspicious/noThenProperty: a branch has a "then"; the object is data and never awaited
  if (kind === 'branch') return { id, do: kind, if: { all: [] }, then: [], else: [] };
  if (kind === 'approve') return { id, do: kind, text: '' };
  return kind === 'notify' ? { id, do: kind, title: '', text: '' } : { id, do: 'stop' };
}

export const isTest = (condition: Condition): condition is Test => 'field' in condition;
export const groupOf = (condition: Condition): Group => (isTest(condition) ? { all: [condition] } : condition);
export const partsOf = (group: Group): Condition[] => ('all' in group ? group.all : group.any);
export const withParts = (group: Group, parts: Condition[]): Group => ('all' in group ? { all: parts } : { any: parts });

/** A list with one entry changed, or taken out. */
export const put = <T>(list: readonly T[], at: number, one: T | undefined): T[] =>
  one === undefined ? list.filter((_, index) => index !== at) : list.map((old, index) => (index === at ? one : old));

export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(Math.max(0, at + by), 0, one);
  return next;
}

type Table = Record<string, unknown>;

/** The place above the last name of a dotted path, in a copy. */
function placeIn<T>(value: T, path: string): { copy: T; at: Table; last: string } {
  const copy = structuredClone(value);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const at = names.reduce<Table>((one, name) => (one[name] as Table) ?? {}, copy as unknown as Table);
  return { copy, at, last };
}

/**
 * Puts what was chosen at its dotted path in a copy, e.g. `steps.0.values.calendarId`. A custom field's id is a name and not a value:
 * the key of a table (`values.customFields.0`), or the end of a fact's name (`record.customFields.0`).
 */
export function withChosen<T>(value: T, path: string, given: unknown): T {
  const { copy, at, last } = placeIn(value, path);
  const old = at[last];
  if (path.split('.').at(-2) === 'customFields') {
    delete at[last];
    at[String(given)] = old;
  } else at[last] = typeof old === 'string' && old.endsWith('customFields.0') ? old.replace(/0$/, String(given)) : given;
  return copy;
}

export const sameRule = (one: Rule, other: Rule): boolean => JSON.stringify(one) === JSON.stringify(other);
