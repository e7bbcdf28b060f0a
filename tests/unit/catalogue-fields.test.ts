import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Field, fieldOf } from '../../lib/catalog/fields.ts';
import { CATALOGUE } from '../../lib/catalog/operations/catalogue.ts';
import { operationOf } from '../../lib/catalog/operations/index.ts';
import { lookUpOf } from '../../lib/catalog/operations/look-ups.ts';
import { validate } from '../../lib/catalog/operations/validate.ts';

const field = (token: string): Field => fieldOf(token, () => 'body');
const codes = (tokens: string, given: Record<string, unknown>) => {
  const checked = validate(tokens.split(' ').map(field), given);
  return checked.ok ? checked.values : checked.errors.map((one) => `${one.field} ${one.code}`);
};

describe('a field from its line', () => {
  test('knows name, kind, need, choices, place and fixed value', () => {
    expect(field('status!(open|won)>data.status')).toMatchObject({
      ...{ name: 'status', kind: 'choice', required: true, options: ['open', 'won'], at: 'data.status' },
    });
    expect(field('contactId')).toMatchObject({ kind: 'record', entity: 'contact', at: 'contactId' });
    expect(field('userIds:ids(user)>followers')).toMatchObject({ kind: 'ids', entity: 'user', at: 'followers' });
    expect(field('type=SMS')).toMatchObject({ fixed: 'SMS' });
  });

  test('is refused when it can’t be read', () => {
    expect(() => field('no field')).toThrow('no field');
  });
});

describe('values', () => {
  test.each<[string, string, Record<string, unknown>, unknown]>([
    ['a missing one', 'name!', { name: '  ' }, ['name required']],
    ['a blank optional one is left out', 'name', { name: '' }, {}],
    ['a name the operation has not', 'name', { nmae: 'x' }, ['nmae unknown']],
    ['a fixed one can’t be given', 'type=SMS', { type: 'Email' }, ['type unknown']],
    ['too long a text', 'name', { name: 'x'.repeat(501) }, ['name too-long']],
    ['numbers as text', 'amount', { amount: '12.50' }, { amount: 12.5 }],
    ['no number', 'amount', { amount: 'twelve' }, ['amount invalid']],
    ['yes as text', 'dnd', { dnd: 'true' }, { dnd: true }],
    ['neither yes nor no', 'dnd', { dnd: 'maybe' }, ['dnd invalid']],
    ['a day that is none', 'date', { date: '2026-02-30' }, ['date invalid']],
    ['an hour without a zone', 'startsAt', { startsAt: '2026-02-20T10:00:00' }, ['startsAt invalid']],
    ['an hour with a zone', 'startsAt', { startsAt: '2026-02-20T10:00:00-08:00' }, { startsAt: '2026-02-20T10:00:00-08:00' }],
    ['due on a day or at an hour', 'due', { due: '2026-02-20' }, { due: '2026-02-20' }],
    ['an address without a host', 'email', { email: 'jo@' }, ['email invalid']],
    ['an id with a path in it', 'contactId', { contactId: '../x' }, ['contactId invalid']],
    ['tags by commas', 'tags', { tags: 'a, b,' }, { tags: ['a', 'b'] }],
    ['custom fields', 'customFields', { customFields: { f1: 'red' } }, { customFields: { f1: 'red' } }],
    ['custom fields that are none', 'customFields', { customFields: ['red'] }, ['customFields invalid']],
    ['another choice', 'status(open|won)', { status: 'lost' }, ['status invalid']],
  ])('%s', (_, tokens, given, expected) => {
    expect(codes(tokens, given)).toEqual(expected);
  });

  test('whatever is given, nothing throws, and what passes passes again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CATALOGUE), fc.dictionary(fc.string(), fc.anything()), fc.anything(), (one, more, value) => {
        const given = { ...more, ...Object.fromEntries(one.fields.map((each) => [each.name, value])) };
        const checked = validate(one.fields, given);
        if (checked.ok) expect(validate(one.fields, checked.values)).toEqual(checked);
      }),
    );
  });
});

test('where a value is chosen from a list, that list is an operation of the same system that reads', () => {
  let lists = 0;
  for (const one of CATALOGUE) {
    for (const each of one.system === 'local' ? [] : one.fields) {
      const look = one.system === 'local' ? undefined : lookUpOf(one.system, each);
      if (!look) continue;
      lists += 1;
      const list = operationOf(look.operation);
      expect([look.operation, list?.system, list?.kind === 'search' || list?.kind === 'utility']).toEqual([
        ...[look.operation, one.system, true],
      ]);
    }
  }
  expect(lists).toBeGreaterThan(50);
});
