import { afterEach, describe, expect, test } from 'vitest';
import { dryRun } from '../../lib/app/rules-dry-run.ts';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { createRulesWorld, followUp, type RulesWorld, tagged } from './rules-world.ts';

let world: RulesWorld;
afterEach(() => world.close());
const start = async () => {
  world = await createRulesWorld();
};
const days = (count: number) => new Date(world.sandbox.clock.now() + count * 86_400_000).toISOString().slice(0, 10);
const addTask = (name: string) =>
  world.sandbox.control('clio.addTask', {
    ...{ name, matter_id: world.ruth.matterId, due_at: days(5), permission: 'public', created_at: world.stamp() },
  });
const named = (title: string) => world.highlevelTasks().filter((one) => one.title === title);
const touch = () => world.sandbox.control('highlevel.touchContact', { id: world.ruth.highlevelId });
const matter = () => world.sandbox.clio.state.rows.matters.find(({ id }) => id === world.ruth.matterId)!;
const templateOf = (id: string) => TEMPLATES.find((one) => one.id === id)!.rules;

describe('promise 14', () => {
  test('a change creates a follow-up task, once', async () => {
    await start();
    await world.rule({ trigger: { id: 'clio.task.created', params: {} }, steps: [followUp] });
    addTask('File the affidavit');
    await world.live(5);
    expect(named('After: File the affidavit')).toHaveLength(1);
    expect(
      (await world.syncReader.activity({ by: 'rule' }, undefined, 10)).map(({ kind, outcome }) => `${kind} ${outcome}`),
    ).toEqual(expect.arrayContaining(['write done', 'run queued']));
    await world.live(5);
    expect(named('After: File the affidavit')).toHaveLength(1);
  });
});

test('a matter that is closed gets its client a tag', async () => {
  await start();
  const [rule] = templateOf('matter-closed');
  await world.rule({ ...rule!, on: true });
  Object.assign(matter(), { status: 'Closed', updated_at: new Date(world.sandbox.clock.now() + 1000).toISOString() });
  await world.live(6);
  expect(world.inHighLevel().tags).toContain('matter closed');
  expect(await world.runs()).toHaveLength(1);
});

test('a no-show becomes a task to call, by a ready template', async () => {
  await start();
  const [rule] = templateOf('no-show');
  await world.rule({ ...rule!, on: true });
  const { state } = world.sandbox.highlevel;
  const visit = {
    ...{
      id: state.newId(),
      calendarId: state.rows.calendars[0]!.id,
      contactId: world.ruth.highlevelId,
      locationId: world.location.account,
    },
    ...{ title: 'Signing', appointmentStatus: 'confirmed', dateAdded: world.stamp(), dateUpdated: world.stamp() },
    ...{ startTime: `${days(1)}T18:00:00.000Z`, endTime: `${days(1)}T18:30:00.000Z` },
  };
  state.rows.appointments.push(visit);
  touch();
  await world.live(3);
  Object.assign(state.rows.appointments.find(({ id }) => id === visit.id)!, {
    appointmentStatus: 'noshow',
    dateUpdated: world.stamp(),
  });
  touch();
  await world.live(4);
  expect(world.highlevelTasks().filter(({ title }) => title.startsWith('Missed: Signing.'))).toHaveLength(1);
});

describe('a dry run', () => {
  test('shows every call it would make, before and after, and sends nothing', async () => {
    await start();
    const rule = await world.rule({
      ...{ on: false, trigger: { id: 'clio.task.created', params: {} } },
      steps: [tagged(['active']), { id: 'w', do: 'wait', minutes: 60 }, followUp],
    });
    addTask('File the affidavit');
    await world.live(3);
    const before = { calls: world.calls(), queued: (await world.queued()).length };
    const view = await dryRun(world.parts, { rule, against: 'last-50' });
    const [fired] = view.cases.filter(({ skipped }) => !skipped);
    expect(view).toMatchObject({ problems: [], fired: 1, writes: 2 });
    expect(fired?.steps.map((one) => one.do)).toEqual(['action', 'wait', 'action']);
    expect(fired?.steps[0]).toMatchObject({ call: { method: 'POST' }, fields: [{ field: 'tags', after: '["active"]' }] });
    expect(fired?.steps[0]?.call?.url).toContain(`/contacts/${world.ruth.highlevelId}/tags`);
    expect(fired?.steps[2]).toMatchObject({ call: { method: 'POST' }, values: { title: 'After: File the affidavit' } });
    expect(view.cases.every(({ skipped, steps }) => skipped !== undefined || steps.length > 0)).toBe(true);
    expect({ calls: world.calls(), queued: (await world.queued()).length }).toEqual(before);
    expect(await world.runs()).toEqual([]);
  });

  test('says what is wrong with a rule instead of trying it', async () => {
    await start();
    const rule = await world.rule({
      on: false,
      trigger: { id: 'clio.task.created', params: {} },
      steps: [tagged(['{{record.secret}}'])],
    });
    expect(await dryRun(world.parts, { rule, against: 'last-50' })).toMatchObject({
      problems: [{ code: 'unknown-fact', about: 'record.secret' }],
      cases: [],
    });
  });
});

test('what is only seen for the first time was not created just now', async () => {
  await start();
  await world.rule({ trigger: { id: 'clio.task.created', params: {} }, steps: [followUp] });
  const old = { name: 'Years ago', matter_id: world.ruth.matterId, due_at: days(5), permission: 'public' };
  world.sandbox.control('clio.addTask', { ...old, created_at: '2024-01-01T10:00:00Z' });
  addTask('Just now');
  await world.live(5);
  expect(named('After: Just now')).toHaveLength(1);
  expect(named('After: Years ago')).toEqual([]);
});

test('a HighLevel task becomes a Clio task and stays its twin', async () => {
  await start();
  const [copy, done] = templateOf('highlevel-task');
  const [step] = copy!.steps;
  if (step?.do !== 'action') throw new Error('no action');
  const assigneeId = String(world.cast.users.priya.clioId);
  await world.rule({ ...copy!, on: true, steps: [{ ...step, values: { ...step.values, assigneeId } }] });
  await world.rule({ ...done!, on: true });
  const { state } = world.sandbox.highlevel;
  const task = {
    ...{
      id: state.newId(),
      contactId: world.ruth.highlevelId,
      locationId: world.location.account,
      title: 'Ask for her passport',
    },
    ...{ completed: false, dueDate: `${days(3)}T20:00:00.000Z`, dateAdded: world.stamp() },
  };
  state.rows.tasks.push(task);
  touch();
  await world.live(4);
  const inClio = () => world.sandbox.clio.state.rows.tasks.filter(({ name }) => name === 'Ask for her passport');
  expect(inClio()).toHaveLength(1);
  expect(await world.syncReader.pairsOfHighLevel('task', task.id)).toMatchObject([{ clioId: String(inClio()[0]!.id) }]);
  world.sandbox.control('highlevel.patchTask', { id: task.id, patch: { completed: true } });
  touch();
  await world.live(4);
  expect(inClio()).toMatchObject([{ status: 'complete' }]);
});
