import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, stillHolds } from '../../lib/merge/advance.ts';
import { comparable, isBlank, sameValue, type ValueKind } from '../../lib/merge/compare.ts';
import { type FieldDecision, type FieldRule, isWrite, type MergeInput, targetOf, type Values } from '../../lib/merge/field.ts';
import { decide } from '../../lib/merge/three-way.ts';

const KINDS: ValueKind[] = ['text', 'block', 'place', 'email', 'phone', 'date', 'country', 'website', 'flag', 'option', 'id'];
const IDS = ['f0', 'f1', 'f2'];
/** Few values, so that they meet; several spellings of the same; blanks of every sort. */
const value = fc.constantFrom(
  undefined, '', ' ', '\u200b', 'a', 'A', 'b', 'c ', 'c', '<p>c</p>', 'us', 'United States', '+1 604', '+1604', '2020-01-02', '2020-01-02T00:00:00Z',
); // biome-ignore format: one line reads better
const values = fc.record(Object.fromEntries(IDS.map((id) => [id, value]))) as fc.Arbitrary<Values>;
const some = fc.record(Object.fromEntries(IDS.map((id) => [id, value])), { requiredKeys: [] }) as fc.Arbitrary<Values>;
const rules = fc.tuple(
  ...IDS.map((id) =>
    fc.record({
      id: fc.constant(id),
      kind: fc.constantFrom(...KINDS),
      direction: fc.constantFrom('both', 'both', 'to-highlevel', 'to-clio', 'off') as fc.Arbitrary<FieldRule['direction']>,
      policy: fc.constantFrom('clio', 'highlevel', 'newest', 'ask') as fc.Arbitrary<FieldRule['policy']>,
      refill: fc.boolean(),
    }),
  ),
) as fc.Arbitrary<FieldRule[]>;
const times = fc.constantFrom(
  undefined,
  { clio: 1 },
  { clio: 1, highlevel: 1 },
  { clio: 1, highlevel: 2 },
  { clio: 2, highlevel: 1 },
);
const input: fc.Arbitrary<MergeInput> = fc.record({
  base: fc.option(some, { nil: undefined }),
  written: fc.option(fc.record({ clio: some, highlevel: some }), { nil: undefined }),
  clio: fc.oneof({ weight: 5, arbitrary: values }, some),
  highlevel: fc.oneof({ weight: 5, arbitrary: values }, some),
  changedAt: times,
});
const runs = { numRuns: 4000 };

/** The world after the writes; a write whose record changed meanwhile is dropped, as the sender would. */
function play(all: FieldRule[], at: MergeInput, decisions: FieldDecision[], now = at): MergeInput {
  const world = { clio: { ...now.clio }, highlevel: { ...now.highlevel } };
  const kept = decisions.filter(isWrite).filter((one) => stillHolds(one, all.find((rule) => rule.id === one.id)!.kind, now));
  for (const one of kept) world[targetOf(one)][one.id] = one.value;
  const agreed = advance(all, at, decisions, new Map(kept.map((one) => [one.id, one.value])));
  return { ...now, ...agreed, ...world };
}
const round = (all: FieldRule[], at: MergeInput, now = at) => play(all, at, decide(all, at), now);
const resting = (decisions: FieldDecision[]) => decisions.filter((one) => one.do !== 'keep' && one.do !== 'conflict');

describe('deciding', () => {
  it('is symmetric: the sides and the policy swapped, the decision is swapped', () => {
    const way = { 'to-clio': 'to-highlevel', 'to-highlevel': 'to-clio' } as const;
    const side = { clio: 'highlevel', highlevel: 'clio' } as const;
    const swapRule = (rule: FieldRule): FieldRule => ({
      ...rule,
      direction: way[rule.direction as 'to-clio'] ?? rule.direction,
      policy: side[rule.policy as 'clio'] ?? rule.policy,
    });
    const swapInput = (at: MergeInput): MergeInput => ({
      ...at,
      clio: at.highlevel,
      highlevel: at.clio,
      written: at.written && { clio: at.written.highlevel, highlevel: at.written.clio },
      changedAt: at.changedAt && { clio: at.changedAt.highlevel, highlevel: at.changedAt.clio },
    });
    const swapDecision = (one: FieldDecision): FieldDecision => {
      if (one.do === 'conflict') return { ...one, clio: one.highlevel, highlevel: one.clio };
      if (one.do === 'keep') return one;
      return { ...one, do: way[one.do], ...(one.loser ? { loser: { ...one.loser, side: side[one.loser.side] } } : {}) };
    };
    fc.assert(
      fc.property(rules, input, (all, at) => {
        expect(decide(all.map(swapRule), swapInput(at)).map(swapDecision)).toEqual(decide(all, at));
      }),
      runs,
    );
  });

  it('is idempotent: once done, nothing is left to do', () => {
    fc.assert(
      fc.property(rules, input, (all, at) => {
        const after = round(all, at);
        expect(resting(decide(all, after))).toEqual([]);
        expect(round(all, after)).toEqual(after);
      }),
      runs,
    );
  });

  it('comes to rest in two rounds, whatever is edited between reading and writing', () => {
    fc.assert(
      fc.property(rules, input, some, some, (all, at, mine, theirs) => {
        const edited = { ...at, clio: { ...at.clio, ...mine }, highlevel: { ...at.highlevel, ...theirs } };
        const rest = round(all, round(all, at, edited));
        expect(resting(decide(all, rest))).toEqual([]);
        for (const rule of all.filter((one) => one.direction === 'both' && one.policy !== 'ask' && one.policy !== 'newest')) {
          const [one, other] = [rest.clio[rule.id], rest.highlevel[rule.id]];
          const why = decide([rule], rest)[0]!.why;
          if (['echo', 'unread', 'cleared'].includes(why)) continue;
          expect(comparable(rule.kind, one)).toBe(comparable(rule.kind, other));
        }
      }),
      runs,
    );
  });

  it('never writes a blank, and never leaves a field blank that had a value', () => {
    fc.assert(
      fc.property(rules, input, (all, at) => {
        expect(decide(all, at).filter((one) => isWrite(one) && isBlank(one.value))).toEqual([]);
        const after = round(all, at);
        for (const id of IDS) {
          if (!isBlank(at.clio[id])) expect(isBlank(after.clio[id])).toBe(false);
          if (!isBlank(at.highlevel[id])) expect(isBlank(after.highlevel[id])).toBe(false);
        }
      }),
      runs,
    );
  });

  it('never loses a value silently: what is overwritten is in the base or named as the loser', () => {
    fc.assert(
      fc.property(rules, input, (all, at) => {
        const after = round(all, at);
        const decisions = decide(all, at);
        all.forEach(({ id, kind }, index) => {
          for (const side of ['clio', 'highlevel'] as const) {
            const had = at[side][id];
            if (isBlank(had) || sameValue(kind, had, after[side][id])) continue;
            const decision = decisions[index]!;
            const loser = 'loser' in decision ? decision.loser : undefined;
            if (!sameValue(kind, had, at.base?.[id])) expect(loser).toEqual({ side, value: had });
          }
        });
      }),
      runs,
    );
  });

  it('respects the direction; off never writes', () => {
    fc.assert(
      fc.property(rules, input, (all, at) => {
        const decisions = decide(all, at);
        all.forEach((rule, index) => {
          const decision = decisions[index]!;
          if (isWrite(decision)) expect(['both', decision.do]).toContain(rule.direction);
          if (rule.direction === 'off') expect(decision.do).toBe('keep');
        });
      }),
      runs,
    );
  });

  it('lets changes of different fields on both sides survive', () => {
    const fresh = fc.record({ base: values, mine: values, theirs: values });
    fc.assert(
      fc.property(rules, fresh, fc.boolean(), (all, { base, mine, theirs }, first) => {
        const [a, b] = first ? ['f0', 'f1'] : ['f1', 'f0'];
        const open = all.map((rule): FieldRule => ({ ...rule, direction: 'both' }));
        const at = { base, clio: { ...base, [a!]: mine[a!] }, highlevel: { ...base, [b!]: theirs[b!] } };
        const after = round(open, at);
        if (!isBlank(mine[a!])) expect(comparable('text', after.clio[a!])).toBe(comparable('text', mine[a!]));
        if (!isBlank(theirs[b!])) expect(comparable('text', after.highlevel[b!])).toBe(comparable('text', theirs[b!]));
      }),
      runs,
    );
  });

  it('never touches a field that was not read', () => {
    fc.assert(
      fc.property(rules, input, (all, at) => {
        for (const one of decide(all, at)) {
          if (!(one.id in at.clio && one.id in at.highlevel)) expect(one.do).toBe('keep');
        }
      }),
      runs,
    );
  });
});

describe('comparing', () => {
  it('is settled: the compared form compares as itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.string({ maxLength: 12 }), (kind, raw) => {
        expect(comparable(kind, raw) === '').toBe(isBlank(raw));
      }),
      runs,
    );
  });
});
