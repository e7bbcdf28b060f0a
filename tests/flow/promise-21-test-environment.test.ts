import { afterEach, expect, test } from 'vitest';
import { exportPage } from '../../lib/model/activity-export.ts';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { createRulesWorld, followUp, type RulesWorld } from './rules-world.ts';

let world: RulesWorld;
afterEach(() => world.close());

test('row 21: a flow is tried on sample data, then on what is there, then on a few people, before it is for all', async () => {
  world = await createRulesWorld();
  const { rules, sample: data } = TEMPLATES.find((one) => one.id === 'follow-up')!;
  const rule = { ...rules[0]!, id: 'mine', name: 'Tell her' };
  // On the sample, not saved yet.
  const sample = await world.say('console', 'rule.dry-run', { rule, against: { sample: data } });
  expect(sample).toMatchObject({ problems: [], fired: 1, writes: 1 });
  expect(sample.cases[0]?.steps[0]).toMatchObject({
    call: { method: 'POST', url: expect.stringContaining('/contacts/hl101/tasks') },
  });
  // On what is there: a linked person, and what changed last.
  const task = world.addTask('File the affidavit');
  await world.live(3);
  world.editClio(`/tasks/${task}`, { status: 'complete' });
  await world.live(3);
  const saved = await world.save(rule);
  const real = await world.say('console', 'rule.dry-run', { rule: saved, against: 'last-50' });
  const [fired] = real.cases.filter(({ skipped }) => !skipped);
  expect(fired).toMatchObject({
    label: 'File the affidavit',
    steps: [{ fields: expect.arrayContaining([expect.objectContaining({ field: 'title' })]) }],
  });
  expect(real.cases.filter(({ skipped }) => skipped).length, 'the others say why not').toBe(real.cases.length - 1);
  expect(world.sent(), 'nothing was written so far').toEqual([]);
  // A small start: one person, then all.
  await world.save({ ...saved, on: true, pilot: { on: true, people: [String(world.cast.marisol.clioId)] } });
  const complete = async (name: string) => {
    const one = world.addTask(name);
    await world.live(3);
    world.editClio(`/tasks/${one}`, { status: 'complete' });
    await world.live(4);
  };
  await complete('Not in the pilot');
  expect(world.sent()).toEqual([]);
  await world.save({ ...saved, on: true, pilot: { on: true, people: [String(world.ruth.clioId)] } });
  await complete('In the pilot');
  await world.save({ ...saved, on: true });
  await complete('For all');
  expect(
    world
      .highlevelTasks()
      .filter(({ title }) => title.startsWith('Tell '))
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['Tell Ruth: For all', 'Tell Ruth: In the pilot']);
  expect(world.sent()).toEqual(['highlevel.create-task', 'highlevel.create-task']);
});

test('row 21: a mapping is checked before it runs: what is unknown, what is missing, what a field can’t hold', async () => {
  world = await createRulesWorld();
  const values = (more: object) => ({ ...(followUp as { values: Record<string, string> }).values, ...more });
  const draft = async (given: Record<string, string>) => {
    const rule = { ...(await world.rule({ on: false, steps: [] })), steps: [{ ...followUp, values: given } as typeof followUp] };
    return world.say('console', 'rule.dry-run', { rule, against: 'last-50' });
  };
  expect((await draft(values({ title: '{{record.subject}}' }))).problems).toMatchObject([
    { code: 'unknown-fact', about: 'record.subject' },
  ]);
  expect((await draft({ contactId: '{{link.highlevelId}}' })).problems.map(({ about }) => about).sort()).toEqual([
    'due',
    'title',
  ]);
  expect((await draft(values({ due: 'some day' }))).problems).toMatchObject([{ at: 'steps.0.values.due', code: 'invalid' }]);
  // What only shows with a real record is said beside that record.
  world.addTask('File the affidavit');
  await world.live(3);
  const { cases, writes } = await draft(values({ due: '{{record.title}}' }));
  expect(cases.flatMap(({ steps }) => steps)).toMatchObject([
    { skipped: 'invalid', problems: [{ field: 'due', code: 'invalid' }] },
  ]);
  expect(writes).toBe(0);
});

test('row 21: every decision and write is in the log with before and after, and leaves it as CSV and JSON', async () => {
  world = await createRulesWorld();
  await world.rule({ name: 'Tell her', steps: [followUp] });
  world.addTask('File the affidavit');
  await world.within(4, () => world.tasksCalled('After: File the affidavit').length);
  const { rows } = await world.say('console', 'activity.view', { filter: { by: 'rule' } });
  expect(rows.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual(['run queued', 'write done']);
  const page = await world.say('console', 'activity.export', { filter: { by: 'rule' } });
  for (const format of ['csv', 'json'] as const)
    expect(exportPage(page.rows, format, true), format).toContain('After: File the affidavit');
  // The sandbox keeps its own log: what left is what the log says, and no credential stands in it.
  const calls = world.sandbox.ledger.entries({ routeId: 'highlevel.create-task' });
  expect(calls).toMatchObject([{ status: expect.any(Number), body: { title: 'After: File the affidavit' } }]);
  expect(JSON.stringify(calls)).not.toMatch(/Bearer [A-Za-z0-9]/);
});
