import { describe, expect, test } from 'vitest';
import { type Ask, askKey } from '../../lib/model/ask.ts';
import { dirtyKey } from '../../lib/sync/dirty.ts';
import { knownKeys } from '../../lib/sync/known.ts';
import { type AskWorld, conflictOf, createAskWorld } from './sync-answer-world.ts';
import { CLIO, linked, PLACE, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
const city = { id: 'city', clio: 'Vancouver', highlevel: 'Surrey', base: 'Burnaby' };
const stateOf = async (world: AskWorld, key: string) => (await world.syncReader.ask(key))?.state;

describe('a conflict', () => {
  test('the winner is written by the planner, and the loser stands in the log', async () => {
    const world = await createAskWorld();
    await linked(world, { city: 'Vancouver' }, { city: 'Surrey' }, { base: { city: 'Burnaby' } });
    expect(await world.plan()).toEqual([]);
    const key = askKey.conflict(LINK, 'contact');
    await world.reply(key, { offer: 'highlevel' });
    const [write] = await world.plan();
    expect(write).toMatchObject({ op: 'clio.contact.update', body: { input: { values: { city: 'Surrey' } } } });
    const told = (await world.activity()).find(({ kind }) => kind === 'answer');
    expect(told).toMatchObject({ by: 'person', cause: 'conflict.highlevel', link: LINK });
    expect(told?.body.losers).toEqual([{ field: 'city', side: 'clio', value: 'Vancouver' }]);
  });

  test('each field may have its own winner', async () => {
    const world = await createAskWorld();
    const base = { city: 'Burnaby', state: 'BC' };
    await linked(world, { city: 'Vancouver', state: 'WA' }, { city: 'Surrey', state: 'OR' }, { base });
    await world.plan();
    await world.reply(askKey.conflict(LINK, 'contact'), { offer: 'clio', fields: { city: 'highlevel' } });
    const values = (await world.plan()).map(({ op, body }) => [op, (body.input as { values: object }).values]);
    expect(values).toContainEqual(['clio.contact.update', { city: 'Surrey' }]);
    expect(values).toContainEqual(['highlevel.contact.update', { state: 'WA' }]);
  });

  test('leaving both writes nothing, and it is not asked again', async () => {
    const world = await createAskWorld();
    await linked(world, { city: 'Vancouver' }, { city: 'Surrey' }, { base: { city: 'Burnaby' } });
    await world.plan();
    await world.reply(askKey.conflict(LINK, 'contact'), { offer: 'keep-both' });
    await world.mark({ kind: 'contact', link: LINK });
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toEqual([]);
  });
});

describe('what is not taken for an answer', () => {
  test('an offer that was not made, a candidate that was not named, a question that is settled', async () => {
    const world = await createAskWorld();
    const key = await world.ask(conflictOf([city]));
    await expect(world.reply(key, { offer: 'create' })).rejects.toMatchObject({ code: 'invalid-request' });
    const body = { label: 'x', clioId: '7', candidates: [], offers: ['link'] as Ask['body']['offers'] };
    const other = await world.ask({ key: askKey.match('clio', CLIO, '7'), kind: 'match', body });
    await expect(world.reply(other, { offer: 'link', id: 'stranger' })).rejects.toMatchObject({ code: 'invalid-request' });
    await world.reply(key, { offer: 'clio' });
    await expect(world.reply(key, { offer: 'highlevel' })).rejects.toMatchObject({ code: 'subject-changed' });
    await expect(world.reply('conflict|nobody', { offer: 'clio' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('later leaves it open and writes no log', async () => {
    const world = await createAskWorld();
    const key = await world.ask(conflictOf([city]));
    await world.reply(key, { offer: 'later' });
    expect(await stateOf(world, key)).toBe('open');
    expect(await world.activity()).toEqual([]);
  });
});

describe('a drift', () => {
  const drift = { ...conflictOf([city]), key: askKey.drift(LINK, 'contact'), kind: 'drift' as const };

  test('is written as a click, over nothing but what was shown', async () => {
    const world = await createAskWorld();
    await world.allowWriting();
    await world.reply(await world.ask(drift), { offer: 'clio' });
    expect(await world.queued()).toMatchObject([
      {
        op: 'highlevel.contact.update',
        body: { input: { contactId: 'hl7', values: { city: 'Vancouver' }, seen: { city: 'Surrey' } } },
      },
    ]);
    expect((await world.queued())[0]?.by).toBeUndefined();
  });

  test('is refused while writing is off, and stays open', async () => {
    const world = await createAskWorld();
    const key = await world.ask(drift);
    await expect(world.reply(key, { offer: 'clio' })).rejects.toMatchObject({ code: 'writing-off' });
    expect(await stateOf(world, key)).toBe('open');
    expect(await world.queued()).toEqual([]);
  });
});

describe('a match', () => {
  const candidates = ['hl8', 'hl9'].map((id) => ({ id, name: id, reasons: [] }));
  const offers: Ask['body']['offers'] = ['link', 'create', 'not-same'];
  const match = {
    key: askKey.match('clio', CLIO, '7'),
    kind: 'match' as const,
    link: undefined,
    body: { label: 'Marisol', clioId: '7', side: 'highlevel' as const, candidates, offers },
  };

  test('linking makes the person’s link, and both sides are read', async () => {
    const world = await createAskWorld();
    await world.reply(await world.ask(match), { offer: 'link', id: 'hl9' });
    expect(await world.link()).toMatchObject({ highlevelId: 'hl9', by: 'person', base: {} });
    expect(await world.dirty()).toContain(dirtyKey({ kind: 'read', link: LINK }));
  });

  test('a HighLevel newcomer is linked to the Clio person chosen', async () => {
    const world = await createAskWorld();
    const body = {
      ...match.body,
      clioId: undefined,
      highlevelId: 'hl7',
      side: 'clio' as const,
      candidates: [{ id: '7', name: 'M', reasons: [] }],
    };
    await world.reply(await world.ask({ ...match, key: askKey.match('highlevel', PLACE, 'hl7'), body }), {
      offer: 'link',
      id: '7',
    });
    expect(await world.link()).toMatchObject({ clioId: '7', highlevelId: 'hl7' });
  });

  test('whoever was linked before is looked at like somebody new, whatever was answered about them', async () => {
    const world = await createAskWorld();
    const about = (highlevelId: string) => ({
      ...{ ...match, key: askKey.match('highlevel', PLACE, highlevelId) },
      body: {
        ...match.body,
        clioId: undefined,
        highlevelId,
        side: 'clio' as const,
        candidates: [{ id: '7', name: 'M', reasons: [] }],
      },
    });
    const [first, second] = [await world.ask(about('hl7')), await world.ask(about('hl8'))];
    await world.reply(first, { offer: 'link', id: '7' });
    expect(await stateOf(world, first)).toBe('answered');
    await world.reply(second, { offer: 'link', id: '7' });
    expect(await world.link()).toMatchObject({ highlevelId: 'hl8' });
    expect(await stateOf(world, first)).toBe('gone');
    expect(await world.dirty()).toContain(dirtyKey({ kind: 'new', system: 'highlevel', account: PLACE, id: 'hl7' }));
  });

  test('none of them: the matcher does not propose them again', async () => {
    const world = await createAskWorld();
    await world.reply(await world.ask(match), { offer: 'not-same' });
    expect(await world.reader.known(knownKeys.person(LINK))).toMatchObject({ refused: ['hl8', 'hl9'] });
    expect(await world.link()).toBeUndefined();
  });

  test('somebody new: looked at again with the answer at hand', async () => {
    const world = await createAskWorld();
    const key = await world.ask(match);
    await world.reply(key, { offer: 'create' });
    expect((await world.syncReader.ask(key))?.body.answer).toEqual({ offer: 'create' });
    expect(await world.dirty()).toEqual([dirtyKey({ kind: 'new', system: 'clio', account: CLIO, id: '7' })]);
  });
});
