import type { MutantRow } from './mutant.ts';

/** Bugs in asking people and in what their answers lead to, in what is gone, and in what must stay where it is. */
export const ASKING: MutantRow[] = [
  [
    'a question that was answered stays open',
    'lib/sync/answer.ts',
    "const settled = answer.offer === 'merge' ? [] : [{ put }];",
    'const settled = put ? [] : [{ put }];',
  ],
  [
    'an answered question does not lead to its person',
    'lib/sync/answer-match.ts',
    "  if (offer === 'link') return link(parts, asksClio ? [own, id] : [id, own], ask, at);",
    "  if (offer === 'link') return { row: { why: 'linked' } };",
  ],
  ['nobody is asked about what is gone', 'lib/sync/vanish.ts', '    return settle(verdict.batch);', '    return settle({});'],
  [
    'a contact is believed to be gone without a second look',
    'lib/sync/vanish-contact.ts',
    'const found = await readContact(parts, pair, system, id);',
    'const found = undefined as Awaited<ReturnType<typeof readContact>>;',
  ],
  [
    'what must not leave Clio is let out',
    'lib/merge/privilege.ts',
    "verdict: blocked.length ? 'hold' : asked.length ? 'ask' : 'allow'",
    "verdict: blocked.length > 9 ? 'hold' : asked.length > 9 ? 'ask' : 'allow'",
  ],
  [
    'a yes to one text counts for the next',
    'lib/merge/privilege.ts',
    'approved !== undefined && flatBoth(approved.title, approved.text) === flatBoth(title, text);',
    'approved !== undefined && flatBoth(title, text) !== undefined;',
  ],
  [
    'a changed text goes over unread',
    'lib/sync/plan-child.ts',
    "valuesTo('highlevel', writes).some(isText) ?",
    "valuesTo('highlevel', writes).every((one) => !isText(one)) ?",
  ],
  [
    'do not disturb is not carried',
    'lib/sync/plan-contact.ts',
    "  if (dnd[0]) made.push({ op: 'highlevel.contact.set-dnd'",
    "  if (dnd[1] && dnd[0]) made.push({ op: 'highlevel.contact.set-dnd'",
  ],
  [
    'the small start of two-way sync is passed over',
    'lib/sync/plan-parts.ts',
    '  !pilot.on || pilot.people',
    '  pilot || pilot.people',
  ],
];
