// @vitest-environment node
import { HighLevel } from '@gohighlevel/api-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';

let sandbox: Sandbox;
let locationId: string;

beforeEach(async () => {
  sandbox = await startSandbox({ plain: true });
  locationId = sandbox.highlevel.state.rows.locations[0]!.id;
});

afterEach(async () => {
  await sandbox.close();
});

/** The SDK has no option for its base address; its own HTTP client is handed out and has one. */
function client(token = HL_PIT_FULL) {
  const sdk = new HighLevel({ privateIntegrationToken: token, apiVersion: '2021-07-28', logLevel: 'none' });
  sdk.getHttpClient().defaults.baseURL = sandbox.plain!.highlevel;
  return sdk;
}

test('the published SDK drives the sandbox unchanged from create to delete', async () => {
  const { contacts } = client();
  const { contact } = await contacts.createContact({
    locationId,
    firstName: 'Sdk',
    lastName: 'Person',
    email: 'Sdk.Person@example.com',
    phone: '(212) 555-0188',
    tags: ['From SDK'],
  } as never);
  const contactId = contact!.id!;
  expect(contact).toMatchObject({ email: 'sdk.person@example.com', phone: '+12125550188', tags: ['from sdk'] });
  expect((await contacts.getContact({ contactId })).contact).toMatchObject({ firstName: 'Sdk', name: 'Sdk Person' });

  const search = async () => {
    const filters = [{ field: 'email', operator: 'eq', value: 'sdk.person@example.com' }];
    const found = (await contacts.searchContactsAdvanced({ locationId, pageLimit: 10, filters } as never)) as unknown;
    return found as { total: number; contacts: { id: string }[] };
  };
  expect((await search()).total).toBe(0);
  sandbox.clock.advance(3_000);
  expect((await search()).contacts.map((row) => row.id)).toEqual([contactId]);

  const updated = await contacts.updateContact({ contactId }, { city: 'Albany' } as never);
  expect(updated).toMatchObject({ succeded: true, contact: { city: 'Albany', lastName: 'Person' } });

  const { task } = await contacts.createTask(
    { contactId },
    { title: 'Call', body: 'Soon', dueDate: '2030-01-02T10:00:00Z', completed: false },
  );
  const taskId = task!.id!;
  await contacts.updateTask({ contactId, taskId }, { title: 'Call again' });
  await contacts.updateTaskCompleted({ contactId, taskId }, { completed: true });
  expect((await contacts.getAllTasks({ contactId })).tasks).toEqual([
    { id: taskId, title: 'Call again', body: 'Soon', dueDate: '2030-01-02T10:00:00.000Z', completed: true, contactId },
  ]);

  expect((await contacts.addTags({ contactId }, { tags: ['Hot'] })).tags).toEqual(['from sdk', 'hot']);
  expect((await contacts.removeTags({ contactId }, { tags: ['from sdk'] })).tags).toEqual(['hot']);

  const { note } = await contacts.createNote({ contactId }, { body: 'First' });
  await contacts.updateNote({ contactId, id: note!.id! }, { body: 'Second' });
  expect((await contacts.getAllNotes({ contactId })).notes?.map((each) => each.body)).toEqual(['Second']);
  expect(await contacts.deleteNote({ contactId, id: note!.id! })).toEqual({ succeded: true });

  const list = await contacts.getContacts({ locationId, limit: 5 });
  expect(list.contacts?.[0]?.id).toBe(contactId);

  await contacts.deleteTask({ contactId, taskId });
  expect(await contacts.deleteContact({ contactId })).toEqual({ succeded: true });
  expect(sandbox.highlevel.state.rows.contacts.some((row) => row.id === contactId)).toBe(false);
});

test('the SDK reads calendars when told their version, and the firm’s location, users and tags', async () => {
  const { calendars, locations, users } = client();
  const options = { headers: { Version: '2021-04-15' } };
  expect((await calendars.getCalendars({ locationId } as never, options)).calendars?.length).toBeGreaterThan(0);
  expect((await locations.getLocation({ locationId })).location?.id).toBe(locationId);
  expect((await locations.getLocationTags({ locationId })).tags?.length).toBeGreaterThan(0);
  expect((await users.getUserByLocation({ locationId })).users?.length).toBeGreaterThan(0);
});

test('the SDK meets the sandbox’s refusals as its own errors', async () => {
  await expect(client('pit-00000000-0000-4000-8000-000000000000').contacts.getContact({ contactId: 'x' })).rejects.toMatchObject({
    statusCode: 401,
  });
  await expect(client().contacts.createTask({ contactId: 'x' }, { title: 'T' } as never)).rejects.toMatchObject({
    statusCode: 422,
  });
});
