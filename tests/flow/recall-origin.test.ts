import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());
const DAY = 24 * 60 * 60_000;
const recall = (words: string) =>
  world.answerTo('console', 'item.recall', { pair: `${world.linked.key}|note|${world.notesSaying(words).clio[0]!.id}` });
const REFUSED = { ok: false, error: { code: 'invalid-request', facts: { about: 'recall' } } };
/** The log is kept 90 days. */
const pastTheLog = async () => {
  world.sandbox.clock.advance(95 * DAY);
  await world.kill();
  await world.pass(3);
};

test('recall never takes away what was HighLevel’s own, the log being there or not', async () => {
  world = await createPromiseWorld();
  world.addHighLevel(`/contacts/${world.ruth.highlevelId}/notes`, { body: 'Ring her at work.' });
  world.touch(world.ruth.highlevelId);
  await comes(world, () => world.notesSaying('at work').clio.length);
  await world.pass(2);
  expect(await recall('at work')).toMatchObject(REFUSED);
  await pastTheLog();
  expect(await recall('at work')).toMatchObject(REFUSED);
  await world.pass(3);
  expect(world.notesSaying('at work').highlevel).toHaveLength(1);
});

test('recall never takes away what somebody wrote on both sides by hand', async () => {
  world = await createPromiseWorld();
  world.addHighLevel(`/contacts/${world.ruth.highlevelId}/notes`, { body: 'Written by hand.' });
  world.clioNote(world.ruth.clioId, '', 'Written by hand.');
  world.touch(world.ruth.highlevelId);
  await world.pass(5);
  expect(await recall('by hand')).toMatchObject(REFUSED);
  await world.pass(3);
  expect(world.notesSaying('by hand').highlevel).toHaveLength(1);
});

test('what was pushed can be recalled after the log of it is gone', async () => {
  world = await createPromiseWorld();
  world.clioNote(world.ruth.clioId, 'Call', 'She will come.');
  await comes(world, () => world.notesSaying('will come').highlevel.length);
  await world.pass(2);
  await pastTheLog();
  expect(await recall('will come')).toMatchObject({ ok: true });
  await comes(world, () => !world.notesSaying('will come').highlevel.length);
  expect(world.notesSaying('will come').clio).toHaveLength(1);
});
