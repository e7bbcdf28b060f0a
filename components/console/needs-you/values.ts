import { i18n } from '#i18n';
import { CONTACT_FIELDS } from '../../../lib/model/contact.ts';
import { clockWords, dateWords, dayIn } from '../../ui/time.ts';
import { wordOf } from '../../words.ts';

const say = i18n.t as unknown as (key: string) => string;
/** Fields of lib/merge that have words of their own. */
const CHILD: Record<string, readonly string[]> = {
  task: ['title', 'body', 'due', 'status', 'assignee', 'priority'],
  note: ['title', 'body', 'date'],
  appointment: ['title', 'when', 'status', 'location', 'contact'],
};
const CONTACT: ReadonlySet<string> = new Set(CONTACT_FIELDS);

/** What a field of a question is called; fields named by a person keep their id. */
export function fieldWords(entity: string | undefined, id: string): string {
  if (CONTACT.has(id)) return wordOf('field', id);
  if (id === 'dnd') return say('merge.dnd');
  return entity && CHILD[entity]?.includes(id) ? say(`merge.${entity}.${id}`) : id;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value as a person reads it: days and times in words. `A/B` is a span of lib/merge. */
export function valueWords(value: string, zone: string): string {
  const [from = '', to, ...more] = value.split('/');
  const isMoment = (one: string) => DAY.test(one) || INSTANT.test(one);
  if (to !== undefined && !more.length && isMoment(from) && isMoment(to))
    return `${valueWords(from, zone)} – ${valueWords(to, zone)}`;
  if (DAY.test(value)) return dateWords(value);
  if (INSTANT.test(value)) return `${dateWords(dayIn(value, zone))}, ${clockWords(value, zone)}`;
  return value;
}

/** The parts that differ between two values: what is alike before, what is not, what is alike after. Cut between words only. */
export function apart(own: string, other: string): [string, string, string] {
  const [a, b] = [own.split(/(?<=\s)/u), other.split(/(?<=\s)/u)];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(0, from).join(''), a.slice(from, a.length - end).join(''), a.slice(a.length - end).join('')];
}
