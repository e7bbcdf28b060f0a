import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRules } from '../../lib/app/rules-run.ts';
import { listKey } from '../../lib/store/rows.ts';
import { createRulesWorld, followUp, type RulesWorld, tagged } from './rules-world.ts';

let world: RulesWorld;
beforeEach(async () => {
  world = await createRulesWorld();
});
afterEach(() => world.close());

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
  const failed = (error: unknown) => {
    throw error;
  };
  return createRules({ ...world.parts, failed, apply: (batch, origin) => dies(() => apply(batch, origin)) });
}
const aWhile = () => new Promise<'dead'>((resolve) => setTimeout(() => resolve('dead'), 150));
const outlives = (engine: ReturnType<typeof mortal>) => Promise.race([engine.run().then(() => 'alive' as const), aWhile()]);

/** A task that was read and lies in the store, with nobody awake to see it. */
async function read(title: string): Promise<void> {
  const id = String(world.addTask(title));
  const { account } = world.clio;
  const owner = String(world.ruth.clioId);
  const matter = { id: String(world.ruth.matterId), label: '' };
  const due = { kind: 'day', day: world.day(5) };
  const value = {
    system: 'clio',
    account,
    id,
    contactId: owner,
    title,
    due,
    done: false,
    private: false,
    matter,
    createdAt: world.stamp(),
  };
  const record = {
    system: 'clio' as const,
    account,
    entity: 'task' as const,
    id,
    value,
    list: listKey('clio', account, 'task', owner),
  };
  await world.apply({ at: world.now(), records: [record] }, 'pull');
}

describe('a worker that dies', () => {
  for (const written of [false, true]) {
    test(`at any of its steps (${written ? 'after' : 'before'} the disk) neither loses nor doubles a task`, async () => {
      await world.rule({ steps: [tagged(['active']), { id: 'w', do: 'wait', minutes: 1 }, followUp] });
      const ends: string[] = [];
      for (let dieAt = 1; dieAt <= 4; dieAt += 1) {
        const title = `Task ${dieAt}`;
        await read(title);
        ends.push(await outlives(mortal(dieAt, written)));
        await world.kill();
        await world.live(4);
        expect(world.tasksCalled(`After: ${title}`), title).toHaveLength(1);
      }
      // It really died on the way, not behind everything.
      expect(ends.slice(0, 1)).toEqual(['dead']);
      const writes = (await world.queued()).filter(({ by }) => by === 'rule');
      expect(writes.filter(({ op }) => op === 'highlevel.task.create')).toHaveLength(4);
    });
  }

  test('in the middle of a wait goes on when its time has come, over any number of restarts', async () => {
    await world.rule({ steps: [{ id: 'w', do: 'wait', minutes: 30 }, followUp] });
    world.addTask('File the affidavit');
    await world.live(3);
    for (let restart = 0; restart < 3; restart += 1) {
      await world.kill();
      await world.live(7);
    }
    expect(world.tasksCalled('After: File the affidavit')).toEqual([]);
    await world.kill();
    await world.live(10);
    expect(world.tasksCalled('After: File the affidavit')).toHaveLength(1);
  });

  test('while a question is open finds it again, and its answer', async () => {
    await world.rule({ steps: [{ id: 'ok', do: 'approve', text: 'Shall {{highlevel.firstName}} know?' }, followUp] });
    world.addTask('File the affidavit');
    await world.within(4, async () => (await world.ruleAsks()).length);
    await world.kill();
    await world.live(2);
    const [ask, ...others] = await world.ruleAsks();
    expect([ask?.body.text, others]).toEqual(['Shall Ruth know?', []]);
    await world.answer(ask!.key, 'go');
    await world.kill();
    await world.within(3, () => world.tasksCalled('After: File the affidavit').length);
    await world.live(5);
    expect(world.sent()).toEqual(['highlevel.create-task']);
  });
});
