import type { Agreed } from '../model/sync.ts';
import { isBlank, sameValue } from './compare.ts';
import type { FieldDecision, FieldRule, FieldWrite, MergeInput } from './field.ts';
import { isWrite, otherSide, targetOf } from './field.ts';

/**
 * The new base once the writes are done. `done` maps field ids to the value **in the answer of the write itself**; left out, every
 * write counts as done, as sent. A later read must not be used: between write and read somebody may have changed the value, and it would
 * pass for our own for ever. Fields whose write isn't in `done` keep their old base, so the next round decides them again.
 */
export function advance(
  rules: readonly FieldRule[],
  input: MergeInput,
  decisions: readonly FieldDecision[],
  done: ReadonlyMap<string, string | undefined> = asSent(decisions),
): Agreed {
  const base: Record<string, string | undefined> = { ...input.base };
  const written = { clio: { ...input.written?.clio }, highlevel: { ...input.written?.highlevel } };
  const settle = (id: string, value: string | undefined) => {
    delete written.clio[id];
    delete written.highlevel[id];
    if (isBlank(value)) delete base[id];
    else base[id] = value;
  };
  const kindOf = new Map(rules.map(({ id, kind }) => [id, kind]));
  for (const decision of decisions) {
    const { id } = decision;
    const kind = kindOf.get(id) ?? 'text';
    if (decision.do === 'keep' && decision.why === 'both-blank') settle(id, undefined);
    if (decision.do === 'keep' && decision.why === 'same') {
      // An agreed spelling stays, so that the base doesn't change with every read.
      settle(id, sameValue(kind, base[id], input.clio[id], input) ? base[id] : input.clio[id]);
    }
    if (!isWrite(decision) || !done.has(id)) continue;
    settle(id, decision.value);
    const back = done.get(id);
    if (!isBlank(back) && !sameValue(kind, back, decision.value, input)) written[targetOf(decision)][id] = back;
  }
  return { base, written };
}

const asSent = (decisions: readonly FieldDecision[]) =>
  new Map(decisions.filter(isWrite).map(({ id, value }) => [id, value as string | undefined]));

/** Is a write still what was decided, now that both records were read again? Otherwise it is dropped, and the next round decides anew. */
export function stillHolds(write: FieldWrite, kind: FieldRule['kind'], now: Pick<MergeInput, 'clio' | 'highlevel' | 'phoneKey'>) {
  const to = targetOf(write);
  return sameValue(kind, now[to][write.id], write.before, now) && sameValue(kind, now[otherSide(to)][write.id], write.value, now);
}
