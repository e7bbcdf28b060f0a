import { fold } from '../model/fold.ts';
import type { DndChoice } from '../model/sync.ts';
import { isBlank } from './compare.ts';
import type { Values } from './field.ts';
import { type Flag, flagOf, flagWord } from './flag.ts';
import { type FieldSpec, field, type Mapped, type Read } from './mapping.ts';

/** The Clio custom field that says "do not disturb". `yes` and `no` are what stands in the field: option ids, or words. */
export type DndField = DndChoice;

const ID = 'dnd';

/** Consent: one flag, carried both ways when somebody switches it on, and always asked about when the two disagree. */
export const DND_TABLE: readonly FieldSpec[] = [field(ID, 'flag', { label: 'merge.dnd' })];

/** What people write into a text field for "leave this person alone". */
const STOP =
  /^(dnd|dnc|stop|unsubscribe[d]?|opt(ed)? ?out|do not (contact|disturb|call|text|email|market)|no (contact|marketing))\b/;

/**
 * HighLevel's `dnd`; its channels one by one are not carried. An answer without `dnd` says nothing once there is a base: it must not
 * pass for somebody's no.
 */
export const readHighLevelDnd = (dnd: boolean | undefined, base?: Values): Read => ({
  values: dnd === undefined && !isBlank(base?.[ID]) ? {} : { [ID]: flagOf(dnd, base?.[ID]) },
  warnings: [],
});

/** The value of the chosen Clio field, as read (undefined when the contact has none). A word nobody can read decides nothing. */
export function readClioDnd(chosen: DndField, raw: string | boolean | undefined, base?: Values): Read {
  const text = raw === undefined ? '' : String(raw);
  // Nothing there is nobody's no: a field that an office deletes would else set everybody free at once.
  if (isBlank(text)) return { values: { [ID]: undefined }, warnings: [] };
  const flag = chosen.variant === 'checkbox' ? flagWord(text) : flagOfOption(chosen, text);
  if (!flag) return { values: {}, warnings: [{ field: ID, code: 'unreadable', value: text }] };
  return { values: { [ID]: chosen.variant === 'checkbox' ? flagOf(flag === 'yes', base?.[ID]) : flag }, warnings: [] };
}

function flagOfOption(chosen: Exclude<DndField, { variant: 'checkbox' }>, text: string): Flag | undefined {
  if (chosen.variant === 'picklist') return text === chosen.yes ? 'yes' : text === chosen.no ? 'no' : undefined;
  const word = fold(text);
  if (word === fold(chosen.yes) || STOP.test(word)) return 'yes';
  return chosen.no !== undefined && word === fold(chosen.no) ? 'no' : flagWord(text);
}

/** What to send as `dnd`; nothing where HighLevel says so already. */
export const toHighLevelDnd = (values: Values, current?: boolean): Mapped<{ dnd?: boolean }> => {
  const dnd = values[ID] === 'yes' ? true : values[ID] === 'no' ? false : undefined;
  return { value: dnd === undefined || dnd === (current ?? false) ? {} : { dnd }, warnings: [] };
};

/** What to put into the Clio field: the word or option for yes or no. Without an option for no, a no can't be held. */
export function toClioDnd(chosen: DndField, values: Values): Mapped<{ value?: string }> {
  const flag = values[ID];
  if (flag !== 'yes' && flag !== 'no') return { value: {}, warnings: [] };
  const value = chosen.variant === 'checkbox' ? String(flag === 'yes') : chosen[flag];
  return value === undefined
    ? { value: {}, warnings: [{ field: ID, code: 'not-an-option', value: flag }] }
    : { value: { value }, warnings: [] };
}

/** The table for one chosen field: a choice without a word for no can't hold one, and deciding knows it. */
export const dndTable = (chosen: DndField): readonly FieldSpec[] =>
  DND_TABLE.map((spec) =>
    chosen.variant === 'checkbox' || chosen.no !== undefined ? spec : { ...spec, limits: { clio: { options: ['yes'] } } },
  );
