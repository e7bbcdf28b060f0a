import { expect, test } from 'vitest';
import { clio, createStorage, location } from './store-parts.ts';

const A = { accessToken: 'a', refreshToken: 'ra' };
const B = { accessToken: 'b', refreshToken: 'rb' };

test('two workers that make the first key at the same moment keep one key, and both their credentials open', async () => {
  for (let round = 0; round < 10; round += 1) {
    const one = createStorage();
    const two = createStorage(one.name);
    await Promise.all([one.keep(clio('us:1'), A, 0), two.keep(location('LOC'), B, 0)]);
    for (const worker of [one, two, createStorage(one.name)]) {
      expect(await worker.vault.get('clio:us:1')).toEqual(A);
      expect(await worker.vault.get('highlevel:LOC')).toEqual(B);
    }
    expect(await one.keys('keys')).toEqual(['hash', 'seal']);
  }
});

test('without an account nothing is sealed and no key is made', async () => {
  const storage = createStorage();
  await expect(storage.sealer.seal({ some: 'thing' }, 'known|x')).rejects.toMatchObject({ code: 'not-connected' });
  await storage.apply({ at: 1, records: [{ system: 'clio', account: 'us:1', entity: 'contact', id: '1', value: {} }] }, 'view');
  expect(await storage.rows()).toEqual({});
});

test('the key can not be taken out of the browser', async () => {
  const { keep, db } = createStorage();
  await keep(clio('us:1'), A, 0);
  const key = await db.read(['keys'], (tx) => tx.objectStore('keys').get('seal'));
  expect(key).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
});

test('a second Clio account of one region is refused before anything of it is kept', async () => {
  const storage = createStorage();
  await storage.keep(clio('us:1'), A, 0);
  await expect(storage.keep(clio('us:2'), B, 0)).rejects.toMatchObject({ code: 'region-taken' });
  expect(await storage.keys('vault')).toEqual(['clio:us:1']);
  expect(await storage.keys('connections')).toEqual(['clio:us:1']);
  await storage.keep(clio('ca:2'), B, 0);
  await storage.keep(clio('us:1'), B, 0);
  expect(await storage.vault.get('clio:us:1')).toEqual(B);
});

test('a refreshed token does not replace what another sign-in put there meanwhile', async () => {
  const { keep, vault } = createStorage();
  await keep(clio('us:1'), A, 0);
  await keep(clio('us:1'), B, 0);
  expect(await vault.renew('clio:us:1', A, { accessToken: 'a2', refreshToken: 'ra2' })).toEqual(B);
  expect(await vault.get('clio:us:1')).toEqual(B);
});

test('of a refresh and a sign-in at the same moment the sign-in stays', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { keep, vault } = createStorage();
    await keep(clio('us:1'), A, 0);
    await Promise.all([vault.renew('clio:us:1', A, { accessToken: 'a2' }), keep(clio('us:1'), B, 0)]);
    expect(await vault.get('clio:us:1')).toEqual(B);
  }
});
