import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { createDatabase } from '../../lib/store/db.ts';
import { watchDatabase } from '../../lib/store/room.ts';

afterEach(() => vi.unstubAllGlobals());

/** A request that the browser answers with an error, as it does where nothing may be kept. */
function refused(name: string): IDBOpenDBRequest {
  const request = new IDBOpenDBRequest();
  const tell = (type: string, listener: () => void) => void (type === 'error' && queueMicrotask(listener));
  Object.defineProperty(request, 'error', { value: new DOMException('words of the browser', name) });
  return Object.assign(request, { addEventListener: tell });
}

const read = (db: Pick<ReturnType<typeof createDatabase>, 'read'>) =>
  db.read(['settings'], (tx) => tx.objectStore('settings').count());

test.each([
  ['InvalidStateError', 'storage-unavailable', 'history-off'],
  ['VersionError', 'storage-unavailable', 'newer-version'],
  ['SecurityError', 'storage-unavailable', 'data-blocked'],
  ['AbortError', 'storage-unavailable', 'upgrade'],
  ['UnknownError', 'storage-unavailable', 'damaged'],
  ['QuotaExceededError', 'storage-full', 'open'],
])('a database that does not open with %s: %s, because of %s', async (name, code, about) => {
  const asked = vi.fn(() => refused(name));
  vi.stubGlobal('indexedDB', { open: asked });
  await expect(read(createDatabase('x'))).rejects.toMatchObject({ code, facts: { about } });
  // Not tried again by itself within the call: it would say the same.
  expect(asked).toHaveBeenCalledTimes(1);
});

test('a browser that has no IndexedDB at all, or refuses to speak of it, is told in the same words', async () => {
  vi.stubGlobal('indexedDB', undefined);
  await expect(read(createDatabase('x'))).rejects.toMatchObject({ code: 'storage-unavailable', facts: { about: 'history-off' } });
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  await expect(read(createDatabase('x'))).rejects.toMatchObject({
    code: 'storage-unavailable',
    facts: { about: 'data-blocked' },
  });
});

test('what did not open once is tried again with the next call, and the screen hears of both', async () => {
  const real = indexedDB;
  const told: (string | undefined)[] = [];
  const db = watchDatabase(createDatabase(`rankr-${crypto.randomUUID()}`), () => told.push(db.why()));
  vi.stubGlobal('indexedDB', { open: () => refused('InvalidStateError') });
  await expect(read(db)).rejects.toThrow();
  expect(db.problem()).toBe('storage-unavailable');
  vi.stubGlobal('indexedDB', real);
  await db.write(['settings'], (tx) => tx.objectStore('settings').put(1, 'x'));
  expect(await read(db)).toBe(1);
  expect(db.problem()).toBeUndefined();
  expect(told).toEqual(['history-off', undefined]);
});
