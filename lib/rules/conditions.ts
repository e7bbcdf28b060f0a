import type { Condition, Test } from '../model/rule.ts';
import { type Fact, operatorOf } from './operators.ts';
import { factAt, type Groups } from './template.ts';

/** Does it hold? `all` of nothing holds, `any` of nothing does not; what is unknown never holds. Pure. */
export function holds(condition: Condition, groups: Groups, now: number): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, groups, now));
  if ('any' in condition) return condition.any.some((one) => holds(one, groups, now));
  return operatorOf(condition.operator)?.test(factAt(groups, condition.field) as Fact, condition.value, now) ?? false;
}

/** The single tests of a condition, each with its place. */
export function* testsOf(condition: Condition, at: string): Generator<[Test, string]> {
  if (!('all' in condition) && !('any' in condition)) return yield [condition, at];
  const [name, list] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  for (const [index, one] of list.entries()) yield* testsOf(one, `${at}.${name}.${index}`);
}
