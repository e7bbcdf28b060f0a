import type { Link } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import { recordKey } from '../store/rows.ts';
import { dirtyKey } from './dirty.ts';
import { knownKeys } from './known.ts';
import { pairsOf } from './pairs-of.ts';
import { type Child, KINDS, labelOf, type Spot } from './plan-kinds.ts';
import { isMissed } from './plan-owner.ts';
import { accountOf, isOf, type Plan, type PlanParts } from './plan-parts.ts';
import { LOOK_AGAIN, notedOnce } from './plan-rows.ts';

/** What is known of a record that has a copy beside somebody else: `left`, its link has ended; else since when it is asked whether they are there. */
interface Copied {
  at?: number;
  left?: true;
}

/** Whom the copy of a Clio record was made for, if not for this person. */
async function formerOf(parts: PlanParts, entity: ChildEntity, id: string, { ground, link }: Spot): Promise<Link | undefined> {
  for (const pair of await pairsOf(parts.syncReader, { system: 'clio', account: ground.clio.account, entity, id })) {
    const former = pair.link === link.key ? undefined : await parts.reader.link(pair.link);
    if (former && isOf(ground, former)) return former;
  }
  return undefined;
}

/**
 * People that are merged bring their tasks and notes along to the one that is left. What has its copy beside the one who is gone is not
 * copied a second time: that is said, and a push by hand makes it all the same. Whoever is gone is often noticed later than what they left,
 * so they are asked for first; who is still there merely gave it away, and the new owner gets a copy. Undefined: nothing speaks against it.
 */
export async function inherited(
  parts: PlanParts,
  entity: ChildEntity,
  record: Child,
  system: System,
  spot: Spot,
): Promise<Plan | undefined> {
  const { reader, now } = parts;
  const { ground, link } = spot;
  const account = accountOf(ground, system);
  const key = knownKeys.copied(account, entity, record.id);
  const known = await reader.known<Copied>(key);
  const former = system === 'clio' && !known?.left ? await formerOf(parts, entity, record.id, spot) : undefined;
  if (!former && !known?.left) return undefined;
  const read = former && (await reader.readAt(recordKey('clio', account, 'contact', former.clioId)));
  if (!former || read?.problem?.code === 'not-found' || (await isMissed(parts, former, 'clio'))) {
    const row = { outcome: 'kept', why: 'copied_before', entity, id: record.id, link: link.key } as const;
    return { activity: await notedOnce(parts, { ...row, body: { label: labelOf(KINDS[entity], record) } }) };
  }
  if (read && known?.at !== undefined && read.at > known.at) return undefined;
  const gone = dirtyKey({ kind: 'gone', system, account, entity: 'contact', id: former.clioId });
  return {
    known: known ? [] : [{ key, value: { at: now() } satisfies Copied }],
    dirty: [{ key: gone, at: now() }],
    again: now() + LOOK_AGAIN,
  };
}
