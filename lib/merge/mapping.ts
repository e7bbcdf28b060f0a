import type { System } from '../model/subject.ts';
import type { FieldChoice } from '../model/sync.ts';
import type { ValueKind } from './compare.ts';
import { isBlank } from './compare.ts';
import type { Direction, FieldRule, Policy, Values } from './field.ts';
import { otherSide } from './field.ts';

/** What a system can hold in a field. A value it can't hold is not shortened or guessed at: it stays where it is, with a warning. */
export interface Limit {
  /** Characters. */
  max?: number;
  /** The only values there are, as `option` compares them. */
  options?: readonly string[];
  fits?: (value: string) => boolean;
}

export interface FieldSpec {
  id: string;
  /** Key of its words; for a field named by a person, the name itself. */
  label: string;
  kind: ValueKind;
  /** What may be chosen. */
  directions: readonly Direction[];
  /** Where it stands until somebody chooses: nothing is automatic. */
  direction: Direction;
  /** What the screen proposes when somebody switches the field on. */
  suggested: Direction;
  policy: Policy;
  /** This system takes the field only when the record is made there. */
  createOnly?: System;
  limits?: Partial<Record<System, Limit>>;
}

export type WarningCode =
  | 'too-long'
  | 'not-an-option'
  | 'not-valid'
  /** The system demands this field and there is no value. */
  | 'required'
  | 'unmapped-user'
  | 'unlinked-person'
  | 'several-people'
  | 'end-assumed'
  | 'all-day'
  | 'unreadable';

export interface Warning {
  field: string;
  code: WarningCode;
  value?: string;
  limit?: number;
}

/** Key of the words for a warning. */
export const warningKey = (code: WarningCode): string => `merge.warning.${code.replaceAll('-', '_')}`;

/** What a record says in shared terms. A field that could not be told is missing from `values`, so nothing is decided about it. */
export interface Read {
  values: Values;
  warnings: Warning[];
}
/** What to write, in the terms of one system's model. */
export interface Mapped<T> {
  value: T;
  warnings: Warning[];
}

/** A spec with the safe defaults: off, and a person is asked about conflicts. */
export const field = (
  id: string,
  kind: ValueKind,
  more: Partial<Omit<FieldSpec, 'id' | 'kind'>> & { label: string },
): FieldSpec => ({
  id,
  kind,
  directions: ['off', 'to-highlevel', 'to-clio', 'both'],
  direction: 'off',
  suggested: 'both',
  policy: 'ask',
  ...more,
});

/** Why this system can't hold the value; undefined when it can. */
export function warningOf(spec: FieldSpec, system: System, value: string): Warning | undefined {
  const { max, options, fits } = spec.limits?.[system] ?? {};
  const about = { field: spec.id, value };
  if (max !== undefined && [...value].length > max) return { ...about, code: 'too-long', limit: max };
  if (options && !options.includes(value)) return { ...about, code: 'not-an-option' };
  return fits && !fits(value) ? { ...about, code: 'not-valid' } : undefined;
}

/** Splits values into what the system can hold and why the rest can't be; blank values are neither. */
export function fitting(specs: readonly FieldSpec[], system: System, values: Values): Read {
  const warnings: Warning[] = [];
  const kept: Record<string, string> = {};
  for (const spec of specs) {
    const value = values[spec.id];
    if (value === undefined || isBlank(value)) continue;
    const warning = warningOf(spec, system, value);
    if (warning) warnings.push(warning);
    else kept[spec.id] = value;
  }
  return { values: kept, warnings };
}

/** A table with somebody's choices -> rules to decide by. A direction the field doesn't allow counts as off. */
export const rulesOf = (
  specs: readonly FieldSpec[],
  choices: Readonly<Record<string, FieldChoice | undefined>> = {},
  { creating }: { creating?: System } = {},
): FieldRule[] =>
  specs.map((spec) => {
    const choice = choices[spec.id] ?? {};
    return {
      id: spec.id,
      kind: spec.kind,
      direction: openDirection(spec, choice.direction ?? spec.direction, creating),
      policy: choice.policy ?? spec.policy,
      refill: choice.refill,
      holds: (system, value) => warningOf(spec, system, value) === undefined,
    };
  });

function openDirection(spec: FieldSpec, wanted: Direction, creating: System | undefined): Direction {
  if (!spec.directions.includes(wanted)) return 'off';
  const closed = spec.createOnly === creating ? undefined : spec.createOnly;
  if (!closed || wanted === 'off') return wanted;
  const open = `to-${otherSide(closed)}` as const;
  return wanted === 'both' || wanted === open ? open : 'off';
}

/** The values of a record that isn't there yet: deciding against them says what creating it would write. */
export const noValues = (specs: readonly FieldSpec[]): Values => Object.fromEntries(specs.map(({ id }) => [id, undefined]));
