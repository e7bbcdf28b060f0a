import type { ComponentChildren } from 'preact';
import type { Field } from '../../lib/catalog/fields.ts';
import type { Given } from '../../lib/model/rule.ts';
import type { System } from '../../lib/model/subject.ts';
import type { ControlProps } from '../ui/Field.tsx';

/** One field of an operation with its value, as every kind of control takes it. */
export interface FieldControl {
  field: Field;
  system: System | 'local';
  /** Where records are chosen from; without one an id has to be typed. */
  connection?: string;
  /** A text with `{{group.name}}` in it is a value too. */
  mapping?: boolean;
  value: Given | undefined;
  onChange: (value: Given | undefined) => void;
  /** What is behind an id that was chosen before. */
  nameOf?: (id: string) => string | undefined;
  /** What can be put into one of several texts: of a mapping only. */
  chips?: (label: string, onPick: (chip: string) => void) => ComponentChildren;
}

export interface InputProps extends FieldControl {
  control: ControlProps;
}

/** Text as controls show it. */
export const textOf = (value: Given | undefined): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? '' : String(value);
