import type { Appointment } from '../model/appointment.ts';
import type { Task } from '../model/task.ts';
import { listKey } from '../store/rows.ts';
import { knownKeys } from './known.ts';
import { sideMark } from './pull-keep.ts';
import { type Change, joined, type Of, type PullParts } from './pull-parts.ts';

type Child = Task | Appointment;

/** What of a child is compared, in one text; kept sealed. */
const face = (one: Child): string =>
  'startsAt' in one
    ? JSON.stringify([one.title, one.startsAt, one.endsAt, one.status])
    : JSON.stringify([one.title, one.due, one.done, one.assigneeId]);

/**
 * Rows of a location-wide list as a sign only: it may come from an index that lags, and lacks what the contact's own list has. A child that is
 * neither as stored nor as this list showed it last time means that its person is read anew; a difference that stays is thereby read once.
 */
export async function hints(
  parts: PullParts,
  of: Of,
  entity: 'task' | 'appointment',
  children: Child[],
  now: number,
): Promise<Change> {
  const byContact = Map.groupBy(children, ({ contactId = '' }) => contactId);
  const { account } = of.connection;
  const one = async (contactId: string, shown: Child[]): Promise<Change> => {
    const links = await parts.reader.linksOfHighLevel(account, contactId);
    const [link] = links;
    if (!link) return {};
    const key = `${knownKeys.person(link.key)}|${entity}`;
    const was = (await parts.reader.known<Record<string, string>>(key)) ?? {};
    const stored = await parts.reader.list<Child>(listKey('highlevel', account, entity, contactId));
    const faces = new Map(stored.map((child) => [child.id, face(child)]));
    const fresh = shown.map((child) => [child.id, face(child)] as const).filter(([id, text]) => was[id] !== text);
    if (!fresh.length) return {};
    const isTold = fresh.every(([id, text]) => faces.get(id) === text);
    return {
      known: [{ key, value: { ...was, ...Object.fromEntries(fresh) } }],
      dirty: isTold ? [] : links.map((each) => sideMark(each, now)),
    };
  };
  return joined(await Promise.all([...byContact].map(([contactId, shown]) => one(contactId, shown))));
}
