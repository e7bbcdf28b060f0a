import type { RulesParts } from './rules-parts.ts';

type What = 'saved' | 'removed' | 'switched_on' | 'switched_off';

/** Who changed a rule, and how, is in the log. */
export function told({ apply, now }: Pick<RulesParts, 'apply' | 'now'>, rule: string, name: string, what: What): Promise<void> {
  const row = { at: now(), kind: 'setting', by: 'person', cause: rule, outcome: 'done', why: `rule_${what}` } as const;
  return apply({ at: row.at, activity: [{ ...row, body: { label: name } }] }, 'person');
}

export async function removeRule(parts: RulesParts, rule: string): Promise<void> {
  const row = await parts.rules.get(rule);
  await parts.rules.remove(rule);
  if (row) await told(parts, rule, row.rule.name, 'removed');
}
