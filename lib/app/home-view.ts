import { contactUrl } from '../highlevel/urls.ts';
import type { Payload } from '../messages/protocol.ts';
import type { HomeConnection, HomeLead, HomeView } from '../model/console-home.ts';
import { type ChosenPair, chosenPairs, type SyncViewParts } from './console-parts.ts';
import { homeActivity } from './home-activity.ts';
import { homeLists } from './home-lists.ts';
import type { HomeParts } from './home-parts.ts';
import { homeStaff } from './home-staff.ts';
import { countWrites } from './waiting-count.ts';

const DAY = 24 * 60 * 60 * 1000;
/** For so long a lead is new; one that nobody has touched for as long is stale, and one older than that has been given up. */
const STALE_AFTER = 14 * DAY;
const GIVEN_UP = 90 * DAY;
const LOOKED_AT = 200;
const LEADS = 20;

/** HighLevel contacts that are linked to nobody, changed before an instant, with when they were made and changed. */
async function freeOf({ syncReader }: SyncViewParts, { location }: ChosenPair, before: number) {
  // No id is beyond this one.
  const people = await syncReader.people('highlevel', location.account, { changedAt: before, id: '\uffff' }, LOOKED_AT, true);
  return people.flatMap(({ id, brief, changedAt }) => {
    const lead = { id, location: location.id, name: brief.name, url: contactUrl(location.account, id) };
    return brief.kind === 'person' ? [{ lead, changedAt, madeAt: brief.createdAt ?? changedAt }] : [];
  });
}

async function allLeads(parts: SyncViewParts, pairs: ChosenPair[]): Promise<Pick<HomeView, 'leads' | 'stale'>> {
  const now = parts.now();
  const all = async (before: number) => (await Promise.all(pairs.map((pair) => freeOf(parts, pair, before)))).flat();
  const newest = (list: HomeLead[], least: number) =>
    list
      .filter(({ at }) => at >= least)
      .sort((a, b) => b.at - a.at)
      .slice(0, LEADS);
  // A clock of theirs may be ahead of ours.
  const [fresh, stale] = await Promise.all([all(now + DAY), all(now - STALE_AFTER)]);
  return {
    leads: newest(
      fresh.map(({ lead, madeAt }) => ({ ...lead, at: madeAt })),
      now - STALE_AFTER,
    ),
    stale: newest(
      stale.map(({ lead, changedAt }) => ({ ...lead, at: changedAt })),
      now - GIVEN_UP,
    ),
  };
}

async function connectionsOf({ connections, meter }: SyncViewParts): Promise<HomeConnection[]> {
  return (await connections.all()).map((one) => {
    const { used, remaining, dailyRemaining, until } = meter(one);
    const { id, name, system, state, reason } = one;
    return { id, name, system, ok: state === 'ok', reason, used, left: remaining, dailyLeft: dailyRemaining, until };
  });
}

async function outboxCounts(parts: SyncViewParts): Promise<HomeView['outbox']> {
  const [queued, needsYou, failed] = await Promise.all([
    countWrites(parts, ['queued', 'sending', 'unknown']),
    countWrites(parts, ['needs-you']),
    countWrites(parts, ['failed']),
  ]);
  return { queued, needsYou, failed };
}

async function peopleOf({ connections, syncReader }: SyncViewParts): Promise<HomeView['people']> {
  const people = { clio: 0, highlevel: 0 };
  for (const { system, account } of await connections.all()) people[system] += await syncReader.countPeople(system, account);
  return people;
}

type Lists = Pick<HomeView, 'tasks' | 'notes' | 'appointments' | 'leads' | 'stale' | 'staff' | 'quick'>;
const NO_LISTS: Lists = { tasks: [], notes: [], appointments: [], leads: [], stale: [], staff: [], quick: true };

async function listsOf(parts: HomeParts, pairs: ChosenPair[], days: number): Promise<Lists> {
  // A full disk keeps rows of before from their places; the page says that it is full.
  await parts.lane().catch(() => undefined);
  const [lists, leads, staff] = await Promise.all([
    homeLists(parts, pairs),
    allLeads(parts, pairs),
    homeStaff(parts, pairs, days),
  ]);
  return { ...lists, ...leads, staff };
}

/** Everything the first page paints. */
export async function homeView(parts: HomeParts, { days = 30, quick }: Payload<'home.view'>): Promise<HomeView> {
  const { now, timeZone, settings, syncReader } = parts;
  const pairs = await chosenPairs(parts);
  const [connections, writing, choices, linked, people, outbox, asks, told, lists] = await Promise.all([
    connectionsOf(parts),
    settings.get('writing'),
    settings.get('sync'),
    syncReader.countLinks(),
    peopleOf(parts),
    outboxCounts(parts),
    syncReader.countAsks(),
    homeActivity(parts, pairs, days),
    quick ? NO_LISTS : listsOf(parts, pairs, days),
  ]);
  return {
    now: now(),
    timeZone: timeZone(),
    storage: parts.storage(),
    connections,
    writing,
    syncing: pairs.filter(({ clio }) => choices[clio.id]?.on).length,
    linked,
    people,
    outbox,
    asks,
    ...told,
    ...lists,
  };
}
