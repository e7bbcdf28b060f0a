import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const edit = () => world.editClio(`/contacts/${world.ruth.clioId}`, { first_name: 'Ruthie' });
const arrived = () => world.inHighLevel().firstName === 'Ruthie';
const toHighLevel = (from = 0) => world.sandbox.ledger.entries({ host: 'services.leadconnectorhq.com', after: from });
const lastCall = () => world.sandbox.ledger.entries({}).at(-1)?.n ?? 0;
const tries = (route: string) => world.callsOf(route);

test('row 20: over the limit (429) nothing is asked before the time is up, and the change arrives', async () => {
  world = await createPromiseWorld();
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-max': '100', 'x-ratelimit-interval-milliseconds': '90000' };
  world.sandbox.faults.play({ fault: 'rateLimited', route: 'highlevel.update-contact', headers });
  edit();
  await comes(world, () => tries('highlevel.update-contact').length === 1);
  const refusedAt = tries('highlevel.update-contact')[0]!.at;
  const from = lastCall();
  await comes(world, arrived);
  const early = toHighLevel(from).filter(({ at }) => at < refusedAt + 90_000);
  expect(early).toEqual([]);
  expect(tries('highlevel.update-contact')).toHaveLength(2);
  expect(await world.restsFor()).toEqual(QUIET);
});

test('row 20: Clio’s Retry-After is waited for to the second', async () => {
  world = await createPromiseWorld();
  world.sandbox.faults.play({ fault: 'rateLimited', route: 'clio.contacts.patch', headers: { 'retry-after': '80' } });
  world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { firstName: 'Ruthanne' });
  await comes(world, () => tries('clio.contacts.patch').length === 1);
  const refused = tries('clio.contacts.patch')[0]!;
  await comes(world, () => world.inClio().first_name === 'Ruthanne');
  const early = world.sandbox.ledger
    .entries({ after: refused.n })
    .filter(({ at, host }) => /clio/.test(host) && at < refused.at + 80_000);
  expect(early).toEqual([]);
  expect(await world.restsFor()).toEqual(QUIET);
});

test.each([500, 502, 503, 504])(
  'row 20: %i after the record was made: read before it is tried again, made once',
  async (code) => {
    world = await createPromiseWorld();
    world.sandbox.faults.play({ fault: 'statusAfter', route: 'highlevel.create-task', code });
    world.clioTask(world.ruth.matterId, { name: 'File the affidavit', due_at: world.day(5) });
    const theirs = () => world.tasksNamed('File the affidavit').highlevel;
    await comes(world, () => theirs().length);
    expect(await world.restsFor()).toEqual(QUIET);
    expect(theirs()).toHaveLength(1);
    expect(tries('highlevel.create-task')).toHaveLength(1);
    expect((await world.told()).map(({ op, outcome }) => `${op} ${outcome}`)).toEqual(['highlevel.task.create done']);
  },
);

test('row 20: a connection lost with the answer on its way to Clio makes nothing twice', async () => {
  world = await createPromiseWorld();
  world.sandbox.faults.play({ fault: 'resetAfter', route: 'clio.notes.create' });
  world.addHighLevel(`/contacts/${world.ruth.highlevelId}/notes`, { body: 'Ring her at work.' });
  world.touch(world.ruth.highlevelId);
  await comes(world, () => world.notesSaying('Ring her').clio.length);
  expect(await world.restsFor()).toEqual(QUIET);
  expect(world.notesSaying('Ring her').clio).toHaveLength(1);
});

test('row 20: what the other system refuses for good needs a person, with its code, and is not tried again by itself', async () => {
  world = await createPromiseWorld();
  const body = { message: ['firstName must be shorter'], error: 'Unprocessable Entity', statusCode: 422 };
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.update-contact', code: 422, body, times: 'always' });
  edit();
  await comes(world, () => tries('highlevel.update-contact').length);
  await world.pass(60);
  expect(tries('highlevel.update-contact')).toHaveLength(1);
  expect(await world.openRows()).toMatchObject([{ op: 'highlevel.contact.update', error: { code: 'invalid-request' } }]);
  const { writes } = await world.say('console', 'asks.view', {});
  expect(writes).toHaveLength(1);
  expect(await world.told()).toMatchObject([{ outcome: expect.toBeOneOf(['failed', 'needs-you']) }]);
  expect(world.inClio().first_name).toBe('Ruthie');
});

test('row 20: the same field changed on both sides is asked about with both values; the one that loses is kept in the log', async () => {
  world = await createPromiseWorld();
  edit();
  world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { firstName: 'Ruthanne' });
  await comes(world, async () => (await world.asks()).length);
  const [ask] = await world.asks();
  expect(ask).toMatchObject({
    kind: 'conflict',
    body: { fields: [{ id: 'firstName', clio: 'Ruthie', highlevel: 'Ruthanne', base: 'Ruth' }] },
  });
  expect(world.sent()).toEqual([]);
  await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'clio' } });
  await comes(world, arrived);
  expect(world.sent()).toEqual(['highlevel.update-contact']);
  const log = await world.syncReader.activity({ link: world.linked.key }, undefined, 50);
  expect(log.flatMap(({ body }) => body.losers ?? [])).toContainEqual({
    ...{ field: 'firstName', side: 'highlevel', value: 'Ruthanne' },
  });
  expect(await world.restsFor()).toEqual(QUIET);
});
