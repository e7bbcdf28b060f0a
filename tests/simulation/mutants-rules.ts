import type { MutantRow } from './mutant.ts';

/** Bugs in what rules do by themselves. */
export const RULES: MutantRow[] = [
  ['a visit sets a rule off each time', 'lib/rules/guard.ts', "  if (past.isOnce) return skip('once');\n", ''],
  ['a rule hears itself', 'lib/rules/guard.ts', "  if (past.chain.includes(rule.id)) return skip('own-write');\n", ''],
  ["a rule's small start is passed over", 'lib/rules/guard.ts', "  if (!inPilot(rule, scene, past)) return skip('pilot');\n", ''],
  [
    "a rule's budget is passed over",
    'lib/rules/guard.ts',
    '  if (past.lastDay >= rule.budget.perDay || past.lastHour >= rule.budget.perHour) return',
    '  if (past.lastDay >= rule.budget.perDay) return',
  ],
  [
    'a rule goes on without the yes it asked for',
    'lib/rules/plan.ts',
    "op.do === 'approve' && !progress.approved.includes(step)",
    "op.do === 'approve' && progress.approved.includes(step)",
  ],
  [
    'the reader of the rules moves on without what they planned',
    'lib/app/rules-log.ts',
    'await apply({ ...merged(now(), batches), readers:',
    'await apply({ at: now(), readers:',
  ],
  [
    'what a rule takes out of Clio is not guarded',
    'lib/app/rules-write.ts',
    '    return reasons.map((one) => ({ ...one }) as Held);',
    '    return reasons.slice(9).map((one) => ({ ...one }) as Held);',
  ],
  [
    'a run that waits is forgotten',
    'lib/app/rules-resume.ts',
    'for (const run of await parts.rules.waiting(parts.now()))',
    'for (const run of (await parts.rules.waiting(parts.now())).slice(1_000))',
  ],
];
