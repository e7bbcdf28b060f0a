import { advance } from '../merge/advance.ts';
import { isBlank } from '../merge/compare.ts';
import type { FieldConflict, FieldDecision, FieldRule, FieldWrite, MergeInput } from '../merge/field.ts';
import { isConflict, isWrite, whyKey } from '../merge/field.ts';
import { decide, resolve } from '../merge/three-way.ts';
import type { Ask } from '../model/ask.ts';
import { askKey } from '../model/ask.ts';
import type { Link } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { Agreed, SyncEntity } from '../model/sync.ts';
import type { Plan, PlanParts } from './plan-parts.ts';
import { type KeptDecision, keptDecisions, noted, notedOnce } from './plan-rows.ts';

/** So often a record is decided anew because somebody changed it in between; then a person decides. */
export const MOST_TRIES = 3;

/** What is decided about: a linked person's values or a pair of records. `id`: the record's, where it is not the person. */
export interface Matter {
  link: Link;
  entity: SyncEntity;
  id?: string;
  label: string;
  clioId: string;
  highlevelId: string;
}

export interface Verdict {
  writes: KeptDecision[];
  /** The base with what both sides agree on already. */
  agreed: Agreed;
  /** The base is another than before. */
  moved: boolean;
  plan: Plan;
}

/** A person's answer to this very conflict: who wins, or `left` where it was chosen to leave it. */
function answerTo({ id, clio, highlevel }: FieldConflict, ask: Ask | undefined): System | 'left' | undefined {
  const answer = ask?.state === 'answered' ? ask.body.answer : undefined;
  const asked = ask?.body.fields?.find((one) => one.id === id);
  if (!answer || !asked || asked.clio !== clio || asked.highlevel !== highlevel) return undefined;
  const chosen = answer.fields?.[id];
  return chosen ?? (answer.offer === 'clio' || answer.offer === 'highlevel' ? answer.offer : 'left');
}

const asConflict = (write: FieldWrite, input: MergeInput): FieldConflict => ({
  id: write.id,
  do: 'conflict',
  why: 'ask',
  clio: input.clio[write.id] as string,
  highlevel: input.highlevel[write.id] as string,
  base: input.base?.[write.id],
});

/** A question about these very values stands, or was answered: nothing is written behind its back, nor against the answer. */
const isAsked = ({ id }: FieldWrite, { base, clio, highlevel }: MergeInput, ask: Ask | undefined): boolean =>
  ask !== undefined &&
  ask.state !== 'gone' &&
  (ask.body.fields ?? []).some(
    (one) => one.id === id && one.clio === clio[id] && one.highlevel === highlevel[id] && one.base === base?.[id],
  );

/** The question about all conflicts of one record: asked once. */
function question(parts: PlanParts, matter: Matter, key: string, conflicts: FieldConflict[], old: Ask | undefined): Plan {
  const { link, entity, label, clioId, highlevelId, id } = matter;
  const fields = conflicts.map(({ id: field, clio, highlevel, base, why }) => ({ id: field, clio, highlevel, base, why }));
  const { clioAccount, locationId } = link;
  const body: Ask['body'] = { label, clioId, highlevelId, fields, offers: ['clio', 'highlevel', 'keep-both'] };
  const isKnown = old?.state === 'open' && JSON.stringify(old.body.fields) === JSON.stringify(fields);
  const kept = conflicts.map(({ id: field, why }) => ({ field, why: whyKey(why) }));
  const row = { kind: 'ask' as const, outcome: 'asked' as const, why: 'conflict', entity, id: id ?? clioId, link: link.key };
  return {
    asks: [{ put: { key, kind: 'conflict', link: link.key, clioAccount, locationId, entity, body } }],
    activity: isKnown ? [] : [noted(parts, { ...row, body: { label, kept } })],
  };
}

/** Three-way, with what a person answered before. Conflicts are asked about once, values that can't travel are told once. */
export async function judge(
  parts: PlanParts,
  matter: Matter,
  rules: readonly FieldRule[],
  input: MergeInput,
  tries: number,
): Promise<Verdict> {
  const { link, entity, id } = matter;
  const key = askKey.conflict(link.key, entity, id);
  const old = await parts.syncReader.ask(key);
  const restless = tries >= MOST_TRIES;
  const decisions = decide(rules, input).map((one) =>
    isWrite(one) && (restless || isAsked(one, input, old)) ? asConflict(one, input) : one,
  );
  const left: FieldConflict[] = [];
  let isOpen = false;
  const settled = decisions.flatMap((one) => {
    if (!isConflict(one)) return [one];
    const answer = answerTo(one, old);
    if (answer === 'clio' || answer === 'highlevel') return isBlank(one[answer]) ? [] : [resolve(one, answer)];
    left.push(one);
    isOpen ||= answer !== 'left';
    return [];
  });
  const agreed = advance(rules, input, settled, new Map());
  const moved = !sameAgreed(agreed, input);
  // An answer ends with what it was about, too: should the same values meet again after others, they are decided like any.
  const isOver = !decisions.some(isConflict) && old && old.state !== 'gone';
  const asked = isOver ? { asks: [{ close: key }] } : isOpen ? question(parts, matter, key, left, old) : {};
  const activity = [...(asked.activity ?? []), ...(await untold(parts, matter, settled))];
  return { writes: keptDecisions(rules, settled), agreed, moved, plan: { ...asked, activity } };
}

/** Values the other system can't hold: said once. */
async function untold(parts: PlanParts, { link, entity, id, label, clioId }: Matter, settled: FieldDecision[]) {
  const kept = settled.filter(({ why }) => why === 'cannot-hold').map(({ id: field, why }) => ({ field, why: whyKey(why) }));
  const row = { outcome: 'kept', why: 'cannot_hold', entity, id: id ?? clioId, link: link.key, body: { label, kept } } as const;
  return kept.length ? notedOnce(parts, row) : [];
}

const flat = (values: object = {}): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, one]) => !isBlank(one))
      .sort(),
  );
const sameAgreed = (agreed: Agreed, { base, written }: MergeInput): boolean =>
  flat(agreed.base) === flat(base) &&
  flat(agreed.written.clio) === flat(written?.clio) &&
  flat(agreed.written.highlevel) === flat(written?.highlevel);

export const valuesTo = (system: System, writes: readonly KeptDecision[]): KeptDecision[] =>
  writes.filter((one) => (one.do === 'to-clio') === (system === 'clio'));

export const asValues = (writes: readonly FieldWrite[]): Record<string, string> =>
  Object.fromEntries(writes.map(({ id, value }) => [id, value]));
