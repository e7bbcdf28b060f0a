import type { System } from '../model/subject.ts';
import { isBlank, sameValue } from './compare.ts';
import type { FieldDecision, FieldRule, MergeInput } from './field.ts';
import { changedSince, decideField } from './three-way.ts';

/** One field of a linked pair that is not the same on both sides. */
export interface DriftRow {
  field: string;
  clio?: string;
  highlevel?: string;
  base?: string;
  /** Who moved away from what was agreed on; `none` when one side only shows our value in its own way. */
  moved: System | 'both' | 'none' | 'never-agreed';
  /** What the sync would do about it, or why it leaves it. */
  plan: FieldDecision;
}

export interface Drift {
  rows: DriftRow[];
  /** Fields in which both sides agree on something the base doesn't know yet. */
  agreed: string[];
  /** Fields that could not be compared because they were not read. */
  unread: string[];
}

/** Compares a linked pair with its base, for the reconciliation: shows every difference, those of fields that are off too. */
export function driftOf(rules: readonly FieldRule[], input: MergeInput): Drift {
  const drift: Drift = { rows: [], agreed: [], unread: [] };
  for (const rule of rules) {
    const { id, kind } = rule;
    if (!(id in input.clio && id in input.highlevel)) {
      drift.unread.push(id);
      continue;
    }
    const [clio, highlevel, base] = [input.clio[id], input.highlevel[id], input.base?.[id]].map((value) =>
      isBlank(value) ? undefined : value,
    );
    if (sameValue(kind, clio, highlevel, input)) {
      if (!sameValue(kind, clio, base, input)) drift.agreed.push(id);
      continue;
    }
    drift.rows.push({ field: id, clio, highlevel, base, moved: movedOf(rule, input, base), plan: decideField(rule, input) });
  }
  return drift;
}

function movedOf(rule: FieldRule, input: MergeInput, base: string | undefined): DriftRow['moved'] {
  if (base === undefined) return 'never-agreed';
  const [clio, highlevel] = [changedSince(rule, input, 'clio'), changedSince(rule, input, 'highlevel')];
  return clio && highlevel ? 'both' : clio ? 'clio' : highlevel ? 'highlevel' : 'none';
}
