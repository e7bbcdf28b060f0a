import { describe, expect, test } from 'vitest';
import { extraWarnings, makeExtra } from '../../components/console/mappings/extras.ts';
import { proposals, withPair } from '../../components/console/mappings/users.ts';

const picklist = (names: string[]) => ({
  id: '901',
  name: 'Practice area',
  type: 'picklist',
  options: names.map((name, at) => ({ id: `o${at}`, name })),
});
const choices = (names: string[]) => ({
  id: 'cf1',
  name: 'Practice',
  type: 'SINGLE_OPTIONS',
  options: names.map((name) => ({ id: name, name })),
});
const line = { id: '902', name: 'Nickname', type: 'text_line' };
const long = { id: '903', name: 'Story', type: 'text_area' };
const box = { id: '904', name: 'VIP', type: 'checkbox' };
const theirs = (type: string) => ({ id: 'cf2', name: 'Theirs', type });

describe('users with an equal name', () => {
  const clio = [
    { id: '1', name: 'Priya Nair' },
    { id: '2', name: 'Tomás Rivera' },
    { id: '3', name: 'John Smith' },
    { id: '4', name: 'John Smith' },
  ];
  const highlevel = [
    { id: 'u1', name: 'PRIYA  NAIR' },
    { id: 'u2', name: 'Tomas Rivera' },
    { id: 'u3', name: 'John Smith' },
  ];
  test('are proposed, whatever the case, spaces and accents', () => {
    expect(proposals(clio, highlevel, [])).toEqual([
      { clio: '1', highlevel: 'u1' },
      { clio: '2', highlevel: 'u2' },
    ]);
  });
  test('are not proposed where two bear it, nor where one is paired already', () => {
    expect(proposals(clio, highlevel, [{ clio: '9', highlevel: 'u1' }])).toEqual([{ clio: '2', highlevel: 'u2' }]);
  });
  test('stand in one pair at most, on either side', () => {
    const pairs = [
      { clio: '1', highlevel: 'u1' },
      { clio: '2', highlevel: 'u2' },
    ];
    expect(withPair(pairs, '1', 'u2')).toEqual([{ clio: '1', highlevel: 'u2' }]);
    expect(withPair(pairs, '1', undefined)).toEqual([{ clio: '2', highlevel: 'u2' }]);
  });
});

describe('a field of ours', () => {
  test('gets an id of its own out of its name, and the lists of both sides', () => {
    const first = makeExtra('Practice area!', picklist(['Family']), choices(['Family']), []);
    expect(first).toMatchObject({ id: 'x.practice-area', kind: 'option', clio: { fieldId: '901', options: { o0: 'Family' } } });
    expect(makeExtra('Practice area', picklist(['Family']), choices(['Family']), [first]).id).toBe('x.practice-area-2');
    expect(makeExtra('日本', line, theirs('TEXT'), []).id).toMatch(/^x\.[a-z0-9-]{1,40}$/);
  });
  test('is a yes or no beside a tag', () => {
    expect(makeExtra('VIP', box, 'vip', [])).toMatchObject({ kind: 'flag', highlevel: { tag: 'vip' } });
  });
  test('says which options have no counterpart, on the sides that are written', () => {
    const [clio, other] = [picklist(['Family', 'Estate']), choices(['family', 'Business'])];
    const made = makeExtra('P', clio, other, []);
    expect(extraWarnings(made, clio, other)).toEqual([
      { code: 'options', lost: ['Estate'], of: 'clio' },
      { code: 'options', lost: ['Business'], of: 'highlevel' },
    ]);
    expect(extraWarnings({ ...made, direction: 'to-highlevel' }, clio, other)).toEqual([
      { code: 'options', lost: ['Estate'], of: 'clio' },
    ]);
  });
  test.each([
    ['several lines into one', long, theirs('TEXT'), 'long'],
    ['a text into a list', line, choices(['A']), 'text-to-option'],
    ['a text into a date', line, theirs('DATE'), 'kind'],
  ])('warns of %s', (_, clio, other, code) => {
    expect(extraWarnings(makeExtra('P', clio, other, []), clio, other).map((one) => one.code)).toEqual([code]);
  });
  test('warns of nothing where both hold the same', () => {
    expect(extraWarnings(makeExtra('P', line, theirs('TEXT'), []), line, theirs('TEXT'))).toEqual([]);
    expect(extraWarnings(makeExtra('P', box, 'vip', []), box, undefined)).toEqual([]);
    expect(extraWarnings(makeExtra('P', line, 'vip', []), line, undefined)).toEqual([{ code: 'tag-needs-flag' }]);
  });
});
