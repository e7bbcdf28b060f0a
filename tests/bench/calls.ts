import { type AppWorld, createAppWorld } from '../flow/app-world.ts';
import type { Row } from './table.ts';

/** Calls to either system's API while something is done, in their order. */
async function callsOf(world: AppWorld, act: () => Promise<unknown>): Promise<string[]> {
  const before = world.sandbox.ledger.entries({}).length;
  await act();
  await world.settled();
  await quiet(world);
  return world.sandbox.ledger
    .entries({})
    .slice(before)
    .map((call) => `${call.method} ${call.routeId ?? call.path}`);
}

/** Until no call has come for a while (in real time; the clock of the world stands). */
async function quiet(world: AppWorld): Promise<void> {
  for (let last = -1, calm = 0; calm < 10; calm += 1) {
    const count = world.sandbox.ledger.entries({}).length;
    if (count !== last) [last, calm] = [count, 0];
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const short = (calls: string[]): string => calls.map((call) => call.replace(/ (highlevel|clio)\./, ' ')).join(', ');

function row(what: string, calls: string[], least: number, why: string): Row {
  const ratio = least ? calls.length / least : undefined;
  return { what, measured: `${calls.length} calls`, bound: `${least} (${why})`, ratio, how: short(calls) };
}

/** Calls per push and per record that changed: the real app on the sandbox in this process. */
export async function callRows(): Promise<Row[]> {
  const world = await createAppWorld();
  try {
    await world.connect();
    await world.allowWriting();
    // What was asked at sign-in belongs to no person.
    await quiet(world);
    const { marisol, nadia } = world.cast;
    const rows: Row[] = [];
    const first = await callsOf(world, async () => {
      await world.openContact(marisol.clioId);
      await world.screen('person');
    });
    rows.push(
      row(
        'calls: a person opened for the first time',
        first,
        7,
        'contact, tasks, notes of Clio; search, tasks, notes, appointments',
      ),
    );
    const key = (await world.view()).key;
    const again = await callsOf(world, async () => void (await world.openContact(marisol.clioId)));
    rows.push(row('calls: the same person opened again at once', again, 0, 'shown from the store'));
    const looked = 'a look that nobody made it meanwhile, the write';
    const task = () => world.say('panel', 'task.push', { key, taskIds: [String(marisol.tasks.records)], held: false });
    rows.push(row('calls per push: a task', await callsOf(world, task), 2, looked));
    const note = () => world.say('panel', 'note.add', { key, text: 'Bench' });
    rows.push(row('calls per push: a note', await callsOf(world, note), 2, looked));
    const push = () => world.say('panel', 'contact.push', { key, fields: ['phone', 'city'], overwrite: ['city'] });
    rows.push(
      row('calls per push: two fields of a contact', await callsOf(world, push), 2, 'a look at what stands there, the write'),
    );
    const done = () => world.say('panel', 'task.complete', { key, taskId: marisol.highlevelTasks.review, completed: true });
    rows.push(row('calls per push: a task completed', await callsOf(world, done), 1, 'the write, which is safe to repeat'));
    const none = await world.openContact(nadia.clioId);
    await world.screen('none');
    await quiet(world);
    const create = await callsOf(world, () => world.say('panel', 'contact.create', { key: none }));
    rows.push(row('calls per push: a contact created', create, 2, 'a search for it, the write'));
    return rows;
  } finally {
    await world.close();
  }
}
