import { describe, expect, it } from 'vitest';
import { driftOf } from '../../lib/merge/drift.ts';
import type { FieldRule } from '../../lib/merge/field.ts';

describe('drift', () => {
  const rule = (id: string, more: Partial<FieldRule> = {}): FieldRule => ({
    id,
    kind: 'text',
    direction: 'both',
    policy: 'ask',
    ...more,
  });
  it('shows every difference, who moved and what the sync would do', () => {
    const rules = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => rule(id)).concat(rule('g', { direction: 'off' }));
    const drift = driftOf(rules, {
      base: { a: '1', b: '1', c: '1', e: '1', g: '1' },
      clio: { a: '1', b: '2', c: '2', d: '2', e: '2', f: '1', g: '2' },
      highlevel: { a: '1', b: '1', c: '3', d: '3', e: '2', g: '1' },
    });
    expect(drift.rows.map(({ field, moved, plan }) => `${field} ${moved} ${plan.do} ${plan.why}`)).toEqual([
      'b clio to-highlevel changed',
      'c both conflict ask',
      'd never-agreed conflict ask',
      'g clio keep off',
    ]);
    expect(drift).toMatchObject({ agreed: ['e'], unread: ['f'] });
  });

  it('of a cleared value and of an echo says so', () => {
    const drift = driftOf([rule('a'), rule('b')], {
      base: { a: '1', b: 'a long text' },
      written: { highlevel: { b: 'a long' } },
      clio: { a: undefined, b: 'a long text' },
      highlevel: { a: '1', b: 'a long' },
    });
    expect(drift.rows.map(({ moved, plan }) => `${moved} ${plan.why}`)).toEqual(['clio cleared', 'none echo']);
  });
});
