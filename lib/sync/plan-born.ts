import { otherSide } from '../merge/field.ts';
import type { System } from '../model/subject.ts';
import { type ChildEntity, sinceOf } from '../model/sync.ts';
import type { Task } from '../model/task.ts';
import { listKey } from '../store/rows.ts';
import type { Person } from './contact-values.ts';
import type { Ground, Plan, PlanParts } from './plan-parts.ts';

/** HighLevel tasks that were there when sync began, by link: HighLevel tells no time of creation [official spec]. */
interface KnownOld {
  since: number;
  ids: string[];
}

const keyOf = (link: string): string => `person|${link}|old-tasks`;

/** Times of the vendors are of whole seconds, and of another clock: what was made in the minute of switching on counts as new. */
const GRACE = 60_000;
const madeAt = (at: string | undefined): number => Date.parse(at ?? '') + GRACE;

/**
 * Notes which undated tasks a person has at the first whole reading after sync was switched on: those are old, later ones are new. Of a
 * contact that is itself new, none is old.
 */
export async function noteOld(parts: PlanParts, { choice }: Ground, { link, highlevel }: Person): Promise<Plan> {
  const { reader } = parts;
  const since = sinceOf(choice, 'task', 'clio');
  const known = await reader.known<KnownOld>(keyOf(link.key));
  if (known?.since === since) return {};
  const list = listKey('highlevel', link.locationId, 'task', link.highlevelId);
  const read = await reader.readAt(list);
  if (!read || read.problem || read.at < since) return {};
  const isNew = madeAt(highlevel.createdAt) >= since;
  const ids = isNew ? [] : (await reader.list<Task>(list)).map(({ id }) => id);
  return { known: [{ key: keyOf(link.key), value: { since, ids } satisfies KnownOld }] };
}

/** Was the record made since making it on the other side was switched on? What nobody can date counts as old: it is not copied by itself. */
export async function isNew(
  { reader }: PlanParts,
  { choice }: Ground,
  link: string,
  record: { id: string; createdAt?: string },
  entity: ChildEntity,
  system: System,
): Promise<boolean> {
  const at = madeAt(record.createdAt);
  const since = sinceOf(choice, entity, otherSide(system));
  if (Number.isFinite(at)) return at >= since;
  if (entity !== 'task' || system === 'clio') return false;
  const known = await reader.known<KnownOld>(keyOf(link));
  return known?.since === since && !known.ids.includes(record.id);
}
