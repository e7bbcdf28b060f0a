import type { Change } from '../model/change.ts';
import type { Contact } from '../model/contact.ts';
import type { Batch } from '../store/batch.ts';
import { type Dirty, dirtyKey } from './dirty.ts';
import { childEntity } from './plan-kinds.ts';
import { accountOf, type Ground, linksOf, type PlanParts } from './plan-parts.ts';

/** The name under which the planner reads the change log. */
export const READER = 'sync';
const AT_ONCE = 500;

async function contactMarks(parts: PlanParts, ground: Ground, { system, id, after }: Change): Promise<Dirty[]> {
  const links = await linksOf(parts, ground, system, id);
  if (links.length) return links.map(({ key }): Dirty => ({ kind: 'contact', link: key }));
  const born = Date.parse((after as Contact | undefined)?.createdAt ?? '');
  return born >= ground.choice.since ? [{ kind: 'new', system, account: accountOf(ground, system), id }] : [];
}

async function marksOf(parts: PlanParts, ground: Ground, change: Change): Promise<Dirty[]> {
  const { system, account, id, after, origin } = change;
  const entity = change.entity === 'contact' ? 'contact' : childEntity(change.entity);
  if (!entity || account !== accountOf(ground, system)) return [];
  // What we deleted ourselves is not missed.
  if (after === undefined)
    return origin === 'write' || origin === 'person' ? [] : [{ kind: 'gone', system, account, entity, id }];
  return entity === 'contact' ? contactMarks(parts, ground, change) : [{ kind: 'child', system, account, entity, id }];
}

/**
 * Turns what changed since the last time into marks, in the same breath as the reader moves on. Begins with the newest: whatever was
 * there before is read whole when somebody switches sync on.
 */
export async function readLog(parts: PlanParts, grounds: readonly Ground[]): Promise<void> {
  const { syncReader, apply, now } = parts;
  let seq = await syncReader.reader(READER);
  const newest = await syncReader.newestChange();
  if (seq === undefined || !grounds.length) {
    if (seq !== newest) await apply({ at: now(), readers: [{ name: READER, seq: newest }] }, 'pull');
    return;
  }
  while (seq < newest) {
    const { changes, last } = await syncReader.changes(seq, AT_ONCE);
    if (last <= seq) return;
    const marks = new Set<string>();
    for (const change of changes)
      for (const ground of grounds) for (const one of await marksOf(parts, ground, change)) marks.add(dirtyKey(one));
    const dirty: Batch['dirty'] = [...marks].map((key) => ({ key, at: now() }));
    await apply({ at: now(), dirty, readers: [{ name: READER, seq: last }] }, 'pull');
    seq = last;
  }
}
