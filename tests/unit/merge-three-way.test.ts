import { describe, expect, it } from 'vitest';
import { advance, stillHolds } from '../../lib/merge/advance.ts';
import type { FieldDecision, FieldRule, FieldWrite, MergeInput } from '../../lib/merge/field.ts';
import { decide, decideField, resolve } from '../../lib/merge/three-way.ts';

const rule = (more: Partial<FieldRule> = {}): FieldRule => ({
  id: 'f',
  kind: 'text',
  direction: 'both',
  policy: 'ask',
  ...more,
});
const input = (base: string | undefined, clio?: string, highlevel?: string, more: Partial<MergeInput> = {}): MergeInput => ({
  base: base === undefined ? undefined : { f: base },
  clio: { f: clio },
  highlevel: { f: highlevel },
  ...more,
});
const said = (decision: FieldDecision) => ('value' in decision ? `${decision.do} ${decision.value}` : decision.do);

describe('what happens to one field', () => {
  // base, Clio, HighLevel -> decision, reason
  const TABLE: [string, string | undefined, string | undefined, string | undefined, string, string][] = [
    ['only Clio changed', 'a', 'b', 'a', 'to-highlevel b', 'changed'],
    ['only HighLevel changed', 'a', 'a', 'b', 'to-clio b', 'changed'],
    ['nobody changed', 'a', 'a', 'a', 'keep', 'same'],
    ['both changed to the same', 'a', 'b', 'b', 'keep', 'same'],
    ['both changed', 'a', 'b', 'c', 'conflict', 'ask'],
    ['first meeting, only Clio has it', undefined, 'a', undefined, 'to-highlevel a', 'fill'],
    ['first meeting, only HighLevel has it', undefined, undefined, 'a', 'to-clio a', 'fill'],
    ['first meeting, they differ', undefined, 'a', 'b', 'conflict', 'ask'],
    ['cleared in Clio', 'a', undefined, 'a', 'keep', 'cleared'],
    ['cleared in HighLevel', 'a', 'a', '', 'keep', 'cleared'],
    ['cleared in Clio, changed in HighLevel', 'a', '  ', 'b', 'to-clio b', 'fill'],
    ['cleared in both', 'a', '', undefined, 'keep', 'both-blank'],
    ['a blank without a shape', undefined, 'a', '\u200b\u00a0', 'to-highlevel a', 'fill'],
  ];
  it.each(TABLE)('%s', (_, base, clio, highlevel, outcome, why) => {
    const decision = decideField(rule(), input(base, clio, highlevel));
    expect([said(decision), decision.why]).toEqual([outcome, why]);
  });

  it('is filled in again where the rule wants so', () => {
    expect(said(decideField(rule({ refill: true }), input('a', undefined, 'a')))).toBe('to-clio a');
  });

  it('is left alone when it was not read on one side', () => {
    expect(decideField(rule(), { clio: { f: 'a' }, highlevel: {} }).why).toBe('unread');
  });
});

describe('the policy', () => {
  const both = input('a', 'b', 'c', { changedAt: { clio: 2, highlevel: 3 } });
  it.each([
    ['clio', 'to-highlevel b', { side: 'highlevel', value: 'c' }],
    ['highlevel', 'to-clio c', { side: 'clio', value: 'b' }],
    ['newest', 'to-clio c', { side: 'clio', value: 'b' }],
  ] as const)('%s decides and names the loser', (policy, outcome, loser) => {
    const decision = decideField(rule({ policy }), both);
    expect([said(decision), 'loser' in decision && decision.loser]).toEqual([outcome, loser]);
  });

  it.each([
    [undefined, 'times-unknown'],
    [{ clio: 1 }, 'times-unknown'],
    [{ clio: Number.NaN, highlevel: 1 }, 'times-unknown'],
    [{ clio: 5, highlevel: 5 }, 'times-equal'],
  ])('newest asks when the times are %o', (changedAt, why) => {
    expect(decideField(rule({ policy: 'newest' }), { ...both, changedAt })).toMatchObject({ do: 'conflict', why });
  });

  it('does not open a closed direction', () => {
    expect(decideField(rule({ policy: 'highlevel', direction: 'to-highlevel' }), both).why).toBe('direction');
  });

  it('leaves a person’s choice with the loser named', () => {
    const found = decideField(rule(), both);
    if (found.do !== 'conflict') throw new Error('no conflict');
    expect(resolve(found, 'clio')).toMatchObject({ do: 'to-highlevel', value: 'b', loser: { side: 'highlevel', value: 'c' } });
  });
});

describe('an echo', () => {
  it('is no change where the base is not kept yet', () => {
    // Clio: a -> b, which we wrote, then -> c. HighLevel only shows what we wrote.
    const decision = decideField(rule(), input('a', 'c', 'b', { written: { highlevel: { f: 'b' } } }));
    expect(decision).toMatchObject({ do: 'to-highlevel', why: 'changed', value: 'c' });
  });

  it('is no change where the system shows our value in its own way', () => {
    const first = input('short', 'a long text', 'short');
    const decisions = decide([rule()], first);
    const agreed = advance([rule()], first, decisions, new Map([['f', 'a long te']]));
    expect(decideField(rule(), input('', 'a long text', 'a long te', agreed)).why).toBe('echo');
    expect(said(decideField(rule(), input('', 'a long text', 'mine', agreed)))).toBe('to-clio mine');
  });

  it('is forgotten once both sides agreed on something else, so that going back to it counts', () => {
    const agreed = { base: { f: 'a long text' }, written: { clio: {}, highlevel: { f: 'a long te' } } };
    const edited = { clio: { f: 'a long text' }, highlevel: { f: 'mine' }, ...agreed };
    const after = advance([rule()], edited, decide([rule()], edited));
    expect(after).toEqual({ base: { f: 'mine' }, written: { clio: {}, highlevel: {} } });
    expect(said(decideField(rule(), { clio: { f: 'mine' }, highlevel: { f: 'a long te' }, ...after }))).toBe('to-clio a long te');
  });
});

describe('equality', () => {
  it.each([
    ['email', 'Ana@X.example ', 'ana@x.example'],
    ['phone', '+1 604-555-0101', '+16045550101'],
    ['date', '1990-09-25', '1990-09-25T00:00:00Z'],
    ['country', 'United States', 'us'],
    ['website', 'https://www.Firm.example/', 'firm.example'],
    ['place', '12  King St ,Apt 4', '12 king st, apt 4'],
    ['postal-code', 'V5K 0A1', 'v5k0a1'],
    ['block', '<p>One</p><p>two</p>', 'One\ntwo'],
    ['option', 'Café', 'cafe'],
  ] as const)('of a %s: %j is %j', (kind, clio, highlevel) => {
    expect(decideField(rule({ kind }), input('z', clio, highlevel)).why).toBe('same');
  });

  it.each([
    ['text', 'ana', 'Ana'],
    ['phone', '604 555 0101', '+1 604 555 0101'],
    ['id', 'a1', 'A1'],
    ['website', 'firm.example/A', 'firm.example/a'],
  ] as const)('of a %s: %j is not %j', (kind, clio, highlevel) => {
    expect(decideField(rule({ kind }), input('z', clio, highlevel)).do).toBe('conflict');
  });

  it('of phones takes the caller’s key', () => {
    const phoneKey = (raw: string) => `+1${raw.replace(/\D/g, '').slice(-10)}`;
    const found = input('z', '604 555 0101', '+1 604 555 0101', { phoneKey });
    expect(decideField(rule({ kind: 'phone' }), found).why).toBe('same');
  });
});

it('a value the other system cannot hold is not written', () => {
  const holds = (_: string, value: string) => value.length < 4;
  expect(decideField(rule({ holds }), input('a', 'a long text', 'a')).why).toBe('cannot-hold');
});

it('different fields changed on both sides both survive', () => {
  const rules = [rule({ id: 'one' }), rule({ id: 'other' })];
  const base = { one: 'a', other: 'a' };
  const decisions = decide(rules, { base, clio: { one: 'b', other: 'a' }, highlevel: { one: 'a', other: 'c' } });
  expect(decisions.map(said)).toEqual(['to-highlevel b', 'to-clio c']);
  expect(decisions.some((one) => 'loser' in one)).toBe(false);
});

it('a write that was not done leaves the base as it was', () => {
  const found = input('a', 'b', 'a');
  expect(advance([rule()], found, decide([rule()], found), new Map()).base).toEqual({ f: 'a' });
});

describe('the base', () => {
  it('moves to what both sides came to by themselves, so that going back counts as a change', () => {
    const found = input('a', 'b', 'b');
    const after = advance([rule()], found, decide([rule()], found));
    expect(after.base).toEqual({ f: 'b' });
    expect(said(decideField(rule(), { ...input('b', 'a', 'b'), ...after }))).toBe('to-highlevel a');
  });

  it('keeps its spelling while both sides mean the same', () => {
    const found = input('a b', 'a  b', 'a b');
    expect(advance([rule()], found, decide([rule()], found)).base).toEqual({ f: 'a b' });
  });

  it('forgets a value that was cleared on both sides, so that entering it again counts', () => {
    const found = input('a', '', undefined);
    const after = advance([rule()], found, decide([rule()], found));
    expect(after.base).toEqual({});
    expect(said(decideField(rule(), { clio: { f: 'a' }, highlevel: { f: '' }, ...after }))).toBe('to-highlevel a');
  });

  it('and what was written in either system are forgotten together', () => {
    const written = { clio: { f: 'x' }, highlevel: { f: 'y' } };
    const found = input('a', 'b', 'b', { written });
    expect(advance([rule()], found, decide([rule()], found)).written).toEqual({ clio: {}, highlevel: {} });
  });
});

describe('a write that is about to go out', () => {
  const found = input('a', 'b', 'a');
  const write = decideField(rule(), found) as FieldWrite;
  it.each([
    ['nothing moved', 'b', 'a', true],
    ['somebody edited the target', 'b', 'c', false],
    ['somebody cleared the target', 'b', '', false],
    ['somebody edited the source', 'd', 'a', false],
  ])('%s', (_, clio, highlevel, holds) => {
    expect(stillHolds(write, 'text', { clio: { f: clio }, highlevel: { f: highlevel } })).toBe(holds);
  });
});
