import { expect, test } from 'vitest';
import { linkKey } from '../../lib/model/link.ts';
import { knownKeys } from '../../lib/sync/known.ts';
import { clio } from './store-parts.ts';
import { createAskWorld, lookTwice } from './sync-answer-world.ts';
import { allOn, CLIO, linked, note, PLACE, person, theLink } from './sync-plan-world.ts';

const OTHER = 'eu:2';
const theirs = linkKey(OTHER, '70', PLACE);

/** One location beside two Clio accounts of the firm, and one client whom both have. */
async function shared() {
  const world = await createAskWorld();
  await world.keep(clio(OTHER), { accessToken: 'c' }, world.eras.mark());
  await world.settings.pair(`clio:${OTHER}`, `highlevel:${PLACE}`);
  await world.settings.update('sync', (old) => ({ ...old, [`clio:${OTHER}`]: allOn() }));
  await linked(world);
  await world.batch({
    links: [{ put: theLink({ key: theirs, clioAccount: OTHER, clioId: '70' }) }],
    records: [
      { system: 'clio', account: OTHER, entity: 'contact', id: '70', value: { ...person('clio', '70'), account: OTHER } },
    ],
  });
  await world.plan();
  return world;
}
const gone = (entity: 'contact' | 'note', id: string) =>
  ({ kind: 'gone', system: 'highlevel', account: PLACE, entity, id }) as const;

test('a contact that vanished from a shared location is asked about for each Clio account, once', async () => {
  const world = await shared();
  await world.mark(gone('contact', 'hl7'));
  await lookTwice(world);
  expect((await world.asks()).map(({ kind, link }) => `${kind} ${link}`).sort()).toEqual([
    `vanished ${theirs}`,
    `vanished ${theLink().key}`,
  ]);
  await world.mark(gone('contact', 'hl7'));
  const calls = world.calls.length;
  await lookTwice(world);
  expect(world.calls.length).toBe(calls);
});

test('a note that vanished from it, copied to both, is asked about with each account’s own copy', async () => {
  const world = await shared();
  world.replies['highlevel.contact.get'] = {
    contact: { id: 'hl7', locationId: PLACE, firstName: 'Marisol', lastName: 'Ortega', tags: [] },
  };
  const pairOf = (link: string, clioId: string) => ({
    ...{ key: `${link}|note|${clioId}`, link, entity: 'note' as const, clioId, highlevelId: 'n1', at: 1 },
  });
  await world.put('clio', 'note', note('clio', '31', { text: 'Ours.' }));
  const copy = { ...note('clio', '32', { text: 'Theirs.' }), account: OTHER, contactId: '70' };
  await world.batch({
    pairs: [pairOf(theLink().key, '31'), pairOf(theirs, '32')],
    records: [{ system: 'clio', account: OTHER, entity: 'note', id: '32', value: copy }],
  });
  await world.mark(gone('note', 'n1'));
  await lookTwice(world);
  const asked = (await world.asks()).map(({ link, clioAccount, body }) => [link, clioAccount, body.text]);
  expect(asked.sort()).toEqual([
    [theirs, OTHER, 'Theirs.'],
    [theLink().key, CLIO, 'Ours.'],
  ]);
});

test('what was noted under a clock that was put back since is looked at a minute later all the same', async () => {
  const world = await shared();
  await world.mark(gone('contact', 'hl7'));
  const year = 365 * 24 * 3_600_000;
  await world.vanish.run();
  const key = knownKeys.subject(PLACE, 'gone', 'contact|hl7');
  await world.batch({ known: [{ key, value: { at: world.parts.now() + year, tries: 0 } }] });
  world.pass(60_000);
  await lookTwice(world);
  expect((await world.asks()).length).toBe(2);
});
