import type { SyncMark, Write } from '../model/outbox.ts';
import { CHILD_ENTITIES, type ChildEntity, isRemapped, type SyncEntity } from '../model/sync.ts';
import type { Job, JobParts } from './job.ts';
import { approval } from './plan-approval.ts';
import { isText } from './plan-change.ts';
import { recordOf } from './plan-child.ts';
import { KINDS, spotOf } from './plan-kinds.ts';
import { type Ground, inPilot } from './plan-parts.ts';
import type { KeptDecision } from './plan-rows.ts';
import { contactRules, dndRules, opens, rulesFor } from './plan-rules.ts';
import { groundFor, systemOf } from './settle-agreed.ts';

const childOf = (entity: SyncEntity): ChildEntity | undefined => CHILD_ENTITIES.find((one) => one === entity);

/** Is every field still to be written that way? What somebody decided may go against a direction, but not into a field that is off. */
function isOpen(ground: Ground, { op, queuedAt }: Write, { entity, from, decisions }: SyncMark): boolean {
  const to = systemOf(op);
  const child = childOf(entity);
  const choice = ground.choice.entities[child ?? 'contact'];
  const creating = from && to;
  if (creating && !opens(choice, to)) return false;
  const rules = child ? rulesFor(KINDS[child].table, choice, creating) : [...contactRules(ground, creating), ...dndRules(ground)];
  return (decisions as KeptDecision[]).every(({ id, why }) => {
    const way = rules.find((rule) => rule.id === id)?.direction ?? 'off';
    if (isRemapped(ground.choice, id, queuedAt)) return false;
    return why === 'policy' ? way !== 'off' : way === 'both' || way === `to-${to}`;
  });
}

/**
 * What sync planned may wait for hours before it goes: may it still? `sync-off`: two-way sync was switched off, or is on with another
 * location. `false`: a choice, the pilot, a matter's permission or the text in Clio is another by now, so it is decided anew.
 */
export async function stillWanted({ sync: parts, now }: JobParts, job: Job): Promise<boolean | 'sync-off'> {
  const { by, link: key, op, body } = job.write;
  const { sync, edited } = body;
  if (by !== 'sync' || !sync || edited) return true;
  const [clioAccount, , locationId] = key.split('|');
  const id = `clio:${clioAccount}`;
  const [{ [id]: choice }, { [id]: paired }] = await Promise.all([parts.settings.get('sync'), parts.settings.get('pairs')]);
  if (!choice?.on || paired !== `highlevel:${locationId}`) return 'sync-off';
  const [ground, link] = [await groundFor(parts, key), await parts.reader.link(key)];
  // One side waits for its sign-in: nothing of the other was read since.
  if (!ground) return true;
  const { entity, from, pair } = sync;
  if (!isOpen(ground, job.write, sync) || (link && !inPilot(choice, link))) return false;
  const child = childOf(entity);
  if (!link || !child || systemOf(op) === 'clio') return true;
  const record = await recordOf(parts, ground, 'clio', KINDS[child], from?.id ?? pair?.split('|').at(-1) ?? '');
  const spot = spotOf(ground, link, now());
  if (!record || (!from && !(sync.decisions as KeptDecision[]).some(isText))) return true;
  return !(await approval({ ...parts, now }, KINDS[child], child, record, spot));
}
