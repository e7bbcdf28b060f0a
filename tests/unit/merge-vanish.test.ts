import { describe, expect, it } from 'vitest';
import { SECOND_READ_AFTER, type Survivor, type VanishFacts, vanished } from '../../lib/merge/vanish.ts';

const T = 1_000_000;
const later = T + SECOND_READ_AFTER;
const facts = (more: Partial<VanishFacts>): VanishFacts => ({ side: 'clio', noticed: 'not-found', noticedAt: T, ...more });
const missing = { at: later, answer: 'not-found' } as const;
const one = (more: Partial<Survivor> = {}): Survivor => ({ id: '2', sameEmail: true, samePhone: false, name: 'same', ...more });

describe('a record that vanished', () => {
  it.each(['not-found', 'missing-from-delta'] as const)('%s is believed only after a second read', (noticed) => {
    expect(vanished(facts({ noticed }))).toEqual({ kind: 'wait-second-read', notBefore: later, why: 'first-sign' });
  });

  it('and found again is still there', () => {
    expect(vanished(facts({ secondRead: { at: T + 1, answer: 'found' } }))).toEqual({ kind: 'still-there' });
  });

  it('is not believed on a second read that came too soon or said nothing', () => {
    expect(vanished(facts({ secondRead: { at: T + 1, answer: 'not-found' } }))).toMatchObject({
      why: 'too-soon',
      notBefore: later,
    });
    expect(vanished(facts({ secondRead: { at: later, answer: 'unreadable' } }))).toMatchObject({ why: 'unreadable' });
  });

  it('together with many others is rather a wrong account', () => {
    expect(vanished(facts({ secondRead: missing, survivors: [], sweep: { vanished: 40, of: 100 } }))).toMatchObject({
      why: 'too-many',
    });
    expect(vanished(facts({ secondRead: missing, survivors: [], sweep: { vanished: 40, of: 1000 } })).kind).toBe('gone');
    expect(vanished(facts({ secondRead: missing, survivors: [], sweep: { vanished: 2, of: 3 } })).kind).toBe('gone');
  });

  it('is looked for by e-mail and phone before it counts as gone', () => {
    expect(vanished(facts({ secondRead: missing }))).toEqual({ kind: 'look-for' });
  });

  it('and without a trace is gone: unlink or tag, nothing else', () => {
    expect(vanished(facts({ secondRead: missing, survivors: [one({ sameEmail: false })] }))).toEqual({
      kind: 'gone',
      offers: [{ kind: 'unlink' }, { kind: 'tag' }],
    });
  });

  it('in HighLevel leaves a Clio contact, which cannot be tagged', () => {
    expect(vanished(facts({ side: 'highlevel', secondRead: missing, survivors: [] }))).toEqual({
      kind: 'gone',
      offers: [{ kind: 'unlink' }],
    });
  });

  it.each([
    ['with its e-mail and name is surely the winner of a merge', [one()], true],
    ['with its phone and name too', [one({ sameEmail: false, samePhone: true })], true],
    ['with its e-mail and phone and a similar name too', [one({ samePhone: true, name: 'similar' })], true],
    ['with its e-mail and a similar name is not sure', [one({ name: 'similar' })], false],
    ['with another name is not sure', [one({ samePhone: true, name: 'differs' })], false],
    ['with an office’s e-mail is not sure', [one({ shared: true })], false],
    ['that is linked to somebody else is not sure', [one({ linkedTo: 'h9' })], false],
    ['beside another one is not sure', [one(), one({ id: '3' })], false],
  ])('one %s', (_, survivors, sure) => {
    const decision = vanished(facts({ secondRead: missing, survivors }));
    expect(decision).toMatchObject({ kind: 'merged-into', id: '2', sure });
    expect('offers' in decision && decision.offers[0]).toEqual({ kind: 'relink', to: '2' });
  });

  it('offers all that could be meant, the likeliest first', () => {
    const decision = vanished(facts({ secondRead: missing, survivors: [one({ id: '9', name: 'differs' }), one({ id: '4' })] }));
    expect(decision).toMatchObject({
      id: '4',
      others: ['9'],
      offers: [{ to: '4' }, { to: '9' }, { kind: 'unlink' }, { kind: 'tag' }],
    });
  });
});
