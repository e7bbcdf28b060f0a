import { describe, expect, test } from 'vitest';
import { send } from '../../lib/sync/send.ts';
import { createPlanWorld, linked, person, START, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
const city = (value?: string) => ({ city: value });

describe('a write that two-way sync planned', () => {
  const changed = async () => {
    const world = await createPlanWorld();
    await linked(world, city('Vancouver'), city('Burnaby'), { base: { city: 'Burnaby' } });
    const [write] = await world.plan();
    return { world, write: write! };
  };

  test('waits with the record while it is on its way', async () => {
    const { world } = await changed();
    await world.put('clio', 'contact', person('clio', '7', city('Delta')));
    expect(await world.plan()).toHaveLength(1);
    expect(await world.dirty()).toEqual([`contact;${LINK}`]);
    expect(await world.planner.nextAt()).toBeGreaterThan(START + 3_600_000);
  });

  test('is planned anew when somebody changed the record in between, and becomes a question after three times', async () => {
    const { world, write } = await changed();
    let next = write;
    for (const tries of [1, 2, 3]) {
      await world.refuse(next, 'changed-meanwhile');
      expect(await world.outbox.open()).toEqual([]);
      expect(await world.dirty()).toContain(`read;${LINK}`);
      world.pass(10_000);
      const again = await world.plan();
      if (tries < 3) {
        expect(again).toMatchObject([{ op: 'highlevel.contact.update', body: { sync: { tries } } }]);
        next = again[0]!;
      } else expect(again).toEqual([]);
    }
    expect(await world.asks()).toMatchObject([
      { kind: 'conflict', body: { fields: [{ id: 'city', clio: 'Vancouver', highlevel: 'Burnaby' }] } },
    ]);
  });

  test('for a record that is not there any more leaves it to whoever looks after vanished ones', async () => {
    const { world, write } = await changed();
    await world.refuse(write, 'not-found');
    expect(await world.outbox.open()).toEqual([]);
    expect(await world.dirty()).toEqual(['gone;highlevel;loc;contact;hl7']);
  });

  test('leaves the record alone after a refusal that needs a person', async () => {
    const { world, write } = await changed();
    await world.refuse(write, 'missing-scope');
    await world.mark({ kind: 'contact', link: LINK });
    expect(await world.plan()).toEqual([]);
    expect(await world.outbox.open()).toMatchObject([{ state: 'needs-you' }]);
    expect((await world.activity())[0]).toMatchObject({
      kind: 'write',
      by: 'sync',
      outcome: 'needs-you',
      error: 'missing-scope',
    });
  });

  test('of a link that leads elsewhere by now settles no base', async () => {
    const { world, write } = await changed();
    await world.batch({ links: [{ put: theLink({ highlevelId: 'hl8', base: {} }) }] });
    await world.carryOut(write, { id: 'hl7' });
    expect((await world.link())?.base).toEqual({});
  });
});

describe('before a planned write leaves', () => {
  const created = async () => {
    const world = await createPlanWorld();
    await world.planner.run();
    await world.put('clio', 'contact', person('clio', '7', { createdAt: '2026-11-22T17:20:00Z' }));
    const [write] = await world.plan();
    return { world, write: write! };
  };

  test('a link that was ended or leads elsewhere drops it, with a line in the log', async () => {
    const world = await createPlanWorld();
    await linked(world, city('Vancouver'), city('Burnaby'), { base: { city: 'Burnaby' } });
    const [write] = await world.plan();
    await world.batch({ links: [{ put: theLink({ highlevelId: 'hl8' }) }] });
    await send(world.jobParts, await world.job(write!));
    expect(await world.outbox.open()).toEqual([]);
    expect((await world.activity())[0]).toMatchObject({ kind: 'write', outcome: 'dropped', why: 'link_changed' });
  });

  test('somebody like the new person who is found there becomes a question, and nobody is made', async () => {
    const { world, write } = await created();
    const found = { contacts: [{ id: 'hl5', email: 'marisol@example.com', firstNameLowerCase: 'marisol', locationId: 'loc' }] };
    const asked: string[] = [];
    const client = {
      call: async (_: unknown, { endpoint }: { endpoint: { id: string } }) => {
        asked.push(endpoint.id);
        return { data: found };
      },
    };
    await send({ ...world.jobParts, client: client as never }, await world.job(write));
    expect(asked).toHaveLength(1);
    expect(await world.outbox.open()).toEqual([]);
    expect(await world.asks()).toMatchObject([{ kind: 'match', body: { clioId: '7', candidates: [{ id: 'hl5' }] } }]);
  });

  test('writing that is off holds it, and it goes when it is on again', async () => {
    const { world, write } = await created();
    await send({ ...world.jobParts, mayWrite: async () => false }, await world.job(write));
    expect(await world.outbox.open()).toMatchObject([{ state: 'queued', error: { code: 'writing-off' } }]);
    expect((await world.outbox.open())[0]!.nextAt).toBeGreaterThan(world.parts.now());
  });
});
