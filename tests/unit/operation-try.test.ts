import { expect, test } from 'vitest';
import { type CatalogueParts, catalogueHandlers } from '../../lib/app/handlers-catalogue.ts';
import type { Request } from '../../lib/http/endpoint.ts';
import type { From } from '../../lib/messages/serve.ts';
import type { Connection } from '../../lib/model/connection.ts';

const connection = { id: 'highlevel:loc1', system: 'highlevel', account: 'loc1', name: 'Harbour', state: 'ok' } as Connection;
const from = {} as From;

function handlersWith(record?: unknown) {
  const sent: Request[] = [];
  const parts = {
    connectionOf: async (id: string) => (id === connection.id ? connection : undefined),
    client: {
      call: async (_: Connection, request: Request) => {
        sent.push(request);
        return { data: { contacts: Array.from({ length: 130 }, (_one, at) => ({ id: String(at) })) }, status: 200 };
      },
    },
    reader: { record: async () => record },
    now: () => 5,
    context: () => ({ account: 'loc1', timeZone: 'UTC', country: 'US' }),
  } as unknown as CatalogueParts;
  return { sent, handlers: catalogueHandlers(parts) };
}

test('a read is sent at once, shown without its key, and long lists are shortened', async () => {
  const { sent, handlers } = handlersWith();
  const view = await handlers['operation.try'](
    { id: 'highlevel.contact.list', values: { query: 'kim' }, connection: connection.id },
    from,
  );
  expect(sent).toHaveLength(1);
  expect(view.call.url).toBe('https://services.leadconnectorhq.com/contacts/?locationId=loc1&query=kim');
  expect(view.call.headers.authorization).toBe('Bearer …');
  expect((view.data as { contacts: unknown[] }).contacts).toHaveLength(100);
  expect(view.cut).toBe(true);
});

test('nothing that writes can be tried, however it is asked', async () => {
  const { sent, handlers } = handlersWith();
  const payload = { id: 'highlevel.company.create', values: { name: 'Kim Dental' }, connection: connection.id };
  await expect(handlers['operation.try'](payload, from)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(sent).toEqual([]);
});

test('a dry run of a write shows the call and sends no write', async () => {
  const { sent, handlers } = handlersWith({ id: 'c1', emails: [], phones: [], tags: ['newsletter'] });
  const payload = { id: 'highlevel.contact.add-tags', values: { contactId: 'c1', tags: ['vip'] }, connection: connection.id };
  const view = await handlers['operation.dry'](payload, from);
  expect(view.call).toMatchObject({
    method: 'POST',
    url: 'https://services.leadconnectorhq.com/contacts/c1/tags',
    body: { tags: ['vip'] },
  });
  expect(sent.filter(({ endpoint }) => endpoint.access === 'write')).toEqual([]);
});

test('a dry run of a write of nothing is refused in words, and nothing breaks', async () => {
  const { sent, handlers } = handlersWith();
  const payload = { id: 'highlevel.contact.create', values: {}, connection: connection.id };
  await expect(handlers['operation.dry'](payload, from)).rejects.toMatchObject({ code: 'invalid-request' });
  expect(sent).toEqual([]);
});

test('a dry run says when it stands there already', async () => {
  const { handlers } = handlersWith({ id: 'c1', emails: [], phones: [], tags: ['VIP'] });
  const payload = { id: 'highlevel.contact.add-tags', values: { contactId: 'c1', tags: ['vip'] }, connection: connection.id };
  expect(await handlers['operation.dry'](payload, from)).toEqual({ fields: [], skipped: 'already' });
});

test('a missing value and another system’s account are refused', async () => {
  const { handlers } = handlersWith();
  const missing = { id: 'highlevel.contact.get', values: {}, connection: connection.id };
  await expect(handlers['operation.try'](missing, from)).rejects.toMatchObject({ code: 'invalid-request' });
  const other = { id: 'clio.contact.list', values: {}, connection: connection.id };
  await expect(handlers['operation.try'](other, from)).rejects.toMatchObject({ code: 'not-connected' });
});
