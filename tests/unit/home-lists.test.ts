import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChosenPair } from '../../lib/app/console-parts.ts';
import { homeLists } from '../../lib/app/home-lists.ts';
import type { HomeParts } from '../../lib/app/home-parts.ts';
import { homeStaff } from '../../lib/app/home-staff.ts';
import { laned } from '../../lib/store/lanes.ts';
import { createLaneReader } from '../../lib/store/read-lanes.ts';
import type { RecordRow } from '../../lib/store/rows.ts';
import { clio, createStorage, location } from './store-parts.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const DAY = 86_400_000;
const MANY = 5000;
const PEOPLE = 100;
const pair: ChosenPair = { clio: clio('us:1'), location: location('LOC') };
const storage = createStorage();
const day = (from: number) => new Date(NOW + from * DAY).toISOString().slice(0, 10);
const instant = (from: number) => new Date(NOW + from * DAY).toISOString();

const KINDS = {
  'clio|us:1|task': (at: number) => ({ title: `c${at}`, due: { kind: 'day', day: day((at % 450) - 20) }, done: at % 3 === 0 }),
  'clio|us:1|note': (at: number) => ({ text: `n${at}`, at: day(-at % 900), authorName: `Author ${at % 7}` }),
  'highlevel|LOC|task': (at: number) => ({ title: `h${at}`, due: { kind: 'time', at: instant((at % 350) - 20) }, done: false }),
  'highlevel|LOC|appointment': (at: number) => ({
    ...{ title: `m${at}`, startsAt: instant((at % 1000) - 500), assigneeId: `u${at % 3}` },
    status: at % 5 ? 'confirmed' : 'cancelled',
  }),
};

/** A firm's 20,000 records, half of them of people who are linked. What is due, newest or next lies anywhere in the order of keys. */
async function fill(): Promise<void> {
  for (const one of Object.values(pair)) await storage.keep(one, { accessToken: 'a' }, 0);
  const rows: RecordRow[] = [];
  for (const [kind, make] of Object.entries(KINDS)) {
    const [system, account, entity] = kind.split('|') as ['clio', string, 'task'];
    for (let at = 0; at < MANY; at += 1) {
      const id = String((at * 7919) % 100_000).padStart(6, '0');
      const key = `${kind}|${id}`;
      const row = { key, system, account, entity, id, list: `${kind}|of|${system === 'clio' ? '' : 'h'}${at % (2 * PEOPLE)}` };
      const value = make(at);
      rows.push({
        ...row,
        readAt: 1,
        sealed: await storage.sealer.seal(value, key),
        ...(await laned(storage.sealer, row, value)),
      });
    }
  }
  await storage.db.write(['records', 'links'], async (tx) => {
    await Promise.all(rows.map((row) => tx.objectStore('records').put(row)));
    for (let at = 0; at < PEOPLE; at += 1) {
      const link = { key: `us:1|${at}|LOC`, clioAccount: 'us:1', clioId: String(at), locationId: 'LOC', highlevelId: `h${at}` };
      await tx.objectStore('links').put({ ...link, sealed: rows[0]!.sealed });
    }
  });
  const users = ['u0', 'u1', 'u2'].map((id) => ({ id, name: `User ${id}` }));
  const list = 'highlevel|LOC|user|of|';
  const records = users.map(
    (value) => ({ system: 'highlevel', account: 'LOC', entity: 'user', id: value.id, list, value }) as const,
  );
  await storage.apply({ at: 1, records }, 'pull');
}

let opened = 0;
let requests = 0;
const parts = () => {
  const open: typeof storage.sealer.open = (...args) => {
    opened += 1;
    return storage.sealer.open(...args);
  };
  const lanes = createLaneReader(storage.db, { ...storage.sealer, open });
  const { reader, syncReader } = storage;
  return { lanes, reader, syncReader, now: () => NOW, timeZone: () => 'America/Vancouver' } as unknown as HomeParts;
};

/** Every request for a row or a key, and every step of a cursor. Counted from the start: idb knows a cursor's steps by the function that was there first. */
function count<T extends object>(of: T, names: (keyof T)[]): void {
  for (const name of names) {
    const real = of[name] as (...args: unknown[]) => unknown;
    Object.assign(of, {
      [name](...args: unknown[]) {
        requests += 1;
        return real.apply(this, args);
      },
    });
  }
}
count(IDBObjectStore.prototype, ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count']);
count(IDBIndex.prototype, ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count']);
count(IDBCursor.prototype, ['continue']);

beforeEach(() => {
  opened = 0;
  requests = 0;
});

beforeAll(fill, 60_000);
const all = (kind: keyof typeof KINDS) =>
  Array.from({ length: MANY }, (_, at) => at)
    .filter((at) => at % (2 * PEOPLE) < PEOPLE)
    .map((at) => KINDS[kind](at));

test('of 20,000 records Home opens the few that it shows, and they are the right ones', async () => {
  const lists = await homeLists(parts(), [pair]);
  expect(opened).toBeLessThanOrEqual(2 * (50 + 20 + 20));
  // A step and a look at its link a row; of the first few, half are of people who are not linked.
  expect(requests).toBeLessThan(1600);

  const due = [...all('clio|us:1|task'), ...all('highlevel|LOC|task')] as {
    title: string;
    due: { day?: string; at?: string };
    done: boolean;
  }[];
  const soon = due
    .filter(({ done, due: { day: on, at } }) => !done && (on ?? at ?? '') < '2026-11-30')
    .map((one) => [one.due.day ?? one.due.at ?? '', one.title] as const)
    .sort();
  const shown = lists.tasks.map(({ due: one, title }) => [one.kind === 'day' ? one.day : one.at, title] as const);
  expect(lists.tasks).toHaveLength(50);
  expect(shown.map(([at]) => at)).toEqual(soon.slice(0, 50).map(([at]) => at));
  expect(soon.map(([, title]) => title)).toEqual(expect.arrayContaining(shown.map(([, title]) => title)));

  const notes = all('clio|us:1|note') as unknown as { at: string }[];
  expect(lists.notes.map(({ at }) => at)).toEqual(
    notes
      .map(({ at }) => at)
      .sort()
      .reverse()
      .slice(0, 20),
  );
  const meetings = all('highlevel|LOC|appointment') as unknown as { startsAt: string; status: string }[];
  const ahead = meetings.filter(({ startsAt, status }) => status === 'confirmed' && startsAt >= instant(0));
  expect(lists.appointments.map(({ startsAt }) => startsAt)).toEqual(
    ahead
      .map(({ startsAt }) => startsAt)
      .sort()
      .slice(0, 20),
  );
  expect(lists.tasks.every(({ link }) => /^us:1\|\d+\|LOC$/.test(link))).toBe(true);
});

test('staff are counted with a few requests each, however much they did', async () => {
  const staff = await homeStaff(parts(), [pair], 90);
  expect(opened).toBe(7 + 3);
  expect(requests).toBeLessThan(100);
  const from = day(-89);
  const count = (rows: object[], by: (row: never) => unknown) => Map.groupBy(rows, by as never);
  const every = <T>(make: (at: number) => T) => Array.from({ length: MANY }, (_, at) => make(at));
  const notes = every(KINDS['clio|us:1|note']).filter(({ at }) => at >= from && at <= instant(0));
  const met = every(KINDS['highlevel|LOC|appointment']).filter(
    ({ startsAt, status }) => status === 'confirmed' && startsAt >= from && startsAt <= instant(0),
  );
  const expected = [
    ...[...count(notes, ({ authorName }: { authorName: string }) => authorName)].map(([name, of]) => [
      name,
      'clio',
      of.length,
      0,
    ]),
    ...[...count(met, ({ assigneeId }: { assigneeId: string }) => assigneeId)].map(([id, of]) => [
      `User ${id}`,
      'highlevel',
      0,
      of.length,
    ]),
  ];
  expect(staff.map((one) => [one.name, one.system, one.notes, one.meetings]).sort()).toEqual(expected.sort());
});
