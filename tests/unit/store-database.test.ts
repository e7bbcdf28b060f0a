import 'fake-indexeddb/auto';
import { unwrap } from 'idb';
import { expect, test } from 'vitest';
import { createDatabase } from '../../lib/store/db.ts';
import { watchDatabase } from '../../lib/store/room.ts';
import { storageError } from '../../lib/store/transaction.ts';

const fresh = () => `rankr-${crypto.randomUUID()}`;
/** As the browser ends a transaction: by name, with every request in it failing. */
const abort = (tx: object, name: string) => (unwrap(tx as never) as unknown as { _abort(name: string): void })._abort(name);

test('a connection closed in the middle of a write: the write is done once more, and once only', async () => {
  const db = createDatabase(fresh());
  let tries = 0;
  await db.write(['settings'], async (tx) => {
    tries += 1;
    await tx.objectStore('settings').put(tries, 'tries');
    if (tries === 1) abort(tx, 'AbortError');
    await tx.objectStore('settings').put('yes', 'done');
  });
  expect(tries).toBe(2);
  expect(await db.read(['settings'], (tx) => tx.objectStore('settings').getAll())).toEqual(['yes', 2]);
});

test('a write whose connection is closed each time fails in words after the second try', async () => {
  const db = createDatabase(fresh());
  let tries = 0;
  const work = db.write(['settings'], async (tx) => {
    tries += 1;
    abort(tx, 'AbortError');
    await tx.objectStore('settings').put(1, 'x');
  });
  await expect(work).rejects.toMatchObject({ code: 'storage-unavailable' });
  expect(tries).toBe(2);
});

test('another context deletes or upgrades the database: ours makes way, and opens anew for the next call', async () => {
  const name = fresh();
  const db = createDatabase(name);
  await db.write(['settings'], (tx) => tx.objectStore('settings').put(1, 'x'));
  // Resolves only when our connection has been closed (`versionchange`).
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error);
  });
  await db.write(['settings'], (tx) => tx.objectStore('settings').put(2, 'x'));
  expect(await db.read(['settings'], (tx) => tx.objectStore('settings').get('x'))).toBe(2);
});

test('an error of our own inside of a transaction takes everything back and is not tried again', async () => {
  const db = createDatabase(fresh());
  let tries = 0;
  const work = db.write(['settings'], async (tx) => {
    tries += 1;
    await tx.objectStore('settings').put(1, 'x');
    throw new Error('ours');
  });
  await expect(work).rejects.toMatchObject({ code: 'storage-unavailable', facts: { detail: 'Error: ours' } });
  expect(tries).toBe(1);
  expect(await db.read(['settings'], (tx) => tx.objectStore('settings').count())).toBe(0);
});

test.each([
  ['QuotaExceededError', 'storage-full'],
  ['InvalidStateError', 'storage-unavailable'],
  ['UnknownError', 'storage-unavailable'],
] as const)('the browser’s %s is called %s', (name, code) => {
  expect(storageError(new DOMException('words', name)).code).toBe(code);
});

test.each([
  ['InvalidStateError', 'closed'],
  ['UnknownError', 'damaged'],
] as const)('%s in the middle of the work, twice, is told as %s', async (name, about) => {
  const db = createDatabase(fresh());
  const work = db.write(['settings'], () => Promise.reject(new DOMException('words of the browser', name)));
  await expect(work).rejects.toMatchObject({ code: 'storage-unavailable', facts: { about } });
});

test('a quota failure that ends the transaction is storage-full, although its requests only say "aborted"', async () => {
  const db = createDatabase(fresh());
  let tries = 0;
  const work = db.write(['settings'], async (tx) => {
    tries += 1;
    abort(tx, 'QuotaExceededError');
    await tx.objectStore('settings').put(1, 'x');
  });
  await expect(work).rejects.toMatchObject({ code: 'storage-full' });
  expect(tries).toBe(1);
});

test('a refreshed token that does not fit costs the caches, not the sign-in', async () => {
  const disk = createDatabase(fresh());
  let full = 1;
  const db = watchDatabase(
    {
      ...disk,
      write: (stores, work, strict) =>
        stores.includes('vault') && full-- > 0
          ? Promise.reject(storageError(new DOMException('', 'QuotaExceededError')))
          : disk.write(stores, work, strict),
    },
    () => undefined,
  );
  await disk.write(['changes'], (tx) => tx.objectStore('changes').add({ at: 1 } as never));
  await db.write(['vault', 'connections'], (tx) => tx.objectStore('vault').put({ id: 'a', sealed: {} as never }), true);
  expect(await disk.read(['vault'], (tx) => tx.objectStore('vault').count())).toBe(1);
  expect(await disk.read(['changes'], (tx) => tx.objectStore('changes').count())).toBe(0);
});
