import type { CustomFieldView } from '../../../lib/model/console-sync.ts';
import { fold } from '../../../lib/model/fold.ts';
import type { Direction, Policy } from '../../../lib/model/sync.ts';

/** As lib/merge/extras `ExtraField`; the message's shape checks it. */
export interface Extra {
  id: string;
  name: string;
  kind: string;
  clio: { fieldId: string; options?: Record<string, string> };
  highlevel: { fieldId: string; options?: Record<string, string> } | { tag: string };
  direction?: Direction;
  policy?: Policy;
}

/** Clio's `field_type` and HighLevel's `dataType` [official specs] -> how values are compared. What isn't here can't be carried. */
const KINDS: Record<string, string> = {
  checkbox: 'flag',
  picklist: 'option',
  text_line: 'text',
  text_area: 'block',
  date: 'date',
  email: 'email',
  url: 'website',
  numeric: 'text',
  currency: 'text',
  TEXT: 'text',
  LARGE_TEXT: 'block',
  NUMERICAL: 'text',
  MONETORY: 'text',
  PHONE: 'phone',
  EMAIL: 'email',
  DATE: 'date',
  SINGLE_OPTIONS: 'option',
  RADIO: 'option',
  CHECKBOX: 'option',
};
export const kindOf = ({ type }: CustomFieldView): string | undefined => KINDS[type ?? 'text_line'];
export const canCarry = (field: CustomFieldView): boolean => kindOf(field) !== undefined;

const optionsOf = ({ options }: CustomFieldView): Record<string, string> | undefined =>
  options?.length ? Object.fromEntries(options.map(({ id, name }) => [id, name])) : undefined;

/** A field of ours from the two that were chosen. `others`: to give it an id that none of them has. */
export function makeExtra(name: string, clio: CustomFieldView, other: CustomFieldView | string, others: readonly Extra[]): Extra {
  const word =
    fold(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 30)
      .replaceAll(/^-|-$/g, '') || 'field';
  const taken = new Set(others.map(({ id }) => id));
  let id = `x.${word}`;
  for (let at = 2; taken.has(id); at += 1) id = `x.${word}-${at}`;
  const left = { fieldId: clio.id, options: optionsOf(clio) };
  if (typeof other === 'string')
    return { id, name, kind: 'flag', clio: left, highlevel: { tag: other }, direction: 'both', policy: 'ask' };
  const isFlag = kindOf(clio) === 'flag';
  const listed = !isFlag && (left.options || other.options?.length);
  const kind = listed ? 'option' : (kindOf(clio) ?? 'text');
  return {
    id,
    name,
    kind,
    clio: left,
    highlevel: { fieldId: other.id, options: optionsOf(other) },
    direction: 'both',
    policy: 'ask',
  };
}

export type ExtraWarning =
  | { code: 'options'; lost: string[]; of: 'clio' | 'highlevel' }
  | { code: 'long' }
  | { code: 'kind'; from: string; to: string }
  | { code: 'text-to-option' }
  | { code: 'tag-needs-flag' };

const YES_NO = /^(yes|no|y|n|true|false|ja|nein|oui|non|si|sí)$/i;

/** Options of one list that have no counterpart by words in the other. */
const lost = (from: readonly string[], to: readonly string[]): string[] => {
  const known = new Set(to.map(fold));
  return from.filter((one) => !known.has(fold(one)));
};

function optionWarnings({ direction = 'off' }: Extra, clio: string[], highlevel: string[]): ExtraWarning[] {
  const sides = [
    { of: 'clio' as const, names: lost(clio, highlevel), open: direction !== 'to-clio' },
    { of: 'highlevel' as const, names: lost(highlevel, clio), open: direction !== 'to-highlevel' },
  ];
  return sides.flatMap(({ of, names, open }) => (open && names.length ? [{ code: 'options' as const, lost: names, of }] : []));
}

/** What this pair of fields can't hold, told from what the fields are; values are tried in the preview. */
export function extraWarnings(extra: Extra, clio: CustomFieldView, other: CustomFieldView | undefined): ExtraWarning[] {
  const names = (field: CustomFieldView) => field.options?.map(({ name }) => name) ?? [];
  const [from, to] = [kindOf(clio), other && kindOf(other)];
  if ('tag' in extra.highlevel) {
    const fits = from === 'flag' || (names(clio).length > 0 && names(clio).every((one) => YES_NO.test(one.trim())));
    return fits ? [] : [{ code: 'tag-needs-flag' }];
  }
  if (!other || !from || !to || from === 'flag') return [];
  const [mine, theirs] = [names(clio), names(other)];
  if (mine.length && theirs.length) return optionWarnings(extra, mine, theirs);
  if (mine.length || theirs.length) return [{ code: 'text-to-option' }];
  if (from === 'block' && to === 'text' && extra.direction !== 'to-clio') return [{ code: 'long' }];
  if (to === 'block' && from === 'text' && extra.direction !== 'to-highlevel') return [{ code: 'long' }];
  const loose = (kind: string) => kind === 'text' || kind === 'block';
  return from === to || (loose(from) && loose(to)) ? [] : [{ code: 'kind', from, to }];
}
