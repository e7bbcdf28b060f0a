import { expect, test } from 'vitest';
import { askKey } from '../../lib/model/ask.ts';
import { conflictOf, lookTwice, withPerson } from './sync-answer-world.ts';
import { CLIO, note, PLACE, person, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
const gone = (system: 'clio' | 'highlevel') => {
  const [account, id] = system === 'clio' ? [CLIO, '7'] : [PLACE, 'hl7'];
  return { kind: 'gone', system, account, entity: 'contact', id } as const;
};

test('relinked in Clio: what a person decided to leave where it is is left there', async () => {
  const world = await withPerson();
  const never = { label: 'x', clioId: '31', offers: ['never' as const], answer: { offer: 'never' as const } };
  await world.ask({ key: askKey.approval(LINK, 'note', '31'), kind: 'approval', entity: 'note', body: never });
  await world.index('clio', '8', { email: 'marisol@example.com' });
  await world.mark(gone('clio'));
  await lookTwice(world);
  await world.reply(askKey.vanished(LINK, 'clio', 'contact', '7'), { offer: 'relink', id: '8' });
  const moved = await world.syncReader.ask(askKey.approval('us:1|8|loc', 'note', '31'));
  expect(moved).toMatchObject({ state: 'answered', link: 'us:1|8|loc', body: { answer: { offer: 'never' } } });
  await world.put('clio', 'contact', person('clio', '8'));
  await world.put('clio', 'note', note('clio', '31', { contactId: '8' }));
  expect(await world.plan()).toEqual([]);
});

test.each([
  ['ends', [{ remove: LINK }]],
  ['leads elsewhere', [{ put: theLink({ highlevelId: 'hl9' }) }]],
])('a link that %s by hand takes its open questions along, and leaves what was answered', async (_, links) => {
  const world = await withPerson();
  await world.mark(gone('highlevel'));
  await lookTwice(world);
  await world.ask(conflictOf([{ id: 'city', clio: 'Delta', highlevel: 'Surrey', why: 'ask' }]));
  const never = { label: 'x', clioId: '31', offers: ['never' as const], answer: { offer: 'never' as const } };
  const answered = await world.ask({ key: askKey.approval(LINK, 'note', '31'), kind: 'approval', entity: 'note', body: never });
  expect((await world.asks()).map(({ kind }) => kind).sort()).toEqual(['conflict', 'vanished']);
  await world.batch({ links });
  expect(await world.asks()).toEqual([]);
  expect((await world.syncReader.ask(answered))?.state).toBe('answered');
});
