import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
let key: string;
const SECOND = 1000;

beforeEach(async () => {
  world = await createAppWorld();
  await world.connect();
  await world.allowWriting();
  key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await world.until(() => world.sandbox.ledger.entries({ routeId: 'highlevel.list-contact-appointments' }).length > 0);
});
afterEach(() => world.close());

const rows = () => world.sandbox.highlevel.state.rows;
const pushedTasks = () => rows().tasks.filter((task) => task.contactId === world.cast.marisol.highlevelId && task.title === 'Request medical records');
const pushTask = () => world.say('panel', 'task.push', { key, taskIds: [String(world.cast.marisol.tasks.records)], held: false });
const sends = (routeId: string) => world.sandbox.ledger.entries({ routeId });

/** Lets time pass until nothing waits any more. */
async function passUntilSettled(seconds = 120) {
  for (let passed = 0; passed < seconds; passed += 5) {
    const { waiting } = await world.view();
    if (waiting.every((write) => write.state === 'failed' || write.state === 'needs-you')) return;
    await world.advance(5 * SECOND);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

test('worker killed after POST body sent, before response: exactly one task', async () => {
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.create-task' });
  await pushTask();
  await world.until(() => pushedTasks().length === 1, 'the request to be committed');
  await world.kill();
  await passUntilSettled();
  expect(pushedTasks()).toHaveLength(1);
  expect(sends('highlevel.create-task')).toHaveLength(1);
  expect((await world.view()).waiting).toEqual([]);
});

test('killed before the request left: sent once after the restart', async () => {
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.list-tasks' });
  await pushTask();
  await world.until(() => sends('highlevel.list-tasks').length > 1);
  await world.kill();
  await passUntilSettled();
  expect(pushedTasks()).toHaveLength(1);
});

test.each([500, 502, 503, 504])('%i on create after it was committed: read before retry, one task', async (code) => {
  world.sandbox.faults.play({ fault: 'statusAfter', route: 'highlevel.create-task', code });
  await pushTask();
  await passUntilSettled();
  expect(pushedTasks()).toHaveLength(1);
  expect(sends('highlevel.create-task')).toHaveLength(1);
});

test('500 on create that was not carried out: sent again, one task', async () => {
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 500 });
  await pushTask();
  await passUntilSettled();
  expect(pushedTasks()).toHaveLength(1);
  expect(sends('highlevel.create-task')).toHaveLength(2);
});

test('connection lost after commit, HTML with status 200, truncated JSON: one task each', async () => {
  world.sandbox.faults.play({ fault: 'resetAfter', route: 'highlevel.create-task' });
  await pushTask();
  await passUntilSettled();
  expect(pushedTasks()).toHaveLength(1);
  for (const fault of ['truncatedJson', 'html200'] as const) {
    const before = rows().notes.length;
    world.sandbox.faults.play({ fault, route: 'highlevel.create-note' });
    await world.say('panel', 'note.add', { key, text: `after ${fault}` });
    await passUntilSettled();
    expect(rows().notes.length, fault).toBe(before + 1);
  }
});

test('422 although created (HighLevel #64): the created contact is adopted, no second create', async () => {
  const { nadia } = world.cast;
  await world.openContact(nadia.clioId);
  await world.screen('none');
  world.sandbox.control('highlevel.setQuirk', { name: 'create-422-but-created', on: true, times: 1 });
  await world.say('panel', 'contact.create', { key: `us:contact:${nadia.clioId}` });
  await world.until(() => rows().contacts.some((one) => one.email === nadia.email));
  await passUntilSettled();
  expect(rows().contacts.filter((one) => one.email === nadia.email)).toHaveLength(1);
  expect(sends('highlevel.create-contact')).toHaveLength(1);
  const { person } = await world.screen('person');
  expect(person.match.by).toBe('create');
});

test('429 from HighLevel with rate limit headers only: nothing is sent in that window and nothing is lost', async () => {
  world.sandbox.faults.play({ fault: 'rateLimited', route: 'highlevel.create-task', headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-max': '100', 'x-ratelimit-interval-milliseconds': '10000' } });
  await pushTask();
  await world.until(async () => (await world.view()).notices.some((notice) => notice.kind === 'rate-limited'), 'the notice');
  const limited = world.sandbox.clock.now();
  const calls = world.sandbox.ledger.entries({ host: 'services.leadconnectorhq.com' }).length;
  await world.advance(3 * SECOND);
  expect(world.sandbox.ledger.entries({ host: 'services.leadconnectorhq.com' }).length).toBe(calls);
  await passUntilSettled();
  expect(pushedTasks()).toHaveLength(1);
  expect(world.sandbox.clock.now()).toBeGreaterThan(limited);
});

test('offline, then online: the queue drains and says so meanwhile', async () => {
  world.state.online = false;
  await pushTask();
  expect((await world.view()).notices.map((notice) => notice.kind)).toContain('offline');
  expect((await world.view()).waiting).toHaveLength(1);
  await world.advance(3 * 24 * 60 * 60 * SECOND);
  expect(pushedTasks()).toHaveLength(0);
  world.state.online = true;
  await world.wake();
  await passUntilSettled();
  expect(pushedTasks()).toHaveLength(1);
});

test('browser restarted with a queued write: the alarm is set again and it is sent', async () => {
  world.state.online = false;
  await pushTask();
  world.state.alarm = undefined;
  world.session.clear();
  world.state.online = true;
  await world.kill();
  await world.until(() => pushedTasks().length === 1);
});

test('a slow old answer does not overwrite what was written meanwhile', async () => {
  const taskId = world.cast.marisol.highlevelTasks.review;
  world.sandbox.faults.play({ fault: 'delayAfter', route: 'highlevel.list-tasks', ms: 400 });
  await world.say('panel', 'panel.refresh', { key });
  await world.until(() => sends('highlevel.list-tasks').length > 1);
  await world.say('panel', 'task.complete', { key, taskId, completed: true });
  await world.settled();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { screen } = await world.view();
  expect(screen.kind === 'person' && screen.person.tasks.find((task) => task.highlevel?.id === taskId)?.done).toBe(true);
});

test('another user changed the field since it was shown: asked again, not overwritten', async () => {
  const { highlevelId } = world.cast.marisol;
  world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { city: 'Surrey' } });
  await world.say('panel', 'contact.push', { key, fields: ['city'], overwrite: ['city'] });
  await passUntilSettled();
  expect(rows().contacts.find((one) => one.id === highlevelId)?.city).toBe('Surrey');
  expect((await world.view()).waiting).toMatchObject([{ state: 'needs-you', error: { code: 'changed-meanwhile' } }]);
});

test('Clio PATCH 412: read again, merged again, sent again', async () => {
  const { clioId, highlevelId } = world.cast.ruth;
  world.sandbox.control('clio.patchContact', { id: clioId, patch: { date_of_birth: null } });
  world.sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { dateOfBirth: '1979-03-14' } });
  const ruth = await world.openContact(clioId);
  await world.screen('person');
  world.sandbox.faults.play({ fault: 'status', route: 'clio.contacts.patch', code: 412, body: { error: { type: 'PreconditionFailed', message: 'changed' } } });
  await world.say('panel', 'contact.copy-to-clio', { key: ruth, fields: ['dateOfBirth'] });
  await passUntilSettled();
  expect(world.sandbox.clio.state.rows.contacts.find((one) => one.id === clioId)?.date_of_birth).toBe('1979-03-14');
  // The permission check sends one of its own, at a contact that can't exist.
  expect(sends('clio.contacts.patch').filter((call) => call.path.includes(String(clioId)))).toHaveLength(2);
});

test('daily budget exhausted: the write stays queued with a notice and goes the next day', async () => {
  world.sandbox.faults.play({
    fault: 'rateLimited', route: 'highlevel.create-task',
    headers: { 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-limit-daily': '200000', 'x-ratelimit-remaining': '99', 'x-ratelimit-max': '100', 'x-ratelimit-interval-milliseconds': '10000' },
  });
  await pushTask();
  await world.until(async () => (await world.view()).notices.some((notice) => notice.kind === 'daily-limit'), 'the notice');
  await world.advance(60 * SECOND);
  expect(pushedTasks()).toHaveLength(0);
  await world.advance(24 * 60 * 60 * SECOND);
  await passUntilSettled();
  expect(pushedTasks()).toHaveLength(1);
});

test('a deleted HighLevel contact is said to be gone, never made again', async () => {
  world.sandbox.control('highlevel.deleteContact', { id: world.cast.marisol.highlevelId });
  await world.say('panel', 'panel.refresh', { key });
  expect(await world.screen('deleted')).toMatchObject({ system: 'highlevel', highlevelId: world.cast.marisol.highlevelId });
  expect(sends('highlevel.create-contact')).toEqual([]);
});

test('a merged-away Clio contact is said to be gone', async () => {
  world.sandbox.control('clio.mergeContacts', { winner: world.cast.ruth.clioId, loser: world.cast.marisol.clioId });
  await world.say('panel', 'panel.refresh', { key });
  expect(await world.screen('deleted')).toMatchObject({ system: 'clio' });
});

test('one part that could not be read is named instead of shown as empty', async () => {
  world.sandbox.faults.play({ fault: 'status', route: 'highlevel.list-notes', code: 500, times: 'always' });
  await world.say('panel', 'panel.refresh', { key });
  await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind === 'person' && screen.person.unread.includes('notes') && screen.person.notes.length > 0;
  }, 'the unread part');
});
