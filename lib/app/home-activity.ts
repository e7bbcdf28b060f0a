import type { HomeCount, HomeRun, HomeView } from '../model/console-home.ts';
import { reconcilingOf } from '../sync/reconcile-state.ts';
import type { ChosenPair } from './console-parts.ts';
import type { HomeParts } from './home-parts.ts';
import { namesOf } from './link-names.ts';
import { sourcesOf } from './sync-view.ts';

const BUSIEST = 8;
const LATEST = 8;
const NEEDS = 5;

type Told = Pick<HomeView, 'days' | 'by' | 'what' | 'locations' | 'busiest' | 'needs' | 'runs' | 'latest'>;

const sum = ({ done, failed }: HomeCount): number => done + failed;

/** An account is read in several parts: it was read when the first of them was, and any problem is its problem. */
async function runsOf(parts: HomeParts, pair: ChosenPair): Promise<HomeRun[]> {
  const [sources, { last }] = await Promise.all([
    sourcesOf(parts, pair),
    reconcilingOf(parts.reader, pair.clio.account, pair.location.account),
  ]);
  const read = [pair.clio, pair.location].map(({ id, system, name }): HomeRun => {
    const own = sources.filter((one) => one.system === system);
    const at = Math.max(0, ...own.map((one) => one.at));
    const nextAt = own.length ? Math.min(...own.map((one) => one.nextAt)) : undefined;
    return { id, what: 'read', name, system, at, nextAt, problem: own.find(({ problem }) => problem)?.problem };
  });
  const { clio, location } = pair;
  return [
    ...read,
    { id: `${clio.id}|${location.id}`, what: 'reconcile', name: clio.name, at: last?.at ?? 0, drift: last?.drift },
  ];
}

/** What happened in the days looked back, and how the machinery runs. */
export async function homeActivity(parts: HomeParts, pairs: ChosenPair[], span: number): Promise<Told> {
  const [{ days, by, what, locations, links }, runs, latest, asks] = await Promise.all([
    parts.counts(parts.now(), parts.timeZone(), span),
    Promise.all(pairs.map((pair) => runsOf(parts, pair))),
    parts.syncReader.activity({}, undefined, LATEST),
    parts.syncReader.asks('open', NEEDS),
  ]);
  const busiest = [...links].sort((a, b) => sum(b[1]) - sum(a[1])).slice(0, BUSIEST);
  const names = await namesOf(
    parts,
    busiest.map(([link]) => link),
  );
  const places = new Map(pairs.map(({ location }) => [location.id, location]));
  const perPlace = [...places.values()].map(({ id, name, account }) => ({
    id,
    name,
    ...(locations.get(account) ?? { done: 0, failed: 0 }),
  }));
  return {
    days,
    by,
    what,
    locations: perPlace,
    busiest: busiest.map(([link, count]) => ({ link, person: names[link] ?? link.split('|')[1] ?? link, ...count })),
    needs: asks.map(({ key, kind, body }) => ({ key, kind, label: body.label })),
    runs: [...new Map(runs.flat().map((run) => [run.id, run])).values()],
    latest,
  };
}
