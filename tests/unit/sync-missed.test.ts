import { expect, test } from 'vitest';
import type { Write } from '../../lib/model/outbox.ts';
import { dirtyKey } from '../../lib/sync/dirty.ts';
import { missed } from '../../lib/sync/missed.ts';
import type { SettleParts } from '../../lib/sync/settle-agreed.ts';

const partsWith = (...keys: string[]) =>
  ({ reader: { record: async (key: string) => (keys.includes(key) ? {} : undefined) } }) as unknown as SettleParts;
const write = (body: Partial<Write['body']>) => ({ link: 'us:1|7|LOC', body: { label: 'A', ...body } }) as Write;
const pushed = write({ pair: { entity: 'task', clioId: '5' } });
const gone = (system: 'clio' | 'highlevel', account: string, id: string) => [
  { key: dirtyKey({ kind: 'gone', system, account, entity: 'task', id }), at: 9 },
];

test('a record that went while its copy waited to be made is looked for once the copy stands', async () => {
  expect(await missed(partsWith(), pushed, 9)).toEqual(gone('clio', 'us:1', '5'));
  const carried = write({ sync: { entity: 'task', from: { system: 'highlevel', id: 't1' } } as Write['body']['sync'] });
  expect(await missed(partsWith(), carried, 9)).toEqual(gone('highlevel', 'LOC', 't1'));
});

test('a record that is there is not looked for, nor a person, nor what has no other side', async () => {
  expect(await missed(partsWith('clio|us:1|task|5'), pushed, 9)).toEqual([]);
  const person = write({ sync: { entity: 'contact', from: { system: 'clio', id: '7' } } as Write['body']['sync'] });
  expect(await missed(partsWith(), person, 9)).toEqual([]);
  expect(await missed(partsWith(), write({}), 9)).toEqual([]);
});
