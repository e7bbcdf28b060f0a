import * as z from 'zod/mini';
import type { Condition, Given, Rule, RuleProblem, Step } from '../model/rule.ts';

export type { Condition, Given, Rule, RuleProblem, Step, Test } from '../model/rule.ts';

/** Characters of a file: a hundred rules as they are exported. */
const LONGEST = 1_000_000;
/** Characters of a rule, values in it, and how deep they may lie. */
const MOST = { characters: 90_000, nodes: 5_000, depth: 24 };

const text = (max: number) => z.string().check(z.maxLength(max));
const some = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
/** Never a name that every object has: a table would seem to hold it. `__proto__` and its like fail by their first letter. */
const isOwn = (one: string): boolean => one !== 'prototype' && !(one in {});
const name = z.string().check(z.regex(/^[A-Za-z0-9][\w-]{0,63}$/), z.refine(isOwn));
const operationId = z.string().check(z.regex(/^[a-z]+(\.[a-z-]+){1,3}$/), z.maxLength(80));
const key = z.string().check(z.regex(/^[A-Za-z0-9][\w.-]{0,99}$/), z.refine(isOwn));
const table = <V extends z.ZodMiniType>(value: V, most: number) =>
  z.record(key, value).check(z.refine((found) => Object.keys(found).length <= most));
const whole = (least: number, most: number) => z.number().check(z.int(), z.minimum(least), z.maximum(most));
const list = z.array(text(500)).check(z.maxLength(500));
const plain = z.union([text(5_000), z.number(), z.boolean()]);
const given: z.ZodMiniType<Given> = z.union([text(10_000), z.number(), z.boolean(), list, table(text(5_000), 100)]);

const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).check(z.maxLength(50)) }),
    z.strictObject({ any: z.array(condition).check(z.maxLength(50)) }),
    z.strictObject({ field: some(120), operator: some(40), value: z.optional(z.union([plain, list])) }),
  ]),
);
const steps: z.ZodMiniType<Step[]> = z.lazy(() => z.array(step).check(z.maxLength(50)));
const step: z.ZodMiniType<Step> = z.lazy(() =>
  z.discriminatedUnion('do', [
    z.strictObject({
      id: name,
      do: z.literal('action'),
      operation: operationId,
      values: table(given, 100),
      twin: z.optional(z.boolean()),
    }),
    // A year at most: nobody remembers a rule that waits longer.
    z.strictObject({ id: name, do: z.literal('wait'), minutes: whole(1, 525_600) }),
    // biome-ignore lint/suspicious/noThenProperty: a branch has a "then"; the object is data and never awaited
    z.strictObject({ id: name, do: z.literal('branch'), if: condition, then: steps, else: steps }),
    z.strictObject({ id: name, do: z.literal('approve'), text: text(2_000) }),
    z.strictObject({ id: name, do: z.literal('notify'), title: some(200), text: text(2_000) }),
    z.strictObject({ id: name, do: z.literal('stop') }),
  ]),
);

/** A rule as it comes from a form, a file or the disk. Unknown names are refused everywhere. */
export const ruleShape: z.ZodMiniType<Rule> = z.strictObject({
  id: name,
  name: some(120),
  on: z.boolean(),
  version: whole(0, 1_000_000),
  trigger: z.strictObject({ id: operationId, params: table(plain, 20) }),
  conditions: condition,
  steps,
  scope: z.strictObject({
    locations: z.optional(z.array(name).check(z.maxLength(200))),
    practiceAreas: z.optional(z.array(some(200)).check(z.maxLength(200))),
    tags: z.optional(z.array(some(100)).check(z.maxLength(200))),
  }),
  pilot: z.strictObject({
    on: z.boolean(),
    people: z.array(name).check(z.maxLength(500)),
    perDay: z.optional(whole(0, 100_000)),
  }),
  budget: z.strictObject({ perHour: whole(1, 10_000), perDay: whole(1, 100_000) }),
  template: z.optional(name),
});

/** Looked at level by level: a shape is read by recursion, which thousands of levels would break. */
function isHostile(value: unknown): boolean {
  let level: unknown[] = [value];
  let nodes = 0;
  let characters = 0;
  for (let depth = 0; level.length; depth += 1) {
    nodes += level.length;
    for (const one of level) characters += typeof one === 'string' ? one.length : 0;
    // Read by the shape it would be left out without a word.
    if (level.some((one) => typeof one === 'object' && one !== null && Object.hasOwn(one, '__proto__'))) return true;
    if (depth > MOST.depth || nodes > MOST.nodes || characters > MOST.characters) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

export type Read<T> = { ok: true; value: T } | { ok: false; problems: RuleProblem[] };

/** Checks the shape of anything; what comes back shares nothing with what was given. */
export function readRule(given: unknown, at = ''): Read<Rule> {
  if (isHostile(given)) return { ok: false, problems: [{ at, code: 'too-big' }] };
  const parsed = ruleShape.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.slice(0, 20).map(({ path, message, ...issue }): RuleProblem => {
    const names = 'keys' in issue ? (issue.keys as string[]).join(', ') : message;
    return { at: [at, ...path.map(String)].filter(Boolean).join('.'), code: 'shape', about: names.slice(0, 200) };
  });
  return { ok: false, problems };
}

/** What a file says of itself. */
export const FILE_KIND = 'rankr-rules';

export const writeFile = (rules: readonly Rule[]): string => JSON.stringify({ kind: FILE_KIND, version: 1, rules }, null, 2);

/** Reads an exported file. Each rule is checked by itself; with one that is wrong nothing is taken. */
export function readFile(file: string): Read<Rule[]> {
  const no = (problem: RuleProblem): Read<Rule[]> => ({ ok: false, problems: [problem] });
  if (file.length > LONGEST) return no({ at: '', code: 'too-big' });
  let data: unknown;
  try {
    data = JSON.parse(file);
  } catch (error) {
    return no({ at: '', code: 'not-json', about: error instanceof Error ? error.message.slice(0, 200) : undefined });
  }
  const { kind, version, rules } = (data ?? {}) as Record<string, unknown>;
  if (kind !== FILE_KIND || version !== 1 || !Array.isArray(rules)) return no({ at: '', code: 'shape', about: FILE_KIND });
  if (rules.length > 100) return no({ at: 'rules', code: 'too-big' });
  const read = rules.map((one, index) => readRule(one, `rules.${index}`));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  return problems.length ? { ok: false, problems } : { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
}

/** Steps in order, those of branches too, each with its place. */
export function* stepsOf(rule: readonly Step[], at = 'steps'): Generator<[Step, string]> {
  for (const [index, one] of rule.entries()) {
    yield [one, `${at}.${index}`];
    if (one.do !== 'branch') continue;
    yield* stepsOf(one.then, `${at}.${index}.then`);
    yield* stepsOf(one.else, `${at}.${index}.else`);
  }
}
