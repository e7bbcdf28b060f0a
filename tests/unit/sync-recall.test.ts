import { expect, test } from 'vitest';
import { askKey } from '../../lib/model/ask.ts';
import { recallItem } from '../../lib/sync/recall.ts';
import { type AskWorld, createAskWorld } from './sync-answer-world.ts';
import { CLIO, linked, note, PLACE, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
const pair = {
  key: `${LINK}|note|31`,
  link: LINK,
  entity: 'note' as const,
  clioId: '31',
  highlevelId: 'n1',
  at: 1,
  made: 'highlevel' as const,
};

async function pushed() {
  const world = await createAskWorld();
  await linked(world);
  await world.put('clio', 'note', note('clio', '31', { createdAt: '2026-11-22T17:30:00Z' }));
  await world.put('highlevel', 'note', note('highlevel', 'n1'));
  await world.batch({ pairs: [pair] });
  await world.plan();
  await world.allowWriting();
  return world;
}
const notes = async (world: AskWorld) => (await world.queued()).filter(({ op }) => op.includes('note'));

test('takes the note out of HighLevel as a click, and tells what it could not take back', async () => {
  const world = await pushed();
  const { actId, left } = await recallItem(world.parts, pair.key);
  expect(left).toEqual(['recall-workflows', 'recall-read']);
  expect(await notes(world)).toMatchObject([
    {
      op: 'highlevel.note.delete',
      act: actId,
      link: LINK,
      body: { label: 'She called about the hearing.', input: { contactId: 'hl7', noteId: 'n1' } },
    },
  ]);
  expect((await notes(world))[0]?.by).toBeUndefined();
  expect((await world.activity()).find(({ cause }) => cause === 'item.recall')).toMatchObject({
    outcome: 'queued',
    act: actId,
    id: 'n1',
  });
});

test('it is never pushed again by itself, and nobody asks about its going', async () => {
  const world = await pushed();
  await recallItem(world.parts, pair.key);
  const [write] = await notes(world);
  await world.carryOut(write!, { id: 'n1', gone: [{ entity: 'note', id: 'n1' }] });
  await world.put('clio', 'note', note('clio', '31', { text: 'Changed afterwards.', createdAt: '2026-11-22T17:30:00Z' }));
  await world.mark({ kind: 'gone', system: 'highlevel', account: PLACE, entity: 'note', id: 'n1' });
  await world.mark({ kind: 'child', system: 'clio', account: CLIO, entity: 'note', id: '31' });
  await world.vanish.run();
  world.pass(60_000);
  await world.vanish.run();
  await world.plan();
  expect(await notes(world)).toEqual([]);
  expect(await world.asks()).toEqual([]);
  expect(await world.syncReader.ask(askKey.approval(LINK, 'note', '31'))).toMatchObject({
    state: 'answered',
    body: { answer: { offer: 'never' } },
  });
});

test('what HighLevel had first is not taken away, nor what nobody copied', async () => {
  const world = await pushed();
  const { made: _, ...alone } = pair;
  for (const one of [
    { ...alone, made: 'clio' as const },
    { ...alone, highlevelId: 'n2' },
  ]) {
    await world.batch({ pairs: [one] });
    await expect(recallItem(world.parts, pair.key)).rejects.toMatchObject({
      code: 'invalid-request',
      facts: { about: 'recall' },
    });
  }
  expect(await notes(world)).toEqual([]);
});

test('that it was pushed is remembered when both sides agree on something else', async () => {
  const world = await pushed();
  const { made: _, ...rest } = pair;
  await world.batch({ pairs: [rest] });
  await recallItem(world.parts, pair.key);
  expect(await notes(world)).toHaveLength(1);
});

test('is refused while writing to HighLevel is off, and for a pair nobody knows', async () => {
  const world = await pushed();
  await world.settings.update('writing', () => ({ clio: true, highlevel: false }));
  await expect(recallItem(world.parts, pair.key)).rejects.toMatchObject({ code: 'writing-off' });
  await expect(recallItem(world.parts, `${LINK}|note|99`)).rejects.toMatchObject({ code: 'not-found' });
  expect(await world.syncReader.ask(askKey.approval(LINK, 'note', '31'))).toBeUndefined();
});
