import { describe, expect, test } from 'vitest';
import { discarded } from '../../lib/sync/discarded.ts';
import { made, people } from './sync-plan-people.ts';
import { allOn, CLIO, PLACE, person, START, task, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;

describe('a pair of tasks', () => {
  const paired = async (choice = allOn()) => {
    const world = await people(choice);
    await world.batch({
      pairs: [{ key: `${LINK}|task|1`, link: LINK, entity: 'task', clioId: '1', highlevelId: 't1', at: START }],
    });
    await world.put('clio', 'task', task('clio', '1'));
    await world.put('highlevel', 'task', task('highlevel', 't1'));
    await world.plan();
    return world;
  };

  test('done in Clio is completed in HighLevel; moved in HighLevel is moved in Clio', async () => {
    const world = await paired();
    await world.put('clio', 'task', task('clio', '1', { done: true, status: 'complete' }));
    const [write] = await world.plan();
    expect(write).toMatchObject({
      op: 'highlevel.task.update',
      body: { input: { contactId: 'hl7', taskId: 't1', values: { done: true }, seen: { done: false } } },
    });
    const done = task('highlevel', 't1', { done: true });
    await world.carryOut(write!, made('task', done));
    await world.put('highlevel', 'task', { ...done, due: { kind: 'time', at: '2026-12-05T01:00:00Z' } });
    expect(await world.plan()).toMatchObject([
      {
        op: 'clio.task.update',
        body: {
          input: {
            taskId: '1',
            values: { due: { kind: 'day', day: '2026-12-04' } },
            seen: { due: { kind: 'day', day: '2026-12-01' } },
          },
        },
      },
    ]);
  });

  test('left as it is once, done is done again later: the answer was about then', async () => {
    const world = await paired();
    const isDone = (done: boolean) =>
      world.put('clio', 'task', task('clio', '1', { done, status: done ? 'complete' : 'pending' }));
    await isDone(true);
    const [write] = await world.plan();
    await world.refuse(write!, 'invalid-request');
    const [row] = await world.outbox.open();
    await world.batch({ asks: await discarded(world.parts, row!) });
    await world.outbox.drop([row!.seq]);
    await world.mark({ kind: 'child', system: 'clio', account: CLIO, entity: 'task', id: '1' });
    expect(await world.plan()).toEqual([]);
    await isDone(false);
    expect(await world.plan()).toEqual([]);
    await isDone(true);
    expect(await world.plan()).toMatchObject([{ op: 'highlevel.task.update', body: { input: { values: { done: true } } } }]);
  });

  test('a title that HighLevel refused waits for a person, and keeps no completion waiting', async () => {
    const world = await paired();
    await world.put('clio', 'task', task('clio', '1', { title: 'File the *motion*' }));
    const [title] = await world.plan();
    await world.refuse(title!, 'invalid-request');
    await world.put('clio', 'task', task('clio', '1', { title: 'File the *motion*', done: true, status: 'complete' }));
    const [done, ...more] = await world.plan();
    expect(more).toEqual([]);
    expect(done?.body.input).toMatchObject({ taskId: 't1', values: { done: true } });
    expect(done?.body.input).not.toHaveProperty('values.title');
    await world.carryOut(done!, made('task', task('highlevel', 't1', { done: true })));
    await world.put('highlevel', 'task', task('highlevel', 't1', { done: true }));
    expect(await world.plan()).toEqual([]);
    expect((await world.outbox.open()).map(({ state }) => state)).toEqual(['needs-you']);
  });

  test('in progress in Clio stays so while HighLevel merely says open', async () => {
    const world = await paired();
    await world.put('clio', 'task', task('clio', '1', { status: 'in_progress' }));
    expect(await world.plan()).toEqual([]);
  });

  test('pushed by hand without a due date keep HighLevel’s own date to HighLevel', async () => {
    const world = await people();
    await world.put('clio', 'task', task('clio', '1', { due: undefined, createdAt: '2026-11-01T00:00:00Z' }));
    await world.put('highlevel', 'task', task('highlevel', 't1'));
    await world.batch({
      pairs: [{ key: `${LINK}|task|1`, link: LINK, entity: 'task', clioId: '1', highlevelId: 't1', at: START }],
    });
    expect(await world.plan()).toEqual([]);
    await world.put('clio', 'task', task('clio', '1', { due: { kind: 'day', day: '2026-12-09' } }));
    expect(await world.plan()).toMatchObject([
      { op: 'highlevel.task.update', body: { input: { values: { due: { kind: 'time' } } } } },
    ]);
  });

  test('a privileged new title is not pushed over the old one without a yes', async () => {
    const world = await paired();
    await world.put('clio', 'task', task('clio', '1', { title: 'Attorney-client: file it' }));
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toMatchObject([{ kind: 'approval' }]);
  });

  test('a record that vanished is nobody’s to make again', async () => {
    const world = await paired();
    await world.batch({ gone: [`highlevel|${PLACE}|task|t1`] });
    expect(await world.plan()).toEqual([]);
    expect(await world.dirty()).toEqual([`gone;highlevel;${PLACE};task;t1`]);
  });
});

test('a record of somebody who is linked to nobody is nobody’s', async () => {
  const world = await people();
  await world.put('clio', 'task', task('clio', '1', { contactId: '8' }));
  await world.put('clio', 'contact', person('clio', '8'));
  expect(await world.plan()).toEqual([]);
});
