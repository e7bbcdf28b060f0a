import { fold } from '../model/fold.ts';
import { isBlank, type ValueKind } from './compare.ts';
import type { Direction, Policy, Values } from './field.ts';
import { flagOf, flagWord } from './flag.ts';
import { type FieldSpec, field, type Limit, type Mapped, type Read, type Warning } from './mapping.ts';

/** Option ids with their words; Clio's picklists and HighLevel's selects. */
export type Options = Readonly<Record<string, string>>;

/** A field somebody named: a Clio custom field beside a HighLevel custom field or a tag. Clio contacts have no tags. */
export interface ExtraField {
  /** `x.` and a word of ours, so that it never meets a field of the contact table. */
  id: `x.${string}`;
  /** The name a person gave it. */
  name: string;
  kind: Exclude<ValueKind, 'id' | 'span'>;
  clio: { fieldId: string; options?: Options; max?: number };
  highlevel: { fieldId: string; options?: Options; max?: number } | { tag: string };
  direction?: Direction;
  policy?: Policy;
}

/** What a HighLevel contact holds of them. */
export interface HighLevelExtras {
  fields: Readonly<Record<string, string | undefined>>;
  tags: readonly string[];
}

/** Beside a tag stands a yes-or-no, whatever kind was chosen. */
const kindOf = (extra: ExtraField): ValueKind => ('tag' in extra.highlevel ? 'flag' : extra.kind);
const limitOf = (extra: ExtraField, { options, max }: { options?: Options; max?: number }): Limit => ({
  max,
  // Held by its words: in shared terms an option is its words, as the ids differ.
  fits: options && ((value) => optionId(extra, options, value) !== undefined),
});

export const extrasTable = (extras: readonly ExtraField[]): FieldSpec[] =>
  extras.map((extra) =>
    field(extra.id, kindOf(extra), {
      label: extra.name,
      direction: extra.direction ?? 'off',
      policy: extra.policy ?? 'ask',
      limits: {
        clio: limitOf(extra, extra.clio),
        highlevel: 'tag' in extra.highlevel ? {} : limitOf(extra, extra.highlevel),
      },
    }),
  );

/** The option with these words; for a yes or no, the one that means it (`Oui`). */
const optionId = (extra: ExtraField, options: Options, words: string): string | undefined =>
  Object.entries(options).find(
    ([, one]) => fold(one) === fold(words) || (kindOf(extra) === 'flag' && flagWord(one) === words),
  )?.[0];

/** Raw values of Clio's custom fields by field id. */
export const readClioExtras = (
  extras: readonly ExtraField[],
  raw: Readonly<Record<string, string | undefined>>,
  base?: Values,
): Read => readAll(extras, (extra) => [raw[extra.clio.fieldId], extra.clio.options], base);

export const readHighLevelExtras = (extras: readonly ExtraField[], raw: HighLevelExtras, base?: Values): Read => {
  // HighLevel keeps tags in lower case [doc].
  const tags = new Set(raw.tags.map((tag) => tag.trim().toLowerCase()));
  return readAll(
    extras,
    ({ highlevel }) =>
      'tag' in highlevel
        ? [String(tags.has(highlevel.tag.trim().toLowerCase())), undefined]
        : [raw.fields[highlevel.fieldId], highlevel.options],
    base,
  );
};

function readAll(
  extras: readonly ExtraField[],
  rawOf: (extra: ExtraField) => [string | undefined, Options | undefined],
  base: Values | undefined,
): Read {
  const values: Record<string, string | undefined> = {};
  const warnings: Warning[] = [];
  for (const extra of extras) {
    const [raw, options] = rawOf(extra);
    // A picklist says yes in its words, so its option counts first.
    const text = options && raw !== undefined && !isBlank(raw) ? options[raw] : raw;
    const flag = kindOf(extra) === 'flag' && text !== undefined ? flagWord(text) : undefined;
    const known = isBlank(raw) || (kindOf(extra) === 'flag' ? flag !== undefined : text !== undefined);
    if (!known) warnings.push({ field: extra.id, code: 'unreadable', value: raw });
    // Nothing there is nobody's no; a tag that is not there is one.
    else if (isBlank(raw)) values[extra.id] = undefined;
    else values[extra.id] = kindOf(extra) === 'flag' ? flagOf(flag === 'yes', base?.[extra.id]) : text;
  }
  return { values, warnings };
}

/** Custom field values by field id; an option by its id. */
export function toClioExtras(extras: readonly ExtraField[], values: Values): Mapped<Record<string, string>> {
  const value: Record<string, string> = {};
  const warnings: Warning[] = [];
  for (const extra of extras) put(extra, extra.clio, values[extra.id], value, warnings);
  return { value, warnings };
}

export function toHighLevelExtras(
  extras: readonly ExtraField[],
  values: Values,
): Mapped<{ fields: Record<string, string>; addTags: string[]; removeTags: string[] }> {
  const value = { fields: {} as Record<string, string>, addTags: [] as string[], removeTags: [] as string[] };
  const warnings: Warning[] = [];
  for (const extra of extras) {
    const wanted = values[extra.id];
    if (!('tag' in extra.highlevel)) put(extra, extra.highlevel, wanted, value.fields, warnings);
    else if (wanted === 'yes') value.addTags.push(extra.highlevel.tag);
    else if (wanted === 'no') value.removeTags.push(extra.highlevel.tag);
  }
  return { value, warnings };
}

function put(
  extra: ExtraField,
  to: { fieldId: string; options?: Options },
  wanted: string | undefined,
  into: Record<string, string>,
  warnings: Warning[],
) {
  if (wanted === undefined || isBlank(wanted)) return;
  const flag = kindOf(extra) === 'flag' && !to.options ? flagWord(wanted) : undefined;
  const value = to.options ? optionId(extra, to.options, wanted) : flag ? String(flag === 'yes') : wanted;
  if (value === undefined) warnings.push({ field: extra.id, code: 'not-an-option', value: wanted });
  else into[to.fieldId] = value;
}
