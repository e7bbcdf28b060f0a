import { describe, expect, test } from 'vitest';
import type { Write } from '../../lib/model/outbox.ts';
import { listRead, made, matter, pairOf, people } from './sync-plan-people.ts';
import { allOn, CLIO, PLACE, task, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;

describe('a task of Clio', () => {
  test('made since sync was switched on is made in HighLevel, and paired with what both say', async () => {
    const world = await people();
    await world.put('clio', 'task', task('clio', '1', { body: 'With exhibits', matter: { id: '3', label: 'M' } }));
    const [write] = await world.plan();
    expect(write).toMatchObject({
      op: 'highlevel.task.create',
      body: {
        pair: { entity: 'task', clioId: '1' },
        input: {
          contactId: 'hl7',
          values: { title: 'File the motion', body: 'With exhibits', due: { kind: 'time' }, done: false },
        },
      },
    });
    await world.carryOut(write!, made('task', task('highlevel', 't1', { body: 'With exhibits' })));
    expect(await pairOf(world, 'task', '1')).toMatchObject({
      highlevelId: 't1',
      agreed: { base: { title: 'File the motion', status: 'open', due: '2026-12-01' } },
    });
    await world.put('highlevel', 'task', task('highlevel', 't1', { body: 'With exhibits' }));
    expect(await world.plan()).toEqual([]);
    expect(await world.dirty()).toEqual([]);
  });

  test('without a due date falls due tomorrow in HighLevel, and that date does not come back', async () => {
    const world = await people();
    await world.put('clio', 'task', task('clio', '1', { due: undefined }));
    const [write] = await world.plan();
    expect(write!.body.input).toMatchObject({ values: { due: { kind: 'day', day: '2026-11-23' } } });
    const twin = task('highlevel', 't1', { due: { kind: 'time', at: '2026-11-24T01:00:00Z' } });
    await world.carryOut(write!, made('task', twin));
    await world.put('highlevel', 'task', twin);
    await world.mark({ kind: 'child', system: 'clio', account: CLIO, entity: 'task', id: '1' });
    expect(await world.plan()).toEqual([]);
  });

  test('made before that stays where it is', async () => {
    const world = await people();
    await world.put('clio', 'task', task('clio', '1', { createdAt: '2026-11-01T00:00:00Z' }));
    expect(await world.plan()).toEqual([]);
  });

  test('whose twin stands in HighLevel already is paired without a write', async () => {
    const world = await people();
    await world.put('highlevel', 'task', task('highlevel', 't1'));
    await world.put('clio', 'task', task('clio', '1', { title: 'file  the Motion' }));
    await world.plan();
    expect(await pairOf(world, 'task', '1')).toMatchObject({ highlevelId: 't1' });
    expect((await world.outbox.open()).filter(({ op }) => op.endsWith('create'))).toEqual([]);
  });

  test('that is private, or reads as privileged, waits for a yes to this very text', async () => {
    const world = await people();
    await world.put('clio', 'task', task('clio', '1', { title: 'Ask for settlement authority' }));
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toMatchObject([
      { kind: 'approval', body: { title: 'Ask for settlement authority', offers: ['approve', 'never'] } },
    ]);
    await world.answer({ offer: 'approve' });
    await world.put('clio', 'task', task('clio', '1', { title: 'Ask for settlement authority of 5 million' }));
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toHaveLength(1);
    await world.answer({ offer: 'approve' });
    await world.mark({ kind: 'child', system: 'clio', account: CLIO, entity: 'task', id: '1' });
    expect(await world.plan()).toMatchObject([{ op: 'highlevel.task.create' }]);
  });

  test('held back by its matter is asked about once for all of the matter', async () => {
    const world = await people();
    for (const id of ['1', '2'])
      await world.put('clio', 'task', task('clio', id, { title: `Task ${id}`, private: true, matter: { id: '3', label: 'M' } }));
    expect(await world.plan()).toEqual([]);
    expect(await world.asks()).toMatchObject([
      { key: `approval|${LINK}|task|matter:3`, body: { offers: ['allow-matter', 'never'] } },
    ]);
  });
});

describe('a task of HighLevel', () => {
  test('that was there at the first reading is old, a later one is made in Clio for the firm’s assignee', async () => {
    const world = await people();
    await world.put('highlevel', 'task', task('highlevel', 'old', { title: 'Old one' }));
    await listRead(world, ['old']);
    await world.mark(
      { kind: 'contact', link: LINK },
      { kind: 'child', system: 'highlevel', account: PLACE, entity: 'task', id: 'old' },
    );
    expect(await world.plan()).toEqual([]);
    await world.put('highlevel', 'task', task('highlevel', 'new', { title: 'New one' }));
    const [write, ...more] = await world.plan();
    expect(more).toEqual([]);
    expect(write).toMatchObject({
      op: 'clio.task.create',
      body: { input: { values: { title: 'New one', due: { kind: 'day', day: '2026-12-01' }, done: false, assigneeId: '900' } } },
    });
    await world.carryOut(write!, made('task', task('clio', '5', { title: 'New one', contactId: undefined, assigneeId: '900' })));
    expect(await pairOf(world, 'task', '5')).toMatchObject({ highlevelId: 'new', agreed: { base: { title: 'New one' } } });
    expect(await world.plan()).toEqual([]);
    // Under no matter it stands under nobody in Clio; it is still known whose it is.
    await world.put('clio', 'task', { ...task('clio', '5', { title: 'Renamed', contactId: undefined, assigneeId: '900' }) });
    expect(await world.plan()).toMatchObject([
      { op: 'highlevel.task.update', body: { input: { values: { title: 'Renamed' } } } },
    ]);
  });

  test('goes under the client’s only open matter; of several a person chooses', async () => {
    const world = await people();
    await listRead(world);
    await world.mark({ kind: 'contact', link: LINK });
    await world.plan();
    await world.put('clio', 'matter', matter('3'), '7');
    await world.put('highlevel', 'task', task('highlevel', 'n1', { title: 'One' }));
    expect(await world.plan()).toMatchObject([{ body: { input: { matterId: '3' } } }]);
    await world.put('clio', 'matter', matter('4'), '7');
    await world.put('highlevel', 'task', task('highlevel', 'n2', { title: 'Two' }));
    expect(await world.plan()).toHaveLength(1);
    expect(await world.asks()).toMatchObject([{ kind: 'where', body: { choices: [{ id: '3' }, { id: '4' }] } }]);
    await world.answer({ offer: 'choose', id: '4' });
    await world.mark({ kind: 'child', system: 'highlevel', account: PLACE, entity: 'task', id: 'n2' });
    expect((await world.plan()).map(({ body }) => (body.input as { matterId: string }).matterId)).toEqual(['3', '4']);
  });

  const sentOf = (write: Write | undefined) => (write?.body.input as { values: object } | undefined)?.values;
  test('whose new text waits for a yes, or got a no, is completed and moved all the same; one that became private stays as it is', async () => {
    const world = await people();
    await world.put('clio', 'task', task('clio', '1'));
    const [write] = await world.plan();
    const twin = task('highlevel', 't1');
    await world.carryOut(write!, made('task', twin));
    await world.put('highlevel', 'task', twin);
    const secret = { title: 'Privileged: settlement authority' };
    await world.put('clio', 'task', task('clio', '1', { ...secret, due: { kind: 'day', day: '2026-12-09' } }));
    const [moved, ...more] = await world.plan();
    expect(more).toEqual([]);
    expect(moved?.op).toBe('highlevel.task.update');
    expect(sentOf(moved)).toEqual({ due: { kind: 'time', at: '2026-12-10T01:00:00Z' } });
    const there = { ...twin, due: { kind: 'time' as const, at: '2026-12-10T01:00:00Z' } };
    await world.carryOut(moved!, made('task', there));
    await world.put('highlevel', 'task', there);
    expect(await world.asks()).toMatchObject([{ kind: 'approval', body: { title: secret.title } }]);
    await world.answer({ offer: 'never' });
    const due = { kind: 'day' as const, day: '2026-12-09' };
    await world.put('clio', 'task', task('clio', '1', { ...secret, due, done: true, status: 'complete' }));
    const [completed, ...others] = await world.plan();
    expect(others).toEqual([]);
    expect(sentOf(completed)).toEqual({ done: true });
    await world.carryOut(completed!, made('task', { ...there, done: true }));
    await world.put('highlevel', 'task', { ...there, done: true });
    expect(await world.asks()).toEqual([]);
    await world.put(
      'clio',
      'task',
      task('clio', '1', { title: 'Privileged too', due, done: false, status: 'pending', private: true }),
    );
    expect(await world.plan()).toEqual([]);
  });

  test('that appears while one is being made there may be that one: it waits', async () => {
    const world = await people();
    await listRead(world);
    await world.mark({ kind: 'contact', link: LINK });
    await world.put('clio', 'task', task('clio', '1'));
    const [write] = await world.plan();
    await world.outbox.patch(write!.seq, { state: 'unknown', attempts: 1 });
    await world.put('highlevel', 'task', task('highlevel', 't1', { title: 'Somehow shortened' }));
    await world.planner.run();
    expect(await world.outbox.open()).toHaveLength(1);
    expect(await world.dirty()).toEqual([`child;highlevel;${PLACE};task;t1`]);
  });
});

test('sixty tasks that can’t be made are told once each, however often they are looked at', async () => {
  const world = await people({ ...allOn(), assignee: undefined });
  await listRead(world);
  await world.mark({ kind: 'contact', link: LINK });
  await world.planner.run();
  const ids = Array.from({ length: 60 }, (_, n) => `t${n}`);
  for (const id of ids) await world.put('highlevel', 'task', task('highlevel', id, { title: `Call ${id}` }));
  await world.planner.run();
  const told = async () => (await world.syncReader.activity({ outcome: 'skipped' }, undefined, 500)).length;
  expect(await told()).toBe(60);
  await world.mark(...ids.map((id) => ({ kind: 'child', system: 'highlevel', account: PLACE, entity: 'task', id }) as const));
  await world.plan();
  expect(await told()).toBe(60);
});
