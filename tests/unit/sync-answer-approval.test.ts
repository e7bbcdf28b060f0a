import { describe, expect, test } from 'vitest';
import { type Ask, askKey } from '../../lib/model/ask.ts';
import { type AskWorld, createAskWorld } from './sync-answer-world.ts';
import { CLIO, linked, note, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
const stateOf = async (world: AskWorld, key: string) => (await world.syncReader.ask(key))?.state;

describe('an approval', () => {
  const text = 'Our legal advice: settle.';

  test('lets this text through, and no other', async () => {
    const world = await createAskWorld();
    await linked(world);
    await world.put('clio', 'note', note('clio', '31', { text }));
    expect((await world.plan()).filter(({ op }) => op.includes('note'))).toEqual([]);
    const key = askKey.approval(LINK, 'note', '31');
    await world.reply(key, { offer: 'approve' });
    expect((await world.plan()).map(({ op }) => op)).toContain('highlevel.note.create');
  });

  test('no means never', async () => {
    const world = await createAskWorld();
    await linked(world);
    await world.put('clio', 'note', note('clio', '31', { text }));
    await world.plan();
    await world.reply(askKey.approval(LINK, 'note', '31'), { offer: 'never' });
    await world.put('clio', 'note', note('clio', '31', { text: `${text} Now.` }));
    expect((await world.plan()).filter(({ op }) => op.includes('note'))).toEqual([]);
    expect(await world.asks()).toEqual([]);
  });

  test('allowing a matter is kept as a setting for that matter alone, and its other questions close', async () => {
    const world = await createAskWorld();
    await linked(world);
    const matter = { id: '500', label: '00012-Ortega' };
    const held = [{ code: 'matter-note', matter: '500' }];
    const body = {
      label: 'x',
      clioId: '31',
      highlevelId: 'hl7',
      held,
      matter,
      offers: ['allow-matter', 'never'] as Ask['body']['offers'],
    };
    const about = { kind: 'approval' as const, entity: 'note' as const };
    const key = await world.ask({ ...about, key: askKey.approval(LINK, 'note', 'matter:500'), body });
    const other = await world.ask({
      ...about,
      key: askKey.approval('us:1|8|loc', 'note', 'matter:500'),
      link: 'us:1|8|loc',
      body,
    });
    const stays = await world.ask({
      ...about,
      key: askKey.approval(LINK, 'note', 'matter:501'),
      body: { ...body, held: [{ code: 'matter-note', matter: '501' }], matter: { id: '501', label: 'y' } },
    });
    await world.reply(key, { offer: 'allow-matter' });
    const choice = (await world.settings.get('sync'))[`clio:${CLIO}`];
    expect(choice?.privilege.matters).toEqual({ '500': { notes: true } });
    expect([await stateOf(world, key), await stateOf(world, other), await stateOf(world, stays)]).toEqual([
      'answered',
      'gone',
      'open',
    ]);
    expect(await world.dirty()).toEqual(expect.arrayContaining([`read;${LINK}`, 'read;us:1|8|loc']));
  });
});
