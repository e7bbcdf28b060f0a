import type { RulesParts } from './rules-parts.ts';
import type { Stage } from './rules-scene.ts';

const bornAt = (record: unknown): number => Date.parse((record as { createdAt?: string } | undefined)?.createdAt ?? '');

/**
 * Was this record there before `since`, although it is seen for the first time? A person who is linked today brings years of tasks and
 * notes along, and none of them has just been created. HighLevel tells no time of its tasks [official spec]: in a list that was read before
 * they are new; in the first reading it goes by what two-way sync noted, or by the person's own age.
 */
export async function isOld({ reader }: Pick<RulesParts, 'reader'>, { scene, link }: Stage, since: number): Promise<boolean> {
  const { before, after, by, entity, system, id, origin } = scene.happening;
  if (by || before !== undefined || after === undefined) return false;
  const at = bornAt(after);
  // Clio tells whole seconds: what was made in the second of the switch is as new as it says.
  if (Number.isFinite(at)) return at < since - (since % 1000);
  if (system !== 'highlevel' || entity !== 'task') return true;
  if (origin !== 'first') return false;
  const known = link && (await reader.known<{ ids: string[] }>(`person|${link.key}|old-tasks`));
  return known ? known.ids.includes(id) : !(bornAt(scene.highlevel) >= since);
}
