import type { Test } from '../model/rule.ts';

/** What a fact may be. */
export type Fact = string | number | boolean | string[] | undefined;
export type FactKind = 'text' | 'list' | 'flag' | 'number' | 'time';

export interface Operator {
  /** Words: `rule.operator.<id>`, hyphens as `_`. */
  id: string;
  kinds: readonly FactKind[];
  /** What is compared with: nothing, one value, several, or a number of days. */
  takes: 'nothing' | 'one' | 'several' | 'days';
  test: (fact: Fact, value: Test['value'], now: number) => boolean;
}

const DAY = 24 * 60 * 60 * 1000;
/** Case, accents and blanks around a word are nobody's meaning. */
const flat = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase();
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(flat).filter((one) => one !== '');
const isBlank = (fact: Fact): boolean => listOf(fact).length === 0;
const numberOf = (value: unknown): number => (typeof value === 'string' && !value.trim() ? Number.NaN : Number(value));
const timeOf = (value: unknown): number => Date.parse(String(value));
const some = (fact: Fact, value: unknown): boolean => {
  const wanted = listOf(value);
  return listOf(fact).some((one) => wanted.includes(one));
};
const holds = (fact: Fact, value: unknown): boolean =>
  flat(value) !== '' && (Array.isArray(fact) ? some(fact, value) : flat(fact).includes(flat(value)));
const same = (fact: Fact, value: unknown): boolean => !isBlank(fact) && listOf(fact).join('\n') === listOf(value).join('\n');

type Row = [string, readonly FactKind[], Operator['takes'], Operator['test']];
const ANY: readonly FactKind[] = ['text', 'list', 'flag', 'number', 'time'];
/** The one table of conditions. A comparison with something that is not there is never true, except by a word that says "not". */
const ROWS: readonly Row[] = [
  ['is', ['text', 'number', 'flag', 'time'], 'one', same],
  ['is-not', ['text', 'number', 'flag', 'time'], 'one', (fact, value) => !same(fact, value)],
  ['is-one-of', ['text', 'number'], 'several', (fact, value) => !isBlank(fact) && some(fact, value)],
  ['is-none-of', ['text', 'number'], 'several', (fact, value) => !some(fact, value)],
  ['contains', ['text', 'list'], 'one', holds],
  ['contains-not', ['text', 'list'], 'one', (fact, value) => !holds(fact, value)],
  ['starts-with', ['text'], 'one', (fact, value) => flat(value) !== '' && flat(fact).startsWith(flat(value))],
  ['ends-with', ['text'], 'one', (fact, value) => flat(value) !== '' && flat(fact).endsWith(flat(value))],
  ['is-blank', ANY, 'nothing', isBlank],
  ['is-filled', ANY, 'nothing', (fact) => !isBlank(fact)],
  ['has-any', ['list'], 'several', some],
  [
    'has-all',
    ['list'],
    'several',
    (fact, value) => {
      const [had, wanted] = [listOf(fact), listOf(value)];
      return wanted.length > 0 && wanted.every((one) => had.includes(one));
    },
  ],
  ['has-none', ['list'], 'several', (fact, value) => !some(fact, value)],
  ['is-yes', ['flag'], 'nothing', (fact) => fact === true],
  ['is-no', ['flag'], 'nothing', (fact) => fact !== true],
  ['more-than', ['number'], 'one', (fact, value) => numberOf(fact) > numberOf(value)],
  ['less-than', ['number'], 'one', (fact, value) => numberOf(fact) < numberOf(value)],
  ['before', ['time'], 'one', (fact, value) => timeOf(fact) < timeOf(value)],
  ['after', ['time'], 'one', (fact, value) => timeOf(fact) > timeOf(value)],
  ['within-days', ['time'], 'days', (fact, value, now) => timeOf(fact) >= now && timeOf(fact) <= now + numberOf(value) * DAY],
  ['older-than-days', ['time'], 'days', (fact, value, now) => timeOf(fact) < now - numberOf(value) * DAY],
];

export const OPERATORS: readonly Operator[] = ROWS.map(([id, kinds, takes, test]) => ({ id, kinds, takes, test }));

const byId = new Map(OPERATORS.map((one) => [one.id, one]));
export const operatorOf = (id: string): Operator | undefined => byId.get(id);
/** Key of an operator's words. */
export const operatorWords = (id: string): string => `rule.operator.${id.replaceAll('-', '_')}`;
export const skipWords = (why: string): string => `rule.skip.${why.replaceAll('-', '_')}`;
export const problemWords = (code: string): string => `rule.problem.${code.replaceAll('-', '_')}`;

const TIMES = /(At|at|^due|^date|^dateOfBirth|^today)$/;
const FLAGS = ['done', 'dnd', 'private', 'recurring', 'allDay'];
/** What kind of value a fact of this name is (`record.tags` or `tags`), for choosing the operators on offer. */
export function kindOfFact(field: string): FactKind {
  const name = field.slice(field.indexOf('.') + 1);
  if (name === 'tags') return 'list';
  if (name === 'count') return 'number';
  if (FLAGS.includes(name)) return 'flag';
  return TIMES.test(name) ? 'time' : 'text';
}
export const operatorsFor = (field: string): Operator[] => OPERATORS.filter(({ kinds }) => kinds.includes(kindOfFact(field)));
