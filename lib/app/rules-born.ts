import type { RulesParts } from './rules-parts.ts';
import type { Stage } from './rules-scene.ts';

const bornAt = (record: unknown): number => Date.parse((record as { createdAt?: string } | undefined)?.createdAt ?? '');

/**
 * Was this record there before `since`, although it is seen for the first time? A person who is linked today brings years of tasks and
 * notes along, and none of them has just been created. HighLevel tells no time of its tasks [official spec]: there it goes by what two-way
 * sync noted at the first reading, or by the person's own age.
 */
export async function isOld({ reader }: Pick<RulesParts, 'reader'>, { scene, link }: Stage, since: number): Promise<boolean> {
  const { before, after, by, entity, system, id } = scene.happening;
  if (by || before !== undefined || after === undefined) return false;
  const at = bornAt(after);
  if (Number.isFinite(at)) return at < since;
  if (system !== 'highlevel' || entity !== 'task') return true;
  const known = link && (await reader.known<{ ids: string[] }>(`person|${link.key}|old-tasks`));
  return known ? known.ids.includes(id) : !(bornAt(scene.highlevel) >= since);
}
