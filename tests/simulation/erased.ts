import { STORE_NAMES } from '../../lib/store/rows.ts';
import type { Breach } from './checks.ts';
import { openDisk, readDisk } from './disk.ts';
import type { Stage } from './stage.ts';
import { someone } from './systems.ts';

const HALF_HOUR = 30 * 60_000;
/** What was on its way may still leave; nothing else does. */
const UNDER_WAY = 1_000;

/** Everything that is left of an account, or of all of them. */
async function leftovers(stage: Stage, id?: string): Promise<string[]> {
  if (id === undefined) {
    const disk = await openDisk(stage.disk);
    const rows = await Promise.all(STORE_NAMES.map(async (name) => [name, (await disk.all(name)).length] as const));
    await disk.close();
    return rows.flatMap(([name, count]) => (count ? [`${count} rows of ${name}`] : []));
  }
  const [system = '', ...rest] = id.split(':');
  const account = rest.join(':');
  const disk = await openDisk(stage.disk);
  const read = await Promise.all((['records', 'reads', 'people'] as const).map((name) => disk.all<{ key: string }>(name)));
  await disk.close();
  const records = read.flat().filter(({ key }) => key.startsWith(`${system}|${account}|`));
  const { links, pairs, asks, writes, connections, vault } = await readDisk(stage.disk);
  const left = { records, links, pairs, asks, writes, connections: connections.filter(({ id }) => id.endsWith(account)) };
  const named = Object.entries(left).flatMap(([name, rows]) => (rows.length ? [`${rows.length} rows of ${name}`] : []));
  return vault.some((id) => id.endsWith(account)) ? [...named, 'its credentials'] : named;
}

/** In the end somebody disconnects while all kinds of work are on their way: nothing of it comes back. */
export async function erased(stage: Stage): Promise<Breach[]> {
  const { chance, time, calls, machine } = stage;
  const { connections } = await readDisk(stage.disk);
  const one = chance.chance(0.5) ? chance.pick(connections) : undefined;
  void stage.say('console', 'reconcile.run', {});
  void stage.say('page', 'subject.report', {
    subject: { region: 'us', kind: 'contact', id: String(someone.clio(stage).id) },
  });
  await time.run(time.now() + 20 * chance.below(100));
  if (one) await stage.ask('console', 'connection.remove', { id: one.id });
  else await stage.ask('console', 'everything.erase', {});
  const at = time.now();
  const from = calls.length;
  await time.run(at + HALF_HOUR);
  const later = calls.slice(from).filter(({ began, host }) => began > at + UNDER_WAY && (!one || isOf(host, one.id)));
  const left = await leftovers(stage, one?.id);
  const breaches = [...left.map((what) => `${what} came back`), ...later.map(({ method, path }) => `${method} ${path} left`)];
  if (!one && machine.isAlarmSet()) breaches.push('it still wakes');
  return breaches.slice(0, 3).map((what) => ({ kind: 'given-away', what: `${one?.id ?? 'everything'} was erased, and ${what}` }));
}

const isOf = (host: string, id: string): boolean => host.includes('clio') === id.startsWith('clio');
