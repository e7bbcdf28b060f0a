import { afterEach, describe, expect, test } from 'vitest';
import { previewBackfill } from '../../lib/app/rules-dry-run.ts';
import { createRules } from '../../lib/app/rules-run.ts';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { createInHighLevel } from './pull-world.ts';
import { createRulesWorld, followUp, type RulesWorld, tagged } from './rules-world.ts';

let world: RulesWorld;
afterEach(() => world.close());
const named = (title: string) => world.highlevelTasks().filter((one) => one.title === title);
const addTask = (name: string) => {
  const due_at = new Date(world.sandbox.clock.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  world.sandbox.control('clio.addTask', {
    ...{ name, matter_id: world.ruth.matterId, due_at, permission: 'public', created_at: world.stamp() },
  });
};

/** The engine of a worker that dies at its so-manyth step on the disk: before it is written, or right after. */
function mortal(dieAt: number, written: boolean) {
  let step = 0;
  const dies = async <T>(work: () => Promise<T>): Promise<T> => {
    step += 1;
    if (step !== dieAt) return work();
    if (written) await work();
    return new Promise<T>(() => undefined);
  };
  const { apply } = world.parts;
  const engine = createRules({ ...world.parts, apply: (batch, origin) => dies(() => apply(batch, origin)) });
  return { engine, steps: () => step };
}
const aWhile = () => new Promise<'dead'>((resolve) => setTimeout(() => resolve('dead'), 150));

describe('a worker that dies', () => {
  for (const written of [false, true]) {
    test(`between any two steps (${written ? 'after' : 'before'} the disk) neither loses nor doubles a task`, async () => {
      world = await createRulesWorld();
      await world.rule({
        trigger: { id: 'clio.task.created', params: {} },
        steps: [tagged(['active']), { id: 'w', do: 'wait', minutes: 1 }, followUp],
      });
      for (let dieAt = 1; dieAt <= 4; dieAt += 1) {
        const title = `Task ${dieAt}`;
        addTask(title);
        await world.pass(2);
        await Promise.race([mortal(dieAt, written).engine.run(), aWhile()]);
        await world.kill();
        await world.live(4);
        expect(named(`After: ${title}`), title).toHaveLength(1);
      }
      const writes = (await world.queued()).filter(({ by }) => by === 'rule');
      expect(writes.filter(({ op }) => op === 'highlevel.task.create')).toHaveLength(4);
    });
  }
});

test('a new lead becomes a Clio contact with a note on it, linked, though the note has to wait for the contact', async () => {
  world = await createRulesWorld();
  const [rule] = TEMPLATES.find(({ id }) => id === 'new-lead')!.rules;
  await world.rule({ ...rule!, on: true, steps: rule!.steps.filter(({ id }) => id !== 'call') });
  // Strangers are kept while two-way sync looks at contacts; it makes none itself here.
  await world.settings.update('sync', (all) => {
    const choice = all[world.clio.id]!;
    const contact = { ...choice.entities.contact, direction: 'both' as const };
    return { [world.clio.id]: { ...choice, since: world.now(), entities: { ...choice.entities, contact } } };
  });
  const id = createInHighLevel(world, 'Nadia', 'Aaltonen');
  const row = world.sandbox.highlevel.state.rows.contacts.find((one) => one.id === id)!;
  Object.assign(row, { email: 'nadia.aaltonen@example.com' });
  world.sandbox.control('highlevel.touchContact', { id });
  await world.live(8);
  const people = world.sandbox.clio.state.rows.contacts.filter(({ last_name }) => last_name === 'Aaltonen');
  expect(people).toHaveLength(1);
  const notes = world.sandbox.clio.state.rows.notes.filter(({ contact_id }) => contact_id === people[0]!.id);
  expect(notes.map(({ subject }) => subject)).toEqual(['New lead']);
  expect(await world.syncReader.linksOfClio(world.clio.account, String(people[0]!.id))).toMatchObject([
    { highlevelId: id, by: 'create' },
  ]);
});

test('a backfill runs once for each record that fits, goes on after a restart, and can be looked at beforehand', async () => {
  world = await createRulesWorld();
  const rule = await world.rule({ on: false, trigger: { id: 'clio.task.created', params: {} }, steps: [followUp] });
  const preview = await previewBackfill(world.parts, rule.id);
  expect(preview.fits).toBeGreaterThan(0);
  expect(preview).toMatchObject({ writes: preview.fits, before: 0, workflows: 0, partial: false });
  const fresh = { id: 'b1', rule: rule.id, version: rule.version, state: 'running' as const, at: world.now() };
  await world.rules.putBackfill({ ...fresh, ...{ done: 0, of: preview.records, ran: 0, skipped: 0 } });
  await Promise.race([mortal(2, true).engine.run(), aWhile()]);
  await world.kill();
  await world.live(4);
  const [row] = await world.rules.backfills();
  expect(row).toMatchObject({ state: 'done', done: preview.records, ran: preview.fits });
  const made = world.highlevelTasks().filter(({ title }) => title.startsWith('After: '));
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(made.map(({ title }) => title)).size).toBe(made.length);
  expect(await previewBackfill(world.parts, rule.id)).toMatchObject({ fits: 0, before: preview.fits });
});
