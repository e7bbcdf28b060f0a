import { describe, expect, it } from 'vitest';
import { type GuardedItem, type GuardSettings, guard, privilegedWords } from '../../lib/merge/privilege.ts';

const item = (more: Partial<GuardedItem>): GuardedItem => ({
  system: 'clio',
  entity: 'note',
  title: 'Call',
  text: 'Called.',
  ...more,
});
const none: GuardSettings = { matters: {} };
const open: GuardSettings = { matters: { '5': { notes: true, privateTasks: true } } };
const codes = ({ verdict, reasons }: ReturnType<typeof guard>) => [verdict, ...reasons.map(({ code }) => code)];

describe('the guard', () => {
  const TABLE: [string, Partial<GuardedItem>, GuardSettings, string[]][] = [
    ['a contact’s note passes', {}, none, ['allow']],
    ['a matter’s note is held', { matter: { id: '5' } }, none, ['hold', 'matter-note']],
    ['a matter’s note passes where its matter is allowed', { matter: { id: '5' } }, open, ['allow']],
    ['another matter’s note is held', { matter: { id: '6' } }, open, ['hold', 'matter-note']],
    [
      'allowing tasks does not allow notes',
      { matter: { id: '5' } },
      { matters: { '5': { privateTasks: true } } },
      ['hold', 'matter-note'],
    ],
    ['a public task of a matter passes', { entity: 'task', private: false, matter: { id: '5' } }, none, ['allow']],
    ['a private task is held', { entity: 'task', private: true, matter: { id: '5' } }, none, ['hold', 'private-task']],
    ['a private task without a matter is held', { entity: 'task', private: true }, open, ['hold', 'private-task']],
    [
      'a private task passes where its matter is allowed',
      { entity: 'task', private: true, matter: { id: '5' } },
      open,
      ['allow'],
    ],
    ['a task that does not tell asks', { entity: 'task' }, none, ['ask', 'permission-unknown']],
    ['a privileged text asks', { text: 'PRIVILEGED.' }, none, ['ask', 'privileged-words']],
    ['a privileged title asks', { title: 'Work-product' }, none, ['ask', 'privileged-words']],
    [
      'a privileged text asks in an allowed matter too',
      { text: 'legal advice', matter: { id: '5' } },
      open,
      ['ask', 'privileged-words'],
    ],
    [
      'held and privileged is held',
      { text: 'privileged', matter: { id: '6' } },
      open,
      ['hold', 'matter-note', 'privileged-words'],
    ],
    ['what comes from HighLevel passes', { system: 'highlevel', text: 'privileged' }, none, ['allow']],
    ['an approved text passes', { text: 'Legal  advice', approved: { title: 'Call', text: 'legal advice' } }, none, ['allow']],
    [
      'an approved text that was changed asks again',
      { text: 'legal advice: settle', approved: { title: 'Call', text: 'legal advice' } },
      none,
      ['ask', 'privileged-words'],
    ],
    [
      'approval does not open a matter',
      { matter: { id: '6' }, approved: { title: 'Call', text: 'Called.' } },
      open,
      ['hold', 'matter-note'],
    ],
    ['a matter with a borrowed name is not allowed', { matter: { id: 'constructor' } }, none, ['hold', 'matter-note']],
  ];
  it.each(TABLE)('%s', (_, more, settings, expected) => {
    expect(codes(guard(item(more), settings))).toEqual(expected);
  });

  it('takes the firm’s own words instead', () => {
    const settings = { ...none, words: ['Projet Érable'] };
    expect(guard(item({ text: 'about PROJET ERABLE' }), settings)).toEqual({
      verdict: 'ask',
      reasons: [{ code: 'privileged-words', words: ['Projet Érable'] }],
    });
    expect(guard(item({ text: 'privileged' }), settings).verdict).toBe('allow');
  });
});

describe('words that look privileged', () => {
  it.each([
    ['Attorney-Client communication', 'attorney-client'],
    ['ATTORNEY – CLIENT', 'attorney-client'],
    ['attorney\nclient', 'attorney-client'],
    ['attorneyclient', 'attorney-client'],
    ['our workproduct', 'work product'],
    ['Work_Product', 'work product'],
    ['WITHOUT PREJUDICE', 'without prejudice'],
    ['privi\u00adleged', 'privileged'],
    ['Ｐｒｉｖｉｌｅｇｅｄ', 'privileged'],
    ['sous toutes reserves', 'sous toutes réserves'],
    ['PRIVILÉGIÉ', 'privilégié'],
    ['Solicitor’s letter', 'solicitors'],
    ['the solicitor wrote', 'solicitor'],
    ['(privileged)', 'privileged'],
    ['It is privileged.Then she left', 'privileged'],
    ['confidential   settlement offer', 'confidential settlement'],
    ['attorneys’ eyes only', 'attorneys eyes only'],
  ])('%j', (text, word) => {
    expect(privilegedWords(text)).toContain(word);
  });

  it.each([
    'underprivileged youth centre',
    'She works; the product is fine',
    'solicitous',
    'settlement conference on Monday',
    'advice',
    'with prejudice',
    'Client of our attorney',
    'work on product',
    '',
  ])('%j does not', (text) => {
    expect(privilegedWords(text)).toEqual([]);
  });

  it('blank words of a list match nothing, and words with signs are no patterns', () => {
    expect(privilegedWords('anything at all', ['', ' ', '-', '.*', 'a(b'])).toEqual([]);
    expect(privilegedWords('a b', ['a(b'])).toEqual(['a(b']);
    expect(privilegedWords('about J.P. Doe', ['JP Doe'])).toEqual(['JP Doe']);
  });

  it('are found in a million characters in no time', () => {
    const started = performance.now();
    expect(privilegedWords(`${'a '.repeat(500_000)}privileged`)).toEqual(['privileged']);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
