import type { Rule } from '../../../lib/model/rule.ts';

export interface Difference {
  at: string;
  before?: string;
  after?: string;
}

/** What a saving changes by itself says nothing. */
const SILENT = ['id', 'version', 'on'];

function* leaves(value: unknown, at: string): Generator<[string, string]> {
  if (typeof value !== 'object' || value === null) yield [at, String(value)];
  else for (const [name, one] of Object.entries(value)) yield* leaves(one, at ? `${at}.${name}` : name);
}

/** Place by place what differs between two versions of a rule. */
export function differences(before: Rule, after: Rule): Difference[] {
  const [old, fresh] = [new Map(leaves(before, '')), new Map(leaves(after, ''))];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((at) => !SILENT.includes(at) && old.get(at) !== fresh.get(at))
    .map((at) => ({ at, before: old.get(at), after: fresh.get(at) }));
}
