import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld, QUIET } from './promise-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
afterEach(() => world.close());

test('row 9: a Clio note, new and changed, becomes the HighLevel note on the right contact, and the history of it is kept', async () => {
  world = await createPromiseWorld();
  const { marisol } = world.cast;
  await world.link(marisol.clioId, marisol.highlevelId);
  await world.say('console', 'reconcile.run', {});
  await world.pass(6);
  world.sent();
  const id = world.clioNote(world.ruth.clioId, 'Call', 'She comes on Monday with papers.');
  world.clioNote(marisol.clioId, 'Call', 'He pays the fee in two parts.');
  const hers = () => world.notesSaying('with papers').highlevel;
  await comes(world, () => hers().length && world.notesSaying('in two parts').highlevel.length);
  expect(hers()).toMatchObject([{ contactId: world.ruth.highlevelId }]);
  expect(world.notesSaying('in two parts').highlevel).toMatchObject([{ contactId: marisol.highlevelId }]);
  expect(world.sent()).toEqual(['highlevel.create-note', 'highlevel.create-note']);

  world.editClio(`/notes/${id}`, { detail: 'She comes on Tuesday with papers.' });
  await comes(world, () => hers()[0]?.body.includes('Tuesday'));
  world.editClio(`/notes/${id}`, { subject: 'Second call' });
  await comes(world, () => hers()[0]?.body.includes('Second call'));
  expect(hers()).toHaveLength(1);
  expect(world.sent()).toEqual(['highlevel.update-note', 'highlevel.update-note']);
  const history = (await world.told({ link: world.linked.key })).map(({ op, before, after }) => [op, before?.body, after?.body]);
  expect(history.slice(0, 2)).toEqual([
    ['highlevel.note.create', undefined, 'She comes on Monday with papers.'],
    ['highlevel.note.update', 'She comes on Monday with papers.', 'She comes on Tuesday with papers.'],
  ]);
  expect(history).toHaveLength(3);
  expect(await world.restsFor()).toEqual({ ...QUIET, asks: expect.any(Array) });
});
