import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Contact, valuesOf } from '../../lib/model/contact.ts';
import type { Write } from '../../lib/model/outbox.ts';
import type { System } from '../../lib/model/subject.ts';
import type { Policy } from '../../lib/model/sync.ts';
import { people } from './sync-plan-people.ts';
import { allOn, CLIO, createPlanWorld, linked, note, type PlanWorld, person, task } from './sync-plan-world.ts';

const FIELDS = ['firstName', 'lastName', 'city', 'state', 'website'] as const;
type Field = (typeof FIELDS)[number];
type Edit = { side: System; field: Field; value: string };
const ID = { clio: '7', highlevel: 'hl7' } as const;

const edits = fc.array(
  fc.record({
    side: fc.constantFrom<System>('clio', 'highlevel'),
    field: fc.constantFrom(...FIELDS),
    value: fc.constantFrom('A', 'B', 'C'),
  }),
  { maxLength: 6 },
);

/** Both systems in memory, and what a person edits in them. */
async function play(policy: Policy) {
  const choice = allOn();
  choice.entities.contact.policy = policy;
  const world = await createPlanWorld(choice);
  await linked(world);
  await world.planner.run();
  const sides: Record<System, Contact> = { clio: person('clio', '7'), highlevel: person('highlevel', 'hl7') };
  const pull = async (side: System) => world.put(side, 'contact', sides[side]);
  return {
    world,
    sides,
    /** `unseen`: nothing reads the change before the next write finds it. */
    async edit({ side, field, value }: Edit) {
      sides[side] = { ...sides[side], [field]: value, updatedAt: new Date(world.parts.now()).toISOString() };
      await pull(side);
      world.pass(1000);
    },
    async send(write: Write) {
      const side = write.op.split('.')[0] as System;
      sides[side] = { ...sides[side], ...(write.body.input as { values: object }).values };
      await world.carryOut(write, { id: ID[side], told: [{ entity: 'contact', id: ID[side], value: sides[side] }] });
    },
  };
}

/** Fields that only one side changed, with what was typed last. */
const changedAlone = (burst: Edit[]): [Field, string][] =>
  FIELDS.flatMap((field): [Field, string][] => {
    const own = burst.filter((one) => one.field === field);
    const last = own.at(-1);
    return last && new Set(own.map(({ side }) => side)).size === 1 ? [[field, last.value]] : [];
  });

const texts = (contact: Contact) => FIELDS.map((field) => valuesOf(contact)[field] ?? '');
async function rounds(world: PlanWorld, send: (write: Write) => Promise<void>): Promise<number> {
  for (let round = 0; round < 10; round += 1) {
    const writes = await world.plan();
    if (!writes.length) return round;
    await Promise.all(writes.map(send));
  }
  return 10;
}

test('whatever is edited on both sides, a policy brings them to rest within two rounds, equal, and nothing more is written', async () => {
  const run = fc.asyncProperty(
    fc.constantFrom<Policy>('clio', 'highlevel', 'newest'),
    fc.array(edits, { minLength: 1, maxLength: 3 }),
    async (policy, bursts) => {
      const { world, sides, edit, send } = await play(policy);
      for (const burst of bursts) {
        for (const one of burst) await edit(one);
        expect(await rounds(world, send)).toBeLessThanOrEqual(2);
        expect(texts(sides.clio)).toEqual(texts(sides.highlevel));
        // Whoever changed a field alone is heard, whatever the policy.
        for (const [field, value] of changedAlone(burst)) expect(sides.clio[field]).toBe(value);
      }
      expect(await world.dirty()).toEqual([]);
      expect(await world.asks()).toEqual([]);
    },
  );
  await fc.assert(run, { numRuns: 40 });
}, 60_000);

test('where a person is asked, no value that somebody typed is lost: it stands on its side, on both, or in the question', async () => {
  const run = fc.asyncProperty(edits, async (all) => {
    const { world, sides, edit, send } = await play('ask');
    const last = new Map<string, string>();
    for (const one of all) {
      await edit(one);
      last.set(`${one.side}|${one.field}`, one.value);
    }
    expect(await rounds(world, send)).toBeLessThanOrEqual(2);
    for (const [key, value] of last) {
      const [side, field] = key.split('|') as [System, Field];
      expect(sides[side][field]).toBe(value);
    }
    const [ask] = await world.asks();
    for (const field of FIELDS) {
      const differs = sides.clio[field] !== sides.highlevel[field];
      expect(ask?.body.fields?.some((one) => one.id === field) ?? false).toBe(differs);
    }
  });
  await fc.assert(run, { numRuns: 40 });
}, 60_000);

test('one damaged record keeps no other waiting, and is whole again once it is read', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const world = await people();
  await world.put('clio', 'task', task('clio', '1', { title: 'Damaged' }));
  await world.put('clio', 'note', note('clio', '2', { title: 'Whole' }));
  const key = `clio|${CLIO}|task|1`;
  await world.db.write(['records'], async (tx) => {
    const row = await tx.objectStore('records').get(key);
    await tx.objectStore('records').put({ ...row!, sealed: { ...row!.sealed, iv: new Uint8Array(12) } });
  });
  expect((await world.plan()).map(({ body }) => body.label)).toEqual(['Whole']);
  expect(said).toHaveBeenCalledOnce();
  await world.put('clio', 'task', task('clio', '1', { title: 'Damaged' }));
  world.pass(3_600_000);
  expect((await world.plan()).map(({ body }) => body.label).sort()).toEqual(['Damaged', 'Whole']);
});
