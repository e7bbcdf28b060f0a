import { noSync, type SyncChoice } from '../../lib/model/sync.ts';
import { type AppWorld, createAppWorld } from '../flow/app-world.ts';
import { rowsOnDisk } from '../flow/on-disk.ts';
import { createOffice } from '../simulation/office.ts';
import type { Row } from './table.ts';

const MINUTE = 60_000;
/** Changes in one poll. */
const MANY = 10;

/** Lists read whether or not anything changed. */
const POLLS = /^(clio\.\w+\.list|highlevel\.(search-\w+|list-(events|users|custom-fields|location-tags|calendars)))$/;

const count = (world: AppWorld): number => world.sandbox.ledger.entries({}).length;

/** Contacts only, Clio to HighLevel and back, the newest wins. */
function contactsBothWays(): SyncChoice {
  const choice = noSync();
  return {
    ...choice,
    on: true,
    entities: { ...choice.entities, contact: { ...choice.entities.contact, direction: 'both', policy: 'newest' } },
  };
}

/** Time passes, half a minute at a time, until `holds` or so many minutes are over. How many went by. */
async function pass(world: AppWorld, minutes: number, holds: () => boolean = () => false): Promise<number> {
  for (let half = 0; half < minutes * 2; half += 1) {
    if (holds()) return half / 2;
    await world.advance(MINUTE / 2);
    // What leaves without being waited for gets its turn.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return minutes;
}

const callsSince = (world: AppWorld, before: number): string[] =>
  world.sandbox.ledger
    .entries({})
    .slice(before)
    .map(({ routeId, path }) => routeId ?? path);

/** Nobody is at work: no Clio tab is open, the browser alone is running. */
async function closedHour(world: AppWorld): Promise<Row> {
  await world.closeTab();
  await pass(world, 20);
  const before = count(world);
  await pass(world, 120);
  const calls = callsSince(world, before);
  return {
    what: 'sync: an idle hour without a Clio tab',
    measured: `${(calls.length / 2).toFixed(0)} calls`,
    bound: '60',
    ratio: calls.length / 2 / 60,
    how: [...new Set(calls)].join(', '),
  };
}

/** People whom the panel found on both sides by itself. */
async function linkedPeople(world: AppWorld) {
  for (const contact of world.sandbox.clio.state.rows.contacts.filter(({ type }) => type === 'Person').slice(0, MANY * 2)) {
    await world.openContact(contact.id);
    await world.until(async () => (await world.view()).screen.kind !== 'loading');
  }
  return (await rowsOnDisk(world, 'links')).slice(0, MANY);
}

/** Calls per changed record of two-way sync: the real engine on the sandbox, the clock moved. */
export async function syncRows(): Promise<Row[]> {
  const world = await createAppWorld();
  try {
    await world.connect();
    await world.allowWriting();
    const people = await linkedPeople(world);
    const { connections } = await world.say('console', 'connections.view', {});
    const clio = connections.find(({ system }) => system === 'clio')?.id ?? '';
    await world.say('console', 'sync.set', { clio, choice: contactsBothWays() as never });
    await pass(world, 15);
    const resting = count(world);
    await pass(world, 30);
    const idle = callsSince(world, resting);
    const polls = idle.filter((route) => POLLS.test(route));
    const office = createOffice(world.sandbox.clio, world.sandbox.highlevel, world.cast.locations.main);
    const lastNames = (name: string) => world.sandbox.highlevel.state.rows.contacts.filter((one) => one.lastName === name).length;
    const change = async (some: typeof people, name: string) => {
      const before = count(world);
      for (const { clioId } of some) office.clio('PATCH', `/contacts/${clioId}.json`, { data: { last_name: name } });
      const minutes = await pass(world, 30, () => lastNames(name) === some.length);
      if (lastNames(name) !== some.length) throw new Error(`only ${lastNames(name)} of ${some.length} changes arrived`);
      await pass(world, 5);
      const own = callsSince(world, before).filter((route) => !POLLS.test(route));
      return { each: own.length / some.length, minutes, own };
    };
    const one = await change(people.slice(0, 1), 'Onechanged');
    const many = await change(people, 'Manychanged');
    const closed = await closedHour(world);
    const bound = '2 (a look, the write)';
    return [
      closed,
      {
        what: 'sync: an idle minute, a Clio tab open',
        measured: `${(polls.length / 30).toFixed(1)} calls`,
        bound: `${(new Set(polls).size / 30).toFixed(1)} (each list once in 30 min)`,
        how: `${people.length} people linked, nobody changes anything: ${[...new Set(polls)].join(', ')}`,
      },
      {
        what: 'sync: reads of single people in 30 idle minutes',
        measured: `${idle.length - polls.length} calls`,
        bound: '0 (nothing changed)',
        how: [...new Set(idle.filter((route) => !POLLS.test(route)))].join(', '),
      },
      {
        what: 'calls per changed record: one contact',
        measured: `${one.each} calls`,
        bound,
        ratio: one.each / 2,
        how: `beyond the polls, there within ${one.minutes} min: ${one.own.join(', ')}`,
      },
      {
        what: `calls per changed record: ${people.length} contacts at once`,
        measured: `${many.each.toFixed(1)} calls`,
        bound,
        ratio: many.each / 2,
        how: `beyond the polls, there within ${many.minutes} min`,
      },
    ];
  } finally {
    await world.close();
  }
}
