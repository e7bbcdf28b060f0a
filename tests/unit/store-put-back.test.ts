import { expect, test } from 'vitest';
import { noSync } from '../../lib/model/sync.ts';
import { createTimekeeper } from '../../lib/store/put-back.ts';
import type { StoreName } from '../../lib/store/rows.ts';
import { createSettings } from '../../lib/store/settings.ts';
import { createOutbox } from '../../lib/sync/outbox.ts';
import { clio, createStorage, location } from './store-parts.ts';

const HOUR = 3_600_000;
const TRUE = Date.parse('2026-11-22T17:00:00Z');
const YEAR = 365 * 24 * HOUR;

async function world() {
  const storage = createStorage();
  for (const one of [clio('us:1'), location('loc')]) await storage.keep(one, { accessToken: 'a' }, storage.eras.mark());
  const state = { now: TRUE + YEAR };
  const outbox = createOutbox(storage.db, storage.sealer, () => undefined);
  const settings = createSettings(storage.db, () => undefined);
  const row = { op: 'clio.note.create', connection: 'clio:us:1', key: 'k', act: 'a', kind: 'note.add', link: '' };
  const [seq = 0] = await outbox.enqueue([{ ...row, body: { label: '', input: {} } }], state.now);
  await outbox.patch(seq, { nextAt: state.now + HOUR });
  await storage.apply(
    {
      at: state.now,
      dirty: [
        { key: 'contact;us:1|7|loc', at: state.now + HOUR },
        { key: 'contact;us:1|8|loc', at: TRUE - HOUR },
      ],
      cursors: [{ key: 'rules.clock|', value: {}, at: state.now, nextAt: state.now + HOUR }],
    },
    'pull',
  );
  const choice = { ...noSync(), on: true, since: state.now, mappedAt: state.now };
  choice.entities.note.since = { clio: TRUE - HOUR, highlevel: state.now + HOUR };
  await settings.update('sync', () => ({ 'clio:us:1': choice }));
  const rows = async (store: StoreName) => storage.db.read([store], (tx) => tx.objectStore(store).getAll());
  const worker = () => createTimekeeper(storage.db, () => state.now);
  return { ...storage, state, outbox, settings, seq, rows, worker };
}

test('once a clock is put back, all that waits is as far off as it was meant to be, and what was due stays due', async () => {
  const here = await world();
  const keepTime = here.worker();
  await keepTime();
  here.state.now = TRUE;
  await keepTime();
  expect(await here.outbox.get(here.seq)).toMatchObject({ nextAt: TRUE + HOUR });
  expect((await here.syncReader.dirty(Number.MAX_SAFE_INTEGER, 9)).map(({ at }) => at)).toEqual([TRUE - HOUR, TRUE + HOUR]);
  expect(await here.syncReader.cursor('rules.clock|')).toMatchObject({ nextAt: TRUE + HOUR });
  const choice = (await here.settings.get('sync'))['clio:us:1'];
  expect(choice).toMatchObject({ since: TRUE, mappedAt: TRUE });
  expect(choice?.entities.note.since).toEqual({ clio: TRUE - HOUR, highlevel: TRUE + HOUR });
});

test('it is noticed by the next worker, too, and put right once', async () => {
  const here = await world();
  await here.worker()();
  const [first, second] = [here.worker(), here.worker()];
  here.state.now = TRUE + 2 * HOUR;
  await first();
  await second();
  expect((await here.outbox.get(here.seq))?.nextAt).toBe(TRUE + 3 * HOUR);
});

test('a clock that runs on, or is put right by seconds, changes nothing and is written down now and then', async () => {
  const here = await world();
  const keepTime = here.worker();
  await keepTime();
  const before = JSON.stringify(await here.rows('dirty'));
  const noted = () => here.db.read(['settings'], (tx) => tx.objectStore('settings').get('clock'));
  const start = here.state.now;
  here.state.now = start - 30_000;
  await keepTime();
  here.state.now = start + 60_000;
  await keepTime();
  expect(await noted()).toBe(start);
  here.state.now = start + 6 * 60_000;
  await keepTime();
  expect(await noted()).toBe(start + 6 * 60_000);
  expect(JSON.stringify(await here.rows('dirty'))).toBe(before);
});

test('nothing is written before there is an account', async () => {
  const storage = createStorage();
  await createTimekeeper(storage.db, () => TRUE)();
  expect(await storage.rows()).toEqual({});
});
