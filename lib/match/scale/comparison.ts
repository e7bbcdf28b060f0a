import { FIELDS, type Field } from './levels.ts';

/** How one pair agrees; written over by the next comparison. */
export interface Comparison {
  /** In the order of FIELDS. When the names are swapped, `first` and `last` hold the levels of the cross. */
  levels: Uint8Array;
  swapped: boolean;
}

export const at = Object.fromEntries(FIELDS.map((field, index) => [field, index])) as Record<Field, number>;
export const newComparison = (): Comparison => ({ levels: new Uint8Array(FIELDS.length), swapped: false });
