import type { ContactField } from '../../lib/model/contact.ts';
import type { FieldRow } from '../../lib/model/panel.ts';
import { dateWords } from '../ui/time.ts';
import { inFlight } from './words.ts';

/** What a push would do to one field: fill an empty one, or replace another value. */
export interface Change {
  row: FieldRow;
  kind: 'fill' | 'overwrite';
  /** Changes with the values: a choice made for other values does not count any more. */
  sign: string;
}

/** Everything a push could write now, in the table's order. */
export const changesOf = (rows: FieldRow[]): Change[] =>
  rows
    .filter((row) => row.pushable && row.clio && !inFlight(row.state))
    .map((row) => ({
      row,
      kind: row.highlevel ? 'overwrite' : 'fill',
      sign: JSON.stringify([row.field, row.clio, row.highlevel]),
    }));

/** Fields HighLevel has and Clio lacks. */
export const copiesOf = (rows: FieldRow[]): ContactField[] =>
  rows.filter((row) => row.copyable && row.highlevel && !inFlight(row.state)).map((row) => row.field);

/** Signs whose choice was turned from its default: fills are on, overwriting is off. */
export type Turned = ReadonlySet<string>;

export const isOn = (change: Change, turned: Turned): boolean => turned.has(change.sign) !== (change.kind === 'fill');

export interface PushChoice {
  fields: ContactField[];
  overwrite: ContactField[];
  /** The values that are agreed to be lost. */
  seen?: Partial<Record<ContactField, string>>;
}

/** The message's lists for the changes that are on. */
export function payloadOf(changes: Change[], turned: Turned): PushChoice {
  const on = changes.filter((change) => isOn(change, turned));
  const lost = on.filter((change) => change.kind === 'overwrite').map((change) => change.row);
  return {
    fields: on.map((change) => change.row.field),
    overwrite: lost.map((row) => row.field),
    ...(lost.length && { seen: Object.fromEntries(lost.map((row) => [row.field, row.highlevel])) }),
  };
}

/** A value as shown: dates in words, the rest as it is. */
export const valueWords = (field: ContactField, value: string | undefined): string =>
  value === undefined ? '' : field === 'dateOfBirth' ? dateWords(value) : value;
