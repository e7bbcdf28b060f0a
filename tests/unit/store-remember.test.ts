import { beforeEach, expect, test } from 'vitest';
import { AppError } from '../../lib/model/errors.ts';
import { rememberReads } from '../../lib/store/remember.ts';

let asked: number;
let value: unknown;
let writing: Promise<void>;
let db: ReturnType<typeof rememberReads>;

beforeEach(() => {
  asked = 0;
  value = ['first'];
  writing = Promise.resolve();
  db = rememberReads({
    read: async () => {
      asked += 1;
      if (value instanceof Error) throw value;
      return value as never;
    },
    write: async (_, work) => {
      await writing;
      return work(undefined as never);
    },
    close: async () => undefined,
    destroy: async () => undefined,
  });
});

const look = (name?: string) => db.read(['settings'], async () => undefined, name);
const change = (next: unknown) => async () => {
  value = next;
};

test('what nobody wrote to is read once, by its name', async () => {
  expect([await look('a'), await look('a')]).toEqual([['first'], ['first']]);
  expect(asked).toBe(1);
  await look('b');
  expect(asked).toBe(2);
});

test('a reading without a name is made each time', async () => {
  await look();
  await look();
  expect(asked).toBe(2);
});

test('a write to the store is seen by the next reading', async () => {
  await look('a');
  await db.write(['settings', 'dirty'], change(['second']));
  expect(await look('a')).toEqual(['second']);
});

test('what was read while a write was on its way is not remembered beyond it', async () => {
  let end: () => void = () => undefined;
  writing = new Promise((resolve) => {
    end = resolve;
  });
  const write = db.write(['settings'], change(['second']));
  expect(await look('a')).toEqual(['first']);
  end();
  await write;
  expect(await look('a')).toEqual(['second']);
});

test('a write that fails may have been carried out: what was remembered is forgotten', async () => {
  await look('a');
  await db.write(['settings'], () => Promise.reject(new AppError('storage-full'))).catch(() => undefined);
  await look('a');
  expect(asked).toBe(2);
});

test('a write to another store, and one that only looks into this one, change nothing', async () => {
  await look('a');
  await db.write(['dirty'], async () => undefined);
  await db.write(['settings', 'cursors'], async () => undefined, false, ['settings']);
  await look('a');
  expect(asked).toBe(1);
});

test('a reading that failed is made again', async () => {
  value = new AppError('storage-unavailable');
  await expect(look('a')).rejects.toMatchObject({ code: 'storage-unavailable' });
  value = ['back'];
  expect(await look('a')).toEqual(['back']);
});

test('nobody can change what the others are given', async () => {
  const list = (await look('a')) as unknown as string[];
  expect(() => list.push('mine')).toThrow();
});

test('nothing is remembered of a database that was destroyed', async () => {
  await look('a');
  await db.destroy();
  await look('a');
  expect(asked).toBe(2);
});

test('what another worker wrote is seen once a lock was taken', async () => {
  await look('a');
  value = ['theirs'];
  expect(await look('a')).toEqual(['first']);
  db.forget();
  expect(await look('a')).toEqual(['theirs']);
});
