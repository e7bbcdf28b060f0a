import type { HomeStaff } from '../model/console-home.ts';
import { dayOfInstant } from '../model/days.ts';
import type { Lane } from '../model/lane.ts';
import { listKey } from '../store/rows.ts';
import type { ChosenPair } from './console-parts.ts';
import type { HomeParts } from './home-parts.ts';

const DAY = 24 * 60 * 60 * 1000;
const MOST = 12;
const COUNTED: [Lane, 'notes' | 'tasks' | 'meetings'][] = [
  ['note', 'notes'],
  ['file', 'notes'],
  ['done', 'tasks'],
  ['meeting', 'meetings'],
];

interface OfStaff {
  assigneeId?: string;
  assigneeName?: string;
  authorName?: string;
}

const sum = ({ notes, tasks, meetings }: HomeStaff): number => notes + tasks + meetings;

/**
 * What staff wrote, did and met in the days looked back, each system by itself: what was carried over would count twice otherwise. The records
 * tell it, as far as they do: no Clio entry names its user, and a HighLevel user is known by the location's list.
 */
export async function homeStaff(
  { lanes, reader, now, timeZone }: HomeParts,
  pairs: ChosenPair[],
  days: number,
): Promise<HomeStaff[]> {
  const at = now();
  // From that day on in UTC: notes of Clio know days only.
  const from = dayOfInstant(at - (days - 1) * DAY, timeZone()) ?? '';
  const to = new Date(at).toISOString();
  const staff = new Map<string, HomeStaff>();
  const places = new Map(pairs.flatMap(({ clio, location }) => [clio, location]).map((one) => [one.id, one]));
  for (const { system, account } of places.values()) {
    const users = await reader.list<{ id: string; name: string }>(listKey(system, account, 'user', ''));
    for (const [lane, what] of COUNTED) {
      for (const { record, count } of await lanes.counted<OfStaff>(system, account, { lane, from, to })) {
        const name = record.authorName ?? users.find(({ id }) => id === record.assigneeId)?.name ?? record.assigneeName;
        if (!name) continue;
        const id = `${system}|${name}`;
        const known = staff.get(id) ?? { id, name, system, notes: 0, tasks: 0, meetings: 0 };
        staff.set(id, { ...known, [what]: known[what] + count });
      }
    }
  }
  return [...staff.values()].sort((a, b) => sum(b) - sum(a)).slice(0, MOST);
}
