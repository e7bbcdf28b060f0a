import { expect, test } from 'vitest';
import { createEngine } from '../../lib/app/engine.ts';
import { MINUTE } from '../../lib/sync/source.ts';
import { SOURCES } from '../../lib/sync/sources.ts';

test('every source has an id of its own that names its system, and is asked more seldom while Clio is closed', () => {
  const ids = SOURCES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, system, every } of SOURCES) {
    expect(id.split('.')[0]).toBe(system);
    expect(every.open).toBeGreaterThanOrEqual(MINUTE);
    expect(every.closed).toBeGreaterThan(every.open);
  }
});

test('lists by time of change are asked for some minutes twice', () => {
  const windows = Object.fromEntries(SOURCES.flatMap(({ id, overlap }) => (overlap ? [[id, overlap / MINUTE]] : [])));
  expect(windows).toEqual({
    'clio.contacts': 5,
    'clio.matters': 5,
    'clio.tasks': 5,
    'clio.notes.contact': 5,
    'clio.notes.matter': 5,
    'clio.entries': 5,
    'highlevel.contacts': 2,
  });
});

function createSteps(on = true) {
  const done: string[] = [];
  const failures: unknown[] = [];
  let gate: Promise<void> | undefined;
  const stage = (name: string, at?: number) => ({
    run: async () => {
      done.push(name);
      if (name === 'pull') await gate;
      if (name === 'vanish') throw new Error('a disk that is full');
    },
    nextAt: async () => at,
  });
  const engine = createEngine({
    stages: [stage('pull', 500), stage('vanish'), stage('plan', 300)],
    rules: stage('rules', 700),
    reconcile: { finish: async () => void done.push('reconcile'), nextAt: async () => 900 },
    drain: { run: async () => void done.push('drain') },
    isOn: async () => on,
    exclusive: (work) => work(),
    failed: (error) => void failures.push(error),
  });
  return {
    engine,
    done,
    failures,
    hold() {
      let open = (): void => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
  };
}

const TURN = ['pull', 'vanish', 'plan', 'rules', 'drain', 'plan', 'rules', 'drain', 'reconcile'];

test('a turn reads, looks, decides, sends, decides and sends again, and one step’s trouble stops no other', async () => {
  const { engine, done, failures } = createSteps();
  await engine.turn();
  expect(done).toEqual(TURN);
  expect(failures).toHaveLength(1);
  expect(await engine.nextAt()).toBe(300);
});

test('whoever asks while a turn is under way gets one more after it, and no two run at once', async () => {
  const { engine, done, hold } = createSteps();
  const open = hold();
  const turns = [engine.turn(), engine.turn(), engine.turn()];
  await new Promise((resolve) => setTimeout(resolve, 5));
  turns.push(engine.turn());
  expect(done).toEqual(['pull']);
  open();
  await Promise.all(turns);
  expect(done).toEqual([...TURN, ...TURN]);
});

test('while two-way sync is off nothing runs and nothing is due', async () => {
  const { engine, done } = createSteps(false);
  await engine.turn();
  expect(done).toEqual([]);
  expect(await engine.nextAt()).toBeUndefined();
});
