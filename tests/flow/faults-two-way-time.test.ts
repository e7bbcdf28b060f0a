import { afterEach, expect, test } from 'vitest';
import { createApp } from '../../lib/app.ts';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { MINUTE } from './pull-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const HOUR = 60 * MINUTE;
const editClio = (first_name: string) => world.editClio(`/contacts/${world.ruth.clioId}`, { first_name });
const editHighLevel = (body: object) => world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, body);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const sent = (route: string) => world.callsOf(route).filter(({ committed }) => committed).length;

test('laptop sleeps 8 h mid-send: one write, the token refreshed once, no storm of calls on waking', async () => {
  world = await createPromiseWorld();
  editClio('Ruthie');
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'highlevel.update-contact' });
  for (let turn = 0; turn < 20 && world.sandbox.faults.pending().length; turn += 1) {
    void world.advance(MINUTE / 2);
    await pause(60);
  }
  expect(sent('highlevel.update-contact')).toBe(1);
  world.sandbox.clock.advance(8 * HOUR);
  world.sandbox.control('clio.expireTokens');
  const woken = world.sandbox.ledger.entries({}).at(-1)?.n ?? 0;
  // The answer of eight hours ago never comes; what slept wakes all at once, as do the alarm and the network.
  void world.advance(1000);
  void world.wake();
  void world.wake();
  await pause(100);
  world.sandbox.control('release-faults', {});
  await world.pass(3);
  const calls = world.sandbox.ledger.entries({ after: woken });
  expect(calls.filter(({ path }) => path.endsWith('/oauth/token'))).toHaveLength(1);
  expect(calls.length).toBeLessThan(90);
  expect(calls.filter(({ status }) => status === 429)).toEqual([]);
  expect(sent('highlevel.update-contact')).toBe(1);
  expect(world.inHighLevel().firstName).toBe('Ruthie');
  expect(await world.restsFor()).toEqual(QUIET);
});

for (const [jump, words] of [
  [26 * HOUR, 'a day ahead'],
  [-26 * HOUR, 'a day back'],
  [40 * 24 * HOUR, 'forty days ahead'],
] as const) {
  test(`clock jumps ${words} and is put right again: what changed before, during and after arrives once`, async () => {
    world = await createPromiseWorld();
    editClio('Before');
    world.state.skew = jump;
    await world.wake();
    await comes(world, () => world.inHighLevel().firstName === 'Before', 20);
    editHighLevel({ website: 'https://during.example' });
    await comes(world, () => world.inClio().web_sites[0]?.address === 'https://during.example', 20);
    world.state.skew = 0;
    await world.wake();
    editClio('After');
    await comes(world, () => world.inHighLevel().firstName === 'After', 20);
    world.clioNote(world.ruth.clioId, 'Call', 'Made after the clock was right.');
    await comes(world, () => world.notesSaying('clock was right').highlevel.length, 20);
    expect(await world.restsFor()).toEqual(QUIET);
    expect(sent('highlevel.update-contact')).toBe(2);
    expect(sent('clio.contacts.patch')).toBe(1);
    expect(world.notesSaying('clock was right').highlevel).toHaveLength(1);
  });
}

test('two windows, two workers: one runner, each list read once a poll and each change written once', async () => {
  world = await createPromiseWorld();
  const other = createApp(world.partsFor({ dead: false }));
  const both = () => Promise.all([world.wake(), other.wake(), other.wake(), world.wake()]);
  for (const [index, name] of ['Ruthie', 'Ruthanne', 'Ruthless', 'Ruth'].entries()) {
    editClio(name);
    world.clioNote(world.ruth.clioId, 'Call', `Call number ${index}.`);
    const polls = world.callsOf('clio.tasks.list').length;
    world.sandbox.clock.advance(MINUTE + 1000);
    await both();
    await both();
    expect(world.callsOf('clio.tasks.list').length - polls, name).toBeLessThanOrEqual(1);
    expect(world.inHighLevel().firstName).toBe(name);
  }
  await both();
  expect(sent('highlevel.update-contact')).toBe(4);
  expect(world.notesSaying('Call number').highlevel).toHaveLength(4);
  expect(await world.restsFor()).toEqual(QUIET);
});
