import { expect, test } from 'vitest';
import { createErase } from '../../lib/app/erase.ts';
import { createSettings } from '../../lib/store/settings.ts';
import { clio, createStorage, location, type Storage } from './store-parts.ts';

const A = { accessToken: 'a', refreshToken: 'ra' };
const B = { accessToken: 'b', refreshToken: 'rb' };
const ROUNDS = 12;

const eraseOf = ({ db, eras, sealer }: Storage) =>
  createErase({ db, eras, forgetKey: sealer.forget, clearAreas: async () => undefined, changed: () => undefined });
/** Lets other work go on for a few turns, more each round, so that the two meet at another moment each time. */
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const note = (account: string) => ({ system: 'clio', account, entity: 'note', id: '1', value: { text: 'of a client' } }) as const;

test('whatever moment a refresh, an answer and a sign-in meet "erase everything": nothing is left', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const storage = createStorage();
    const { keep, vault, apply, eras } = storage;
    await keep(clio('us:1'), A, eras.mark());
    const work = Promise.allSettled([
      vault.renew('clio:us:1', A, { accessToken: 'a2' }),
      apply({ at: 1, records: [note('us:1')], seen: ['clio|us:1|note|1'] }, 'view'),
      keep(location('LOC'), B, eras.mark()),
    ]);
    await turns(round);
    await eraseOf(storage).everything();
    await work;
    expect(await storage.rows(), `round ${round}`).toEqual({});
  }
});

test('whatever moment they meet "erase this account": nothing of it is left, and the other one is whole', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const storage = createStorage();
    const { keep, vault, apply, eras } = storage;
    await keep(clio('us:1'), A, eras.mark());
    await keep(location('LOC'), B, eras.mark());
    const work = Promise.allSettled([
      vault.renew('clio:us:1', A, { accessToken: 'a2' }),
      apply({ at: 1, records: [note('us:1')], seen: ['clio|us:1|note|1'] }, 'view'),
      keep(clio('us:1'), A, eras.mark()),
    ]);
    await turns(round);
    await eraseOf(storage).connection('clio:us:1');
    await work;
    expect(await storage.rows(), `round ${round}`).toEqual({ keys: 2, vault: 1, connections: 1, settings: 1 });
    expect(await vault.get('highlevel:LOC')).toEqual(B);
  }
});

test('connected anew right after "erase everything": what an old answer brings is readable or not there', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const storage = createStorage();
    const { keep, apply, reader, eras } = storage;
    await keep(clio('us:1'), A, eras.mark());
    const work = apply({ at: 1, records: [note('us:1')] }, 'view');
    await turns(round);
    await eraseOf(storage).everything();
    await keep(clio('us:1'), B, eras.mark());
    await work;
    expect(await reader.record('clio|us:1|note|1'), `round ${round}`).toBeUndefined();
    expect(await storage.vault.get('clio:us:1')).toEqual(B);
  }
});

test('a choice of location is not kept for an account that is gone', async () => {
  const storage = createStorage();
  const settings = createSettings(storage.db, () => undefined);
  await storage.keep(clio('us:1'), A, 0);
  await expect(settings.pair('clio:us:1', 'highlevel:GONE')).rejects.toMatchObject({ code: 'not-connected' });
  await storage.keep(location('LOC'), B, 0);
  expect(await settings.get('pairs')).toEqual({ 'clio:us:1': 'highlevel:LOC' });
  await eraseOf(storage).connection('highlevel:LOC');
  expect(await settings.get('pairs')).toEqual({});
});
