import type { Field } from '../fields.ts';
import { openFields } from '../fields.ts';

export type Values = Record<string, unknown>;
export type Problem = { field: string; code: 'required' | 'invalid' | 'too-long' | 'unknown' };
export type Checked = { ok: true; values: Values } | { ok: false; errors: Problem[] };

const ID = /^[\w-]{1,64}$/;
/** A custom field's id, or the key of a property, which may have its object's key before it. */
const KEY = /^[\w.-]{1,100}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = (text: string): boolean => DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
/** With a zone: an hour that nobody can place is no instant. */
const instant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));
const safely = (check: (text: string) => boolean) => (text: string) => {
  try {
    return check(text);
  } catch {
    return false;
  }
};

/** No address, number or day is longer, and to look at a long one may take long. */
const LOOKED_AT = 500;

/** What a text must look like, per kind; what is not named takes any. */
const LOOKS: Partial<Record<Field['kind'], (text: string) => boolean>> = {
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  // E.164 or as typed: digits enough for a number; each system's converter has the last word.
  phone: (text) => /^[+(\d][\d\s()./x-]{5,}$/.test(text),
  date: safely(day),
  instant,
  millis: instant,
  seconds: instant,
  due: safely((text) => day(text) || instant(text)),
  record: (text) => ID.test(text),
};

/** A value as forms and templates give it (text mostly) -> as it is kept; undefined when it can't be one. */
function read(field: Field, given: unknown): unknown {
  if (field.kind === 'number' || field.kind === 'money') {
    const number = typeof given === 'string' && given.trim() ? Number(given) : given;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  }
  if (field.kind === 'flag') return typeof given === 'boolean' ? given : { true: true, false: false }[String(given)];
  if (field.kind === 'list' || field.kind === 'ids') return readList(field, given);
  if (field.kind === 'custom-fields' || field.kind === 'properties') return readPairs(given);
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  const text = field.kind === 'long' ? String(given) : String(given).trim();
  if (field.options && !field.options.includes(text)) return undefined;
  const looks = LOOKS[field.kind];
  return !looks || (text.length <= LOOKED_AT && looks(text)) ? text : undefined;
}

function readList(field: Field, given: unknown): string[] | undefined {
  const list: unknown[] = Array.isArray(given) ? given : typeof given === 'string' ? given.split(',') : [];
  const texts = list.map((one) => String(one).trim()).filter(Boolean);
  const good = texts.length > 0 && (field.kind === 'list' || texts.every((text) => ID.test(text)));
  return good ? texts : undefined;
}

function readPairs(given: unknown): Record<string, string> | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const pairs = Object.entries(given);
  const good = pairs.length > 0 && pairs.every(([id, value]) => KEY.test(id) && typeof value === 'string');
  return good ? Object.fromEntries(pairs) : undefined;
}

const blank = (given: unknown): boolean =>
  given === undefined ||
  given === null ||
  (typeof given === 'string' && !given.trim()) ||
  (Array.isArray(given) && !given.length);

/**
 * Checks what somebody, or a template, filled in. Blanks count as left out, so that a template without a value never erases anything.
 * Names the operation has not are refused: a typing error in a mapping must not pass for a mapping.
 */
export function validate(fields: readonly Field[], given: Values): Checked {
  const open = openFields(fields);
  const errors: Problem[] = Object.keys(given)
    .filter((name) => !open.some((field) => field.name === name))
    .map((field) => ({ field, code: 'unknown' }));
  const values: Values = {};
  for (const field of open) {
    const { name } = field;
    if (blank(given[name])) {
      if (field.required) errors.push({ field: name, code: 'required' });
      continue;
    }
    const value = read(field, given[name]);
    const long = (typeof value === 'string' || Array.isArray(value)) && value.length > field.max;
    if (value === undefined || long) errors.push({ field: name, code: long ? 'too-long' : 'invalid' });
    else values[name] = value;
  }
  return errors.length ? { ok: false, errors } : { ok: true, values };
}
