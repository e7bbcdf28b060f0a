import { describe, expect, test } from 'vitest';
import { askKey } from '../../lib/model/ask.ts';
import { recordKey } from '../../lib/store/rows.ts';
import { knownKeys } from '../../lib/sync/known.ts';
import { createAskWorld, lookTwice, withPerson } from './sync-answer-world.ts';
import { CLIO, linked, PLACE, person, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
const MINUTE = 60_000;
const gone = (system: 'clio' | 'highlevel') =>
  ({
    kind: 'gone',
    system,
    account: system === 'clio' ? CLIO : PLACE,
    entity: 'contact',
    id: system === 'clio' ? '7' : 'hl7',
  }) as const;
const wire = { contact: { id: 'hl7', locationId: PLACE, firstName: 'Marisol', lastName: 'Ortega', tags: [] } };

describe('a linked contact that answers 404', () => {
  test('is asked for again a minute later before anything is said', async () => {
    const world = await withPerson();
    await world.mark(gone('highlevel'));
    await world.vanish.run();
    expect(world.calls).toEqual([]);
    world.pass(30_000);
    // Another reading sees the 404, too: that is no second look.
    await world.mark(gone('highlevel'));
    await world.vanish.run();
    expect(await world.asks()).toEqual([]);
    world.pass(30_000);
    await world.vanish.run();
    expect(await world.asks()).toMatchObject([
      { kind: 'vanished', link: LINK, body: { side: 'highlevel', label: 'Marisol Ortega' } },
    ]);
    expect(await world.link()).toMatchObject({ highlevelId: 'hl7' });
    expect((await world.dirty()).filter((key) => key.startsWith('gone'))).toEqual([]);
    expect(await world.reader.known(knownKeys.subject(PLACE, 'gone', 'contact|hl7'))).toBeUndefined();
  });

  test('that is there after all is read, and nobody is asked', async () => {
    const world = await withPerson();
    world.replies['highlevel.contact.get'] = wire;
    await world.mark(gone('highlevel'));
    await lookTwice(world);
    expect(await world.asks()).toEqual([]);
    expect(await world.dirty()).toEqual([`contact;${LINK}`]);
  });

  test('trouble says nothing: it is asked for again later, however often', async () => {
    const world = await withPerson();
    world.replies['highlevel.contact.get'] = 'server-error';
    await world.mark(gone('highlevel'));
    await lookTwice(world);
    world.pass(60 * MINUTE);
    await world.vanish.run();
    expect(await world.asks()).toEqual([]);
    expect((await world.dirty()).some((key) => key.startsWith('gone;highlevel'))).toBe(true);
  });

  test('its survivor of a merge is found in the index and proposed', async () => {
    const world = await withPerson();
    await world.index('highlevel', 'hl9', { email: 'marisol@example.com' });
    await world.mark(gone('highlevel'));
    await lookTwice(world);
    const [ask] = await world.asks();
    expect(ask?.body).toMatchObject({
      candidates: [{ id: 'hl9', reasons: [{ code: 'same-email' }, { code: 'same-name' }] }],
      offers: ['relink', 'unlink'],
    });
    expect(world.calls.map(({ id }) => id)).toEqual(['highlevel.contact.get']);
  });

  test('with an index that knows nobody the system itself is searched', async () => {
    const world = await withPerson();
    const contacts = [{ ...wire.contact, id: 'hl9', email: 'marisol@example.com' }];
    world.replies['highlevel.contact.search'] = { contacts, total: 1 };
    await world.mark(gone('highlevel'));
    await lookTwice(world);
    expect((await world.asks())[0]?.body.candidates).toMatchObject([{ id: 'hl9' }]);
  });

  test('relinked: the link leads to the survivor with no base, and is read', async () => {
    const world = await withPerson();
    await world.index('highlevel', 'hl9', { email: 'marisol@example.com' });
    await world.mark(gone('highlevel'));
    await lookTwice(world);
    await world.reply(askKey.vanished(LINK, 'highlevel', 'contact', 'hl7'), { offer: 'relink', id: 'hl9' });
    expect(await world.link()).toMatchObject({ highlevelId: 'hl9', by: 'person', base: {} });
    expect(await world.dirty()).toContain(`read;${LINK}`);
    expect((await world.syncReader.person(recordKey('highlevel', PLACE, 'contact', 'hl9')))?.links).toEqual([LINK]);
  });

  test('a Clio record merged away: the link and its pairs move to the one that is left', async () => {
    const world = await withPerson();
    const key = `${LINK}|note|31`;
    await world.batch({
      pairs: [
        {
          key,
          link: LINK,
          entity: 'note',
          clioId: '31',
          highlevelId: 'n1',
          at: 1,
          agreed: { base: { body: 'x' }, written: { clio: {}, highlevel: {} } },
        },
      ],
    });
    await world.index('clio', '8', { email: 'marisol@example.com' });
    await world.mark(gone('clio'));
    await lookTwice(world);
    expect((await world.asks())[0]?.body.offers).toEqual(['relink', 'unlink', 'tag']);
    await world.reply(askKey.vanished(LINK, 'clio', 'contact', '7'), { offer: 'relink', id: '8' });
    expect(await world.link()).toBeUndefined();
    expect(await world.reader.link('us:1|8|loc')).toMatchObject({ clioId: '8', highlevelId: 'hl7' });
    expect(await world.syncReader.pair('us:1|8|loc|note|31')).toMatchObject({
      highlevelId: 'n1',
      agreed: { base: { body: 'x' } },
    });
    expect(await world.syncReader.pair(key)).toBeUndefined();
  });

  test('tagged: the link ends and the tag waits to be sent; nothing is deleted', async () => {
    const world = await withPerson();
    await world.mark(gone('clio'));
    await lookTwice(world);
    const key = askKey.vanished(LINK, 'clio', 'contact', '7');
    await expect(world.reply(key, { offer: 'tag' })).rejects.toMatchObject({ code: 'writing-off' });
    expect(await world.link()).toBeDefined();
    await world.allowWriting();
    await world.reply(key, { offer: 'tag' });
    expect(await world.link()).toBeUndefined();
    expect((await world.queued()).map(({ op, body }) => [op, body.input])).toEqual([
      ['highlevel.contact.add-tags', { contactId: 'hl7', tags: ['clio-record-gone'] }],
    ]);
  });

  test('unlinked: who is left is not made anew where they were deleted', async () => {
    const world = await createAskWorld();
    const createdAt = '2026-11-22T17:10:00Z';
    await linked(world, { createdAt });
    await world.plan();
    await world.mark(gone('highlevel'));
    await lookTwice(world);
    await world.reply(askKey.vanished(LINK, 'highlevel', 'contact', 'hl7'), { offer: 'unlink' });
    await world.put('clio', 'contact', person('clio', '7', { createdAt, city: 'Surrey' }));
    await world.mark({ kind: 'new', system: 'clio', account: CLIO, id: '7' });
    expect((await world.plan()).map(({ op }) => op)).toEqual([]);
    expect(await world.asks()).toEqual([]);
  });

  test('very many at once are an outage: nobody is asked for hours', async () => {
    const world = await withPerson();
    const links = Array.from({ length: 12 }, (_, at) =>
      theLink({ key: `us:1|${100 + at}|loc`, clioId: String(100 + at), highlevelId: `x${at}` }),
    );
    await world.batch({ links: links.map((put) => ({ put })) });
    await world.mark(...links.map(({ highlevelId: id }) => ({ ...gone('highlevel'), id })));
    await lookTwice(world);
    world.pass(2 * 60 * MINUTE);
    await world.vanish.run();
    expect(await world.asks()).toEqual([]);
  });
});

test('somebody nobody is linked to leaves the index, once it is certain', async () => {
  const world = await createAskWorld();
  await world.index('clio', '7');
  const key = recordKey('clio', CLIO, 'contact', '7');
  await world.mark(gone('clio'));
  await world.vanish.run();
  expect(await world.syncReader.person(key)).toBeDefined();
  world.pass(MINUTE);
  await world.vanish.run();
  expect(await world.syncReader.person(key)).toBeUndefined();
});
