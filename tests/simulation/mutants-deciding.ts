import type { MutantRow } from './mutant.ts';

/** Bugs in comparing, deciding and planning. */
export const DECIDING: MutantRow[] = [
  [
    'the base is not moved on after a write',
    'lib/merge/advance.ts',
    '    settle(id, decision.value);\n    const back',
    '    const back',
  ],
  [
    'equal values are not agreed on',
    'lib/merge/advance.ts',
    "if (decision.do === 'keep' && decision.why === 'same') {",
    "if (decision.do === 'keep' && decision.why === ('never' as string)) {",
  ],
  [
    'the loser of a conflict is not told',
    'lib/merge/three-way.ts',
    '...(known ? {} : { loser: { side: to, value: before } })',
    '...(known ? {} : {})',
  ],
  [
    'a conflict is settled without asking',
    'lib/merge/three-way.ts',
    "if (rule.policy === 'ask') return conflict(rule, input, 'ask');",
    "if (rule.policy === 'ask') return write(rule, input, 'clio', 'changed');",
  ],
  [
    'the older change wins',
    'lib/merge/three-way.ts',
    "return write(rule, input, clio > highlevel ? 'clio' : 'highlevel', 'newest');",
    "return write(rule, input, clio > highlevel ? 'highlevel' : 'clio', 'newest');",
  ],
  ['a change of one side is taken for an echo', 'lib/merge/three-way.ts', 'if (mine || theirs) {', 'if (mine) {'],
  [
    'both changed counts as one changed',
    'lib/merge/three-way.ts',
    'if (mine && theirs) return byPolicy(rule, input);',
    "if (mine && theirs) return write(rule, input, 'clio', 'changed');",
  ],
  [
    "the log's reader moves without its marks",
    'lib/sync/plan-log.ts',
    "await apply({ at: now(), dirty, readers: [{ name: READER, seq: last }] }, 'pull');",
    "await apply({ at: now(), dirty: dirty.slice(1), readers: [{ name: READER, seq: last }] }, 'pull');",
  ],
  [
    'a record whose write is under way is decided again',
    'lib/sync/plan-rows.ts',
    '  if (!left.length) return undefined;',
    '  if (left) return undefined;',
  ],
  [
    'a record that waits for its write is forgotten',
    'lib/sync/plan.ts',
    'again === undefined ? []',
    'again === undefined || again ? []',
  ],
  [
    'old records are made on the other side',
    'lib/sync/plan-born.ts',
    'if (Number.isFinite(at)) return at >= since;',
    'if (Number.isFinite(at)) return at < since;',
  ],
  [
    "a child's twin is not looked for",
    'lib/sync/plan-alone.ts',
    'const twin = await twinOf(parts, kind, entity, record, system, spot);',
    'const twin = (await twinOf(parts, kind, entity, record, system, spot)) && undefined;',
  ],
  [
    'an answer to a conflict is not found',
    'lib/sync/plan-verdict.ts',
    'if (!answer || !asked || asked.clio !== clio || asked.highlevel !== highlevel) return undefined;',
    'if (!answer || !asked || asked) return undefined;',
  ],
  [
    'our own spelling comes back as a change',
    'lib/merge/three-way.ts',
    '[input.base?.[id], input.written?.[side]?.[id]].some(',
    '[input.base?.[id], input.base?.[id] ?? input.written?.[side]?.[id]].some(',
  ],
];
