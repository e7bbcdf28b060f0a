import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rule } from '../../lib/model/rule.ts';
import { createRulesWorld, followUp, type RulesWorld, tagged } from './rules-world.ts';

let world: RulesWorld;
let rule: Rule;
const MANY = 70;
/** Ruth's tasks are read, old and new; the rule is off all the time. */
beforeEach(async () => {
  world = await createRulesWorld();
  for (let index = 0; index < MANY; index += 1) world.addTask(`Task ${index}`);
  world.addTask('task 0 ');
  await world.live(3);
  rule = await world.rule({
    on: false,
    conditions: { field: 'record.title', operator: 'starts-with', value: 'task' },
    steps: [followUp],
  });
});
afterEach(() => world.close());

const preview = (id = rule.id) => world.say('console', 'backfill.preview', { rule: id });
const start = () => world.say('console', 'backfill.start', { rule: rule.id });
const state = async () => (await world.say('console', 'rules.view', {})).backfills[0]!;
const made = () => world.highlevelTasks().filter(({ title }) => title.startsWith('After: '));
const enrolled = () => world.sandbox.highlevel.state.enrolments.length;

test('it is looked at beforehand: how many, how many twice, how many calls and minutes; nothing is sent', async () => {
  const before = { calls: world.calls(), queued: (await world.queued()).length, runs: (await world.runs()).length };
  const view = await preview();
  expect(view).toMatchObject({ fits: MANY + 1, writes: MANY + 1, duplicates: 1, before: 0, partial: false });
  expect(view.records).toBeGreaterThan(view.fits);
  expect(view.calls).toBeGreaterThanOrEqual(view.writes);
  expect(view.minutes).toBe(Math.ceil(view.calls / 60));
  expect(view.sample).toHaveLength(5);
  expect({ calls: world.calls(), queued: (await world.queued()).length, runs: (await world.runs()).length }).toEqual(before);
});

test('it takes as many calls as it said, and each record once, however often it is started', async () => {
  const { calls, fits } = await preview();
  const last = world.sandbox.ledger.entries({}).at(-1)?.n ?? 0;
  await start();
  await expect(start()).rejects.toMatchObject({ code: 'already-there' });
  await world.within(30, async () => (await state()).state === 'done' && made().length === fits, 'its end');
  expect(await state()).toMatchObject({ ran: fits, of: (await state()).done });
  // Each write, and the look at what is there before it; the rest is reading that goes on anyway.
  expect(world.sent()).toHaveLength(fits);
  const onTasks = world.sandbox.ledger
    .entries({ after: last })
    .filter(({ path }) => path.endsWith(`${world.ruth.highlevelId}/tasks`));
  expect(onTasks.length).toBeGreaterThanOrEqual(calls);
  expect(onTasks.length).toBeLessThan(calls * 1.1);
  expect(await preview()).toMatchObject({ fits: 0, before: fits, writes: 0 });
  await start();
  await world.within(10, async () => (await state()).state === 'done');
  await world.live(5);
  expect(made()).toHaveLength(fits);
  expect(new Set(made().map(({ title }) => title)).size).toBe(MANY + 1);
});

test('it is paused, stays so over a restart, goes on where it was, and neither misses nor repeats', async () => {
  const { fits } = await preview();
  const { id } = await start();
  await world.until(async () => (await state()).done > 0, 'a beginning');
  await world.say('console', 'backfill.pause', { id, on: true });
  await world.until(async () => (await state()).state === 'paused', 'the pause');
  await world.kill();
  await world.live(5);
  const { done, of, ran } = await state();
  expect(done).toBeGreaterThan(0);
  expect(done, 'there is something left').toBeLessThan(of);
  expect(made().length).toBeLessThanOrEqual(ran);
  await world.say('console', 'backfill.pause', { id, on: false });
  await world.kill();
  await world.within(40, async () => (await state()).state === 'done' && made().length === fits, 'its end');
  expect(new Set(made().map(({ title }) => title)).size).toBe(fits);
});

test('cancelled, it does no more', async () => {
  const { id } = await start();
  await world.until(async () => (await state()).done > 0, 'a beginning');
  await world.say('console', 'backfill.cancel', { id });
  await world.until(async () => (await state()).state === 'cancelled', 'the end');
  await world.live(3);
  const count = made().length;
  await world.say('console', 'backfill.pause', { id, on: false });
  await world.live(10);
  expect((await state()).state).toBe('cancelled');
  expect(made()).toHaveLength(count);
  expect(count).toBeLessThan(MANY);
});

test('it adds nobody to a workflow unless a step says so, and says beforehand what may start one', async () => {
  const { id: workflowId } = world.sandbox.highlevel.state.rows.workflows[0]!;
  rule = await world.save({ ...rule, steps: [tagged(['active'])] });
  expect(await preview()).toMatchObject({ workflows: 0, mayStartWorkflows: MANY + 1 });
  await start();
  await world.within(30, async () => (await state()).state === 'done' && world.inHighLevel().tags.includes('active'));
  expect(enrolled()).toBe(0);
  expect(world.sent().filter((route) => /workflow|campaign/.test(route))).toEqual([]);
  const values = { contactId: '{{link.highlevelId}}', workflowId };
  const into = await world.rule({
    ...rule,
    id: 'into',
    on: false,
    steps: [{ id: 'w', do: 'action', operation: 'highlevel.contact.add-to-workflow', values }],
  });
  expect(await preview(into.id)).toMatchObject({ workflows: MANY + 1, mayStartWorkflows: 0 });
  expect(enrolled(), 'looking adds nobody').toBe(0);
});
