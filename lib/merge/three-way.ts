import type { System } from '../model/subject.ts';
import { comparable, isBlank, sameValue } from './compare.ts';
import type { FieldConflict, FieldDecision, FieldRule, FieldWrite, MergeInput } from './field.ts';
import { otherSide } from './field.ts';

/**
 * Decides field by field what to do with a linked pair; does nothing itself. The rules, in their order: a field that is off or
 * wasn't read is left alone; equal values are agreed on; a blank never overwrites; what only one side changed goes to the other; what
 * both changed goes by policy, and the loser is told. A change equal to the base or to what we wrote ourselves is none.
 */
export const decide = (rules: readonly FieldRule[], input: MergeInput): FieldDecision[] =>
  rules.map((rule) => decideField(rule, input));

export function decideField(rule: FieldRule, input: MergeInput): FieldDecision {
  const { id, kind } = rule;
  if (rule.direction === 'off') return { id, do: 'keep', why: 'off' };
  if (!(id in input.clio && id in input.highlevel)) return { id, do: 'keep', why: 'unread' };
  const [clio, highlevel] = [seen(input.clio[id]), seen(input.highlevel[id])];
  if (clio === undefined && highlevel === undefined) return { id, do: 'keep', why: 'both-blank' };
  if (sameValue(kind, clio, highlevel, input)) return { id, do: 'keep', why: 'same' };
  if (clio === undefined) return fill(rule, input, 'highlevel');
  if (highlevel === undefined) return fill(rule, input, 'clio');
  const [mine, theirs] = [changedSince(rule, input, 'clio'), changedSince(rule, input, 'highlevel')];
  if (mine && theirs) return byPolicy(rule, input);
  if (mine || theirs) {
    const side = mine ? 'clio' : 'highlevel';
    return isCut(rule, input, side) ? conflict(rule, input, 'ask') : write(rule, input, side, 'changed');
  }
  return { id, do: 'keep', why: 'echo' };
}

const seen = (value: string | undefined): string | undefined => (isBlank(value) ? undefined : value);

/** Changed by somebody else than us since both sides agreed. */
export function changedSince({ id, kind }: FieldRule, input: MergeInput, side: System): boolean {
  const value = input[side][id];
  return ![input.base?.[id], input.written?.[side]?.[id]].some(
    (known) => !isBlank(known) && sameValue(kind, value, known, input),
  );
}

/** This side never held the end of a long text: what somebody made of the rest would cost the other side its own. */
function isCut({ id, kind }: FieldRule, input: MergeInput, side: System): boolean {
  const [all, held] = [input.base?.[id], input.written?.[side]?.[id]].map((one) => comparable(kind, one, input)) as [
    string,
    string,
  ];
  return kind === 'block' && held !== '' && held !== all && all.startsWith(held);
}

/** The other side is blank. Where it once had a value and this side didn't change since, somebody cleared it. */
function fill(rule: FieldRule, input: MergeInput, from: System): FieldDecision {
  if (!changedSince(rule, input, from) && !rule.refill) return { id: rule.id, do: 'keep', why: 'cleared' };
  return write(rule, input, from, 'fill');
}

function byPolicy(rule: FieldRule, input: MergeInput): FieldDecision {
  if (rule.policy === 'clio' || rule.policy === 'highlevel') return write(rule, input, rule.policy, 'policy');
  if (rule.policy === 'ask') return conflict(rule, input, 'ask');
  const { clio = Number.NaN, highlevel = Number.NaN } = input.changedAt ?? {};
  if (!Number.isFinite(clio) || !Number.isFinite(highlevel)) return conflict(rule, input, 'times-unknown');
  if (clio === highlevel) return conflict(rule, input, 'times-equal');
  return write(rule, input, clio > highlevel ? 'clio' : 'highlevel', 'newest');
}

function write(rule: FieldRule, input: MergeInput, from: System, why: FieldWrite['why']): FieldDecision {
  const { id, kind } = rule;
  const to = otherSide(from);
  const way = to === 'clio' ? 'to-clio' : 'to-highlevel';
  if (rule.direction !== 'both' && rule.direction !== way) return { id, do: 'keep', why: 'direction' };
  const value = input[from][id] as string;
  if (rule.holds && !rule.holds(to, value)) return { id, do: 'keep', why: 'cannot-hold' };
  const before = seen(input[to][id]);
  if (before === undefined) return { id, do: way, why, value };
  const known = sameValue(kind, before, input.base?.[id], input);
  return { id, do: way, why, value, before, ...(known ? {} : { loser: { side: to, value: before } }) };
}

const conflict = ({ id }: FieldRule, input: MergeInput, why: FieldConflict['why']): FieldConflict => ({
  id,
  do: 'conflict',
  why,
  clio: input.clio[id] as string,
  highlevel: input.highlevel[id] as string,
  base: seen(input.base?.[id]),
});

/** What a person’s choice in a conflict makes of it. */
export function resolve(found: FieldConflict, winner: System): FieldWrite {
  const loser = otherSide(winner);
  return {
    id: found.id,
    do: winner === 'clio' ? 'to-highlevel' : 'to-clio',
    why: 'policy',
    value: found[winner],
    before: found[loser],
    loser: { side: loser, value: found[loser] },
  };
}
