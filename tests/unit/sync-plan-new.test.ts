import { describe, expect, test } from 'vitest';
import type { Contact } from '../../lib/model/contact.ts';
import { recordKey } from '../../lib/store/rows.ts';
import { allOn, CLIO, createPlanWorld, PLACE, type PlanWorld, person, START } from './sync-plan-world.ts';

const born = { createdAt: '2026-11-22T17:20:00Z' };
const index = (world: PlanWorld, ...people: Contact[]) =>
  world.batch({
    people: {
      put: people.map(({ system, account, id, name, kind, emails, phones }) => ({
        ...{ key: recordKey(system, account, 'contact', id), system, account, id, changedAt: START },
        brief: { name, kind, email: emails[0]?.value, phone: phones[0]?.value },
        emails: emails.map(({ value }) => value),
        phones: phones.map(({ value }) => value),
        words: name.toLowerCase().split(' '),
      })),
    },
  });
const start = async (choice = allOn()) => {
  const world = await createPlanWorld(choice);
  await world.planner.run();
  return world;
};

describe('a new contact', () => {
  test('of Clio whom nobody is like is made in HighLevel, linked in the same breath, and read', async () => {
    const world = await start();
    await world.put(
      'clio',
      'contact',
      person('clio', '7', { ...born, phones: [{ value: '(604) 555-0123', primary: true }], company: 'Ortega Ltd' }),
    );
    const [write] = await world.plan();
    expect(write).toMatchObject({
      op: 'highlevel.contact.create',
      body: {
        input: {
          values: {
            firstName: 'Marisol',
            lastName: 'Ortega',
            email: 'marisol@example.com',
            phone: '+16045550123',
            company: 'Ortega Ltd',
          },
        },
        link: { clioId: '7' },
      },
    });
    await world.carryOut(write!, {
      id: 'hl9',
      told: [
        {
          entity: 'contact',
          id: 'hl9',
          value: person('highlevel', 'hl9', { phones: [{ value: '+16045550123', primary: true }], company: 'Ortega Ltd' }),
        },
      ],
    });
    expect(await world.link()).toMatchObject({
      highlevelId: 'hl9',
      by: 'create',
      base: { firstName: 'Marisol', phone: '(604) 555-0123' },
    });
    expect(await world.plan()).toEqual([]);
    expect(await world.dirty()).toEqual([`read;${CLIO}|7|${PLACE}`]);
  });

  test('of HighLevel is made in Clio as a person, and linked', async () => {
    const world = await start();
    await world.put('highlevel', 'contact', person('highlevel', 'hl7', born));
    const [write] = await world.plan();
    expect(write).toMatchObject({
      op: 'clio.contact.create',
      body: { input: { type: 'Person', values: { firstName: 'Marisol' } } },
    });
    await world.carryOut(write!, { id: '7', told: [{ entity: 'contact', id: '7', value: person('clio', '7') }] });
    expect(await world.link()).toMatchObject({ clioId: '7', highlevelId: 'hl7', base: { lastName: 'Ortega' } });
    expect(await world.plan()).toEqual([]);
  });

  test('who is surely somebody there is linked, nobody is made', async () => {
    const world = await start();
    await index(world, person('highlevel', 'hl7'));
    await world.put('clio', 'contact', person('clio', '7', born));
    expect(await world.plan()).toEqual([]);
    expect(await world.link()).toMatchObject({ highlevelId: 'hl7', by: 'match' });
  });

  test('who may be somebody there is asked about; answered “create”, made', async () => {
    const world = await start();
    await index(world, person('highlevel', 'hl7', { emails: [] }));
    await world.put('clio', 'contact', person('clio', '7', born));
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toMatchObject([{ kind: 'match', body: { candidates: [{ id: 'hl7' }] } }]);
    await world.answer({ offer: 'create' });
    await world.mark({ kind: 'new', system: 'clio', account: CLIO, id: '7' });
    expect(await world.plan()).toMatchObject([{ op: 'highlevel.contact.create' }]);
  });

  test('whose match stands for somebody else already is asked about', async () => {
    const world = await start();
    await index(world, person('highlevel', 'hl7'));
    const link = {
      key: `${CLIO}|6|${PLACE}`,
      clioAccount: CLIO,
      clioId: '6',
      locationId: PLACE,
      highlevelId: 'hl7',
      by: 'person' as const,
      reasons: [],
      at: 1,
      base: {},
    };
    await world.batch({ links: [{ put: link }] });
    await world.put('clio', 'contact', person('clio', '7', born));
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toHaveLength(1);
  });

  test('is not made before sync was on, as a company, without a name, or where making is off', async () => {
    const world = await start();
    await world.put('clio', 'contact', person('clio', '7'));
    await world.put('clio', 'contact', person('clio', '8', { ...born, kind: 'company' }));
    await world.put(
      'highlevel',
      'contact',
      person('highlevel', 'x', { ...born, firstName: undefined, lastName: undefined, emails: [] }),
    );
    await world.mark({ kind: 'new', system: 'clio', account: CLIO, id: '7' });
    expect(await world.plan()).toEqual([]);
    const off = await start(allOn('both', false));
    await off.put('clio', 'contact', person('clio', '7', born));
    expect(await off.plan()).toEqual([]);
  });

  test('has its turn in a pilot of one new person a day', async () => {
    const world = await start({ ...allOn(), pilot: { on: true, people: [], perDay: 1 } });
    for (const id of ['7', '8'])
      await world.put(
        'clio',
        'contact',
        person('clio', id, { ...born, lastName: `Ortega${id}`, emails: [{ value: `${id}@example.com`, primary: true }] }),
      );
    const first = await world.plan();
    expect(first).toHaveLength(1);
    expect(await world.dirty()).toEqual([`new;clio;${CLIO};8`]);
    world.pass(25 * 3_600_000);
    expect(await world.plan()).toHaveLength(2);
  });

  test('outside a pilot waits until the pilot ends', async () => {
    const choice = { ...allOn(), pilot: { on: true, people: ['9'] } };
    const world = await start(choice);
    await world.put('clio', 'contact', person('clio', '7', born));
    expect(await world.plan()).toEqual([]);
    await world.settings.update('sync', () => ({ 'clio:us:1': { ...choice, pilot: { on: false, people: [] } } }));
    world.pass(3_700_000);
    expect(await world.plan()).toMatchObject([{ op: 'highlevel.contact.create' }]);
  });

  test('HighLevel knows as somebody else becomes a question', async () => {
    const world = await start();
    await world.put('clio', 'contact', person('clio', '7', born));
    const [write] = await world.plan();
    await world.refuse(write!, 'duplicate-contact', { existingId: 'hl3' });
    expect(await world.outbox.open()).toEqual([]);
    expect(await world.asks()).toMatchObject([{ kind: 'match', body: { clioId: '7', candidates: [{ id: 'hl3' }] } }]);
    expect(await world.plan()).toEqual([]);
  });
});
