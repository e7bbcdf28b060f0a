import type { MergeInput } from '../merge/field.ts';
import type { Link } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { PairOpen } from '../store/read-sync.ts';
import { recordKey } from '../store/rows.ts';
import { planAlone } from './plan-alone.ts';
import { approval } from './plan-approval.ts';
import { change, isHarmless, isText } from './plan-change.ts';
import { type Child, KINDS, type Kind, labelOf, type Spot, spotOf, type Twin } from './plan-kinds.ts';
import { ownersOf } from './plan-owner.ts';
import { accountOf, type Ground, inPilot, linksOf, type Plan, type PlanParts } from './plan-parts.ts';
import { inTheWay, type KeptDecision, notedOnce, stoppedFields, touches } from './plan-rows.ts';
import { rulesFor } from './plan-rules.ts';
import { judge, type Matter, valuesTo } from './plan-verdict.ts';

export const recordOf = (
  { reader }: Pick<PlanParts, 'reader'>,
  ground: Ground,
  system: System,
  kind: Kind,
  id: string,
): Promise<Child | undefined> =>
  reader.record<Child>(recordKey(system, accountOf(ground, system), kind.names[system].stored, id));

const changedAt = (one: Child): number => Date.parse(one.updatedAt ?? '');

/** Both sides of a pair in shared terms, with what they last agreed on. */
export function inputOf(kind: Kind, spot: Spot, clio: Child, highlevel: Child, agreed: Twin['agreed']): MergeInput {
  const base = agreed?.base;
  return {
    base,
    written: agreed?.written,
    clio: kind.read(clio, 'clio', spot, { other: highlevel, base }),
    highlevel: kind.read(highlevel, 'highlevel', spot, { other: clio, base }),
    changedAt: { clio: changedAt(clio), highlevel: changedAt(highlevel) },
  };
}

/** A task pushed by hand has a due date in HighLevel because HighLevel demands one: where Clio has none, it doesn't travel back. */
function given(entity: ChildEntity, kind: Kind, spot: Spot, clio: Child, highlevel: Child): Twin['agreed'] {
  if (entity !== 'task' || kind.read(clio, 'clio', spot, {}).due) return undefined;
  const { due } = kind.read(highlevel, 'highlevel', spot, {});
  return { base: { due }, written: { clio: {}, highlevel: {} } };
}

const both = (parts: PlanParts, ground: Ground, kind: Kind, { clioId, highlevelId, key }: Twin) =>
  Promise.all([
    recordOf(parts, ground, 'clio', kind, clioId),
    recordOf(parts, ground, 'highlevel', kind, highlevelId),
    parts.syncReader.pair(key),
  ]);

/** Two records that stand for one: three-way, like a person's own values. */
export async function planPair(
  parts: PlanParts,
  ground: Ground,
  link: Link,
  entity: ChildEntity,
  twin: Twin,
  tries: number,
): Promise<Plan> {
  const kind = KINDS[entity];
  const { clioId, highlevelId, key } = twin;
  const ours = (await parts.outbox.ofLink(link.key)).filter((write) => touches(write, [clioId, highlevelId]));
  const way = inTheWay(ours, parts.now());
  // What stopped for a person keeps its own fields, and no other.
  const stopped = stoppedFields(ours);
  if (way?.again || (way && !stopped)) return way;
  const [clio, highlevel, pair] = await both(parts, ground, kind, twin);
  if (!clio || !highlevel) return {};
  // Moved to a matter or a meeting of somebody else: what it says from then on is not for the former person to read, nor theirs to change.
  const owners = await ownersOf(parts, 'clio', entity, clio, ground);
  if (owners.length && !owners.includes(link.clioId)) return { activity: await left(parts, 'moved', link, entity, clio) };
  const spot = spotOf(ground, link, parts.now());
  const input = inputOf(kind, spot, clio, highlevel, pair?.agreed ?? given(entity, kind, spot, clio, highlevel));
  const rules = rulesFor(kind.table, ground.choice.entities[entity]).filter(({ id }) => !stopped?.has(id));
  const matter: Matter = { link, entity, id: clioId, label: labelOf(kind, clio), clioId, highlevelId };
  const { writes, agreed, moved, plan } = await judge(parts, matter, rules, input, tries);
  const put = { key, link: link.key, entity, clioId, highlevelId, at: parts.now(), agreed };
  const settled: Plan = { ...plan, pairs: moved || !pair ? [put] : [] };
  if (!writes.length) return settled;
  // A change of one of a series may be a change of all of them: neither API says.
  if (clio.recurring || highlevel.recurring)
    return joined(settled, { activity: await left(parts, 'series', link, entity, clio) });
  const asked = valuesTo('highlevel', writes).some(isText) ? await approval(parts, kind, entity, clio, spot) : undefined;
  const open = valuesTo('highlevel', writes).filter((one) => !asked || isHarmless(one, entity, clio));
  const next: MergeInput = { ...input, ...agreed };
  const row = (system: System, current: Child, decided: KeptDecision[]) =>
    change(parts, entity, spot, system, current, decided, next, { pair: key, tries, made: pair?.made });
  const enqueue = [...row('highlevel', highlevel, open), ...row('clio', clio, valuesTo('clio', writes))];
  return { ...joined(settled, asked), enqueue };
}

const joined = (plan: Plan, more: Plan = {}): Plan => ({
  ...plan,
  asks: [...(plan.asks ?? []), ...(more.asks ?? [])],
  activity: [...(plan.activity ?? []), ...(more.activity ?? [])],
});

/** A pair that is left as it is, said once. */
const left = (parts: PlanParts, why: 'moved' | 'series', link: Link, entity: ChildEntity, clio: Child) =>
  notedOnce(parts, { outcome: 'kept', why, entity, id: clio.id, link: link.key, body: { label: labelOf(KINDS[entity], clio) } });

/** The pair a record stands in, of this link. */
async function pairsOf(
  parts: PlanParts,
  ground: Ground,
  entity: ChildEntity,
  system: System,
  id: string,
  links: Link[],
): Promise<[Link, Twin][]> {
  if (system === 'highlevel') {
    const pairs = await parts.syncReader.pairsOfHighLevel(entity, id);
    const known = await Promise.all(
      pairs.map(async (pair): Promise<[Link | undefined, Twin]> => [await parts.reader.link(pair.link), pair]),
    );
    return known.filter(
      (one): one is [Link, Twin] =>
        one[0] !== undefined && one[0].locationId === ground.location.account && one[0].clioAccount === ground.clio.account,
    );
  }
  const pairs = await Promise.all(
    links.map(async (link) => [link, await parts.syncReader.pair(`${link.key}|${entity}|${id}`)] as const),
  );
  return pairs.filter((one): one is [Link, PairOpen] => one[1] !== undefined);
}

/** A task, note, appointment or entry that changed: with its twin, or without one. */
export async function planChild(
  parts: PlanParts,
  ground: Ground,
  { system, entity, id }: { system: System; entity: ChildEntity; id: string },
  tries: number,
): Promise<Plan> {
  const { choice } = ground;
  const kind = KINDS[entity];
  const record = await recordOf(parts, ground, system, kind, id);
  if (!record) return {};
  const owners = await ownersOf(parts, system, entity, record, ground);
  const links = (await Promise.all(owners.map((owner) => linksOf(parts, ground, system, owner))))
    .flat()
    .filter((one) => inPilot(choice, one));
  const [paired] = await pairsOf(parts, ground, entity, system, id, links);
  if (paired) return inPilot(choice, paired[0]) ? planPair(parts, ground, paired[0], entity, paired[1], tries) : {};
  const [link] = links;
  if (!link) return {};
  const spot = spotOf(ground, link, parts.now());
  const found = await planAlone(parts, entity, record, system, spot, tries);
  if (!('twin' in found)) return found;
  const { twin } = found;
  const plan = await planPair(parts, ground, link, entity, twin, tries);
  const base = { key: twin.key, link: link.key, entity, clioId: twin.clioId, highlevelId: twin.highlevelId, at: parts.now() };
  return { ...plan, pairs: plan.pairs?.length ? plan.pairs : [base] };
}
