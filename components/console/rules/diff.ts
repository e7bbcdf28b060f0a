import type { Rule } from '../../../lib/model/rule.ts';
import { linesOf } from './readable.ts';

export interface Difference {
  key: string;
  at: string;
  before?: string;
  after?: string;
}

/** Line by line, in words, what differs between two versions of a rule. Whether it was on is no part of a version. */
export function differences(before: Rule, after: Rule, label: (name: string) => string): Difference[] {
  const [old, fresh] = [new Map(linesOf(before, label)), new Map(linesOf(after, label))];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((key) => old.get(key)?.value !== fresh.get(key)?.value)
    .map((key) => {
      const [was, is] = [old.get(key), fresh.get(key)];
      return { key, at: (is ?? was)?.at ?? '', before: was?.value, after: is?.value };
    });
}
