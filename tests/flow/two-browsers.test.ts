import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { MINUTE } from './pull-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
let colleague: PromiseWorld | undefined;
afterEach(async () => {
  colleague?.die();
  colleague = undefined;
  await world.close();
});
const sizes = (...all: { clio: unknown[]; highlevel: unknown[] }[]) =>
  all.map(({ clio, highlevel }) => [clio.length, highlevel.length]);

test('two colleagues with two-way sync on in their own browsers: each record is copied once, and nothing goes round', async () => {
  world = await createPromiseWorld();
  colleague = await createPromiseWorld(undefined, { beside: world.sandbox });
  const pass = async (minutes: number) => {
    for (let turn = 0; turn < minutes * 2; turn += 1) {
      world.sandbox.clock.advance(MINUTE / 2);
      world.wakeSleepers();
      colleague!.wakeSleepers();
      await world.wake();
      await colleague!.wake();
    }
  };
  await pass(2);
  world.clioNote(world.ruth.clioId, 'Call', 'She will come.');
  world.clioTask(world.ruth.matterId, { name: 'File it', due_at: world.day(5) });
  const email_addresses = [{ name: 'Work', address: 'ann@other.example', default_email: true }];
  world.clioContact({ first_name: 'Ann', last_name: 'Other', email_addresses });
  world.addHighLevel(`/contacts/${world.ruth.highlevelId}/notes`, { body: 'Ring her at work.' });
  world.highlevelContact({ firstName: 'Lena', lastName: 'Lead', phone: '+12065550191', email: 'lena@lead.example' });
  const all = () =>
    sizes(
      ...[world.notesSaying('will come'), world.notesSaying('at work'), world.tasksNamed('File it')],
      ...[world.contactsNamed('Other'), world.contactsNamed('Lead')],
    );
  await pass(45);
  expect(all()).toEqual([1, 1, 1, 1, 1].map((one) => [one, one]));
  for (const one of [world, colleague]) {
    expect(await one.openRows()).toEqual([]);
    expect(await one.asks()).toEqual([]);
  }
});

test('two browsers that copied a note at the same moment: the second copy is not copied back', async () => {
  world = await createPromiseWorld();
  world.clioNote(world.ruth.clioId, 'Call', 'She will come.');
  const both = () => world.notesSaying('will come');
  await comes(world, () => both().highlevel.length);
  const [copy] = both().highlevel;
  world.addHighLevel(`/contacts/${world.ruth.highlevelId}/notes`, { body: copy!.body });
  world.touch(world.ruth.highlevelId);
  await world.say('console', 'reconcile.run', {});
  expect(await world.restsFor()).toEqual(QUIET);
  expect(sizes(both())).toEqual([[1, 2]]);
});

test('the same few words written again by somebody are a note of their own', async () => {
  world = await createPromiseWorld();
  const write = () => world.addHighLevel(`/contacts/${world.ruth.highlevelId}/notes`, { body: 'Left word at her desk.' });
  const both = () => world.notesSaying('word at her desk');
  write();
  world.touch(world.ruth.highlevelId);
  await comes(world, () => both().clio.length);
  write();
  world.touch(world.ruth.highlevelId);
  await comes(world, () => both().clio.length === 2);
  expect(await world.restsFor()).toEqual(QUIET);
  expect(sizes(both())).toEqual([[2, 2]]);
});
