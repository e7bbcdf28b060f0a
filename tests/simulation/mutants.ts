/** A bug planted on purpose: `find` stands once in `file` and becomes `replace`. Each must be caught, or the histories prove nothing. */
export interface Mutant {
  name: string;
  file: string;
  find: string;
  replace: string;
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'an unknown create is sent again without a look',
    file: 'lib/sync/settle.ts',
    find: 'const found = write.attempts === 0 ? undefined : action.find(',
    replace: 'const found = true ? undefined : action.find(',
  },
  {
    name: 'what a dead worker was sending counts as queued',
    file: 'lib/sync/outbox-rows.ts',
    find: "state: 'unknown'",
    replace: "state: 'queued'",
  },
  {
    name: 'a lost answer counts as not sent',
    file: 'lib/sync/retry-plan.ts',
    find: 'if (facts.maybeDone)',
    replace: 'if (false as boolean)',
  },
  {
    name: 'a failed row is thrown away',
    file: 'lib/sync/conclude.ts',
    find: 'await parts.outbox.patch(write.seq, { state, refused, error: { code, facts } });',
    replace: 'await parts.outbox.drop([write.seq]);',
  },
  {
    name: 'the click is acknowledged before it is kept',
    file: 'lib/app/act.ts',
    find: '  await parts.outbox.enqueue(rows, parts.now());',
    replace: '  void parts.outbox.enqueue(rows, parts.now());',
  },
];
