import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import { listKey } from '../store/rows.ts';
import type { Child, Kind, Spot, Twin } from './plan-kinds.ts';
import { accountOf, type PlanParts } from './plan-parts.ts';

/** Two copies of one record are made so far apart at most (ms): whoever comes later finds the first one before making a second. */
const AT_ONCE = 10 * 60_000;

const isNear = (one: Child, other: Child): boolean =>
  !(Math.abs(Date.parse(one.createdAt ?? '') - Date.parse(other.createdAt ?? '')) > AT_ONCE);

/**
 * The record that stands for it on the other side already, by the rule the panel pairs by. `copy`: it says what one says that we made there
 * at that very time, so two browsers of one firm copied the same; copied back, each would copy the other's for ever.
 */
export async function twinOf(
  { reader }: PlanParts,
  kind: Kind,
  entity: ChildEntity,
  record: Child,
  system: System,
  spot: Spot,
): Promise<Twin | 'copy' | undefined> {
  const { ground, link } = spot;
  const list = (side: System, owner: string) =>
    reader.list<Child>(listKey(side, accountOf(ground, side), kind.names[side].stored, owner));
  const [clio, highlevel, pairs] = await Promise.all([
    list('clio', link.clioId),
    list('highlevel', link.highlevelId),
    reader.pairs(link.key),
  ]);
  const known = new Map(pairs.filter((one) => one.entity === entity).map((one) => [one.clioId, one.highlevelId]));
  // A record read by itself need not stand in its list yet.
  const lists = { clio, highlevel };
  if (!lists[system].some(({ id }) => id === record.id)) lists[system] = [...lists[system], record];
  const taken = new Set(known.values());
  const found = kind
    .twins({ ...lists, known }, spot)
    .find(
      ([clioId, highlevelId]) =>
        (system === 'clio' ? clioId : highlevelId) === record.id && !taken.has(highlevelId) && !known.has(clioId),
    );
  if (found) return { key: `${link.key}|${entity}|${found[0]}`, clioId: found[0], highlevelId: found[1] };
  const made = new Set(pairs.flatMap((one) => (one.made === system ? [one.clioId, one.highlevelId] : [])));
  const words = (one: Child) => JSON.stringify(kind.read(one, system, spot, {}));
  return lists[system].some((one) => made.has(one.id) && isNear(one, record) && words(one) === words(record))
    ? 'copy'
    : undefined;
}
