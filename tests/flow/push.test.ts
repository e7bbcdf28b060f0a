import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
  await world.connect();
  await world.allowWriting();
});
afterEach(() => world.close());

const rows = () => world.sandbox.highlevel.state.rows;
const tasksOf = (contactId: string) => rows().tasks.filter((task) => task.contactId === contactId);

test('a contact with the same e-mail is shown as the matching person, with tasks, notes, tags and appointments', async () => {
  await world.openContact(world.cast.marisol.clioId);
  const { person } = await world.screen('person');
  await world.until(async () => (await world.view()).screen.kind === 'person' && person);
  const { screen } = await world.view();
  if (screen.kind !== 'person') throw new Error(screen.kind);
  expect(screen.person.highlevelId).toBe(world.cast.marisol.highlevelId);
  expect(screen.person.match.by).toBe('match');
  expect(screen.person.match.reasons.map((reason) => reason.code)).toContain('same-email');
  expect(screen.person.tags.map((tag) => tag.name)).toEqual(expect.arrayContaining(['intake-2026', 'family-law', 'newsletter']));
});

test('pushing a contact fills the empty phone and leaves the other city alone until it is chosen', async () => {
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  const before = rows().contacts.find((one) => one.id === world.cast.marisol.highlevelId);
  const city = before?.city;
  await world.say('panel', 'contact.push', { key, fields: ['phone', 'city'], overwrite: [] });
  await world.settled();
  const after = rows().contacts.find((one) => one.id === world.cast.marisol.highlevelId);
  expect(after?.phone).toBe('+16045550142');
  expect(after?.city).toBe(city);
  await world.say('panel', 'contact.push', { key, fields: ['city'], overwrite: ['city'] });
  await world.settled();
  expect(rows().contacts.find((one) => one.id === world.cast.marisol.highlevelId)?.city).toBe('Vancouver');
});

test('a pushed task arrives once, on the right contact, due on the same day, and can be taken back', async () => {
  const { marisol } = world.cast;
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  const clioTask = world.sandbox.clio.state.rows.tasks.find((task) => task.id === marisol.tasks.records);
  const before = tasksOf(marisol.highlevelId).length;
  const { actId } = await world.say('panel', 'task.push', { key, taskIds: [String(marisol.tasks.records)], held: false });
  await world.settled();
  const made = tasksOf(marisol.highlevelId).filter((task) => task.title === clioTask?.name);
  expect(made).toHaveLength(1);
  expect(new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Vancouver' }).format(new Date(made[0]?.dueDate ?? ''))).toBe(
    clioTask?.due_at,
  );
  const { acts } = await world.view();
  expect(acts[0]).toMatchObject({ id: actId, state: 'done', checked: true });
  const left = (acts[0]?.undoUntil ?? 0) - world.sandbox.clock.now();
  expect(left).toBeGreaterThan(5_000);
  expect(left).toBeLessThanOrEqual(10_000);
  await world.say('panel', 'act.undo', { actId });
  await world.until(() => tasksOf(marisol.highlevelId).length === before, 'the task to be gone');
});

test.each(['UTC', 'Asia/Tokyo', 'Pacific/Honolulu'])(
  'a pushed task reads "sent", not "due date differs", for somebody who sits in %s',
  async (zone) => {
    world.state.timeZone = zone;
    const { marisol } = world.cast;
    const key = await world.openContact(marisol.clioId);
    await world.screen('person');
    await world.say('panel', 'task.push', { key, taskIds: [String(marisol.tasks.records)], held: false });
    await world.settled();
    const { screen } = await world.view();
    const item = screen.kind === 'person' && screen.person.tasks.find((task) => task.clio?.id === String(marisol.tasks.records));
    expect(item).toMatchObject({ state: 'sent', highlevel: { title: 'Request medical records' } });
  },
);

test('the same task pushed twice by two clicks is one task', async () => {
  const { marisol } = world.cast;
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  const push = () => world.answerTo('panel', 'task.push', { key, taskIds: [String(marisol.tasks.records)], held: false });
  await push();
  await push();
  await world.settled();
  await push();
  await world.settled();
  expect(tasksOf(marisol.highlevelId).filter((task) => task.title === 'Request medical records')).toHaveLength(1);
});

test('a private task and a matter note leave only when the person says so', async () => {
  const { marisol } = world.cast;
  const key = await world.open({ kind: 'matter', id: String(marisol.matterId) });
  await world.screen('person');
  await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind === 'person' && screen.person.notes.some((note) => note.clioId === String(marisol.notes.strategy));
  });
  const notes = () => rows().notes.filter((note) => note.contactId === marisol.highlevelId).length;
  const before = { notes: notes(), tasks: tasksOf(marisol.highlevelId).length };
  await expect(world.say('panel', 'note.push', { key, noteId: String(marisol.notes.strategy), held: false })).rejects.toThrow(
    'held',
  );
  await expect(
    world.say('panel', 'task.push', { key, taskIds: [String(marisol.tasks.parentingPlan)], held: false }),
  ).rejects.toThrow('held');
  expect({ notes: notes(), tasks: tasksOf(marisol.highlevelId).length }).toEqual(before);
  await world.say('panel', 'note.push', { key, noteId: String(marisol.notes.strategy), held: true });
  await world.say('panel', 'task.push', { key, taskIds: [String(marisol.tasks.parentingPlan)], held: true });
  await world.settled();
  expect({ notes: notes(), tasks: tasksOf(marisol.highlevelId).length }).toEqual({
    notes: before.notes + 1,
    tasks: before.tasks + 1,
  });
});

test('a HighLevel task is completed and reopened', async () => {
  const { marisol } = world.cast;
  const taskId = marisol.highlevelTasks.review;
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  const done = () => rows().tasks.find((task) => task.id === taskId)?.completed;
  const shown = async () => {
    const { screen } = await world.view();
    return screen.kind === 'person' ? screen.person.tasks.find((task) => task.highlevel?.id === taskId)?.done : undefined;
  };
  await world.until(async () => (await shown()) === false);
  await world.say('panel', 'task.complete', { key, taskId, completed: true });
  // Answered at once: shown as done while the write is still on its way.
  expect(await shown()).toBe(true);
  await world.settled();
  expect(done()).toBe(true);
  await world.say('panel', 'task.complete', { key, taskId, completed: false });
  await world.settled();
  expect(done()).toBe(false);
});

test('nothing is written while writing is off', async () => {
  await world.say('console', 'writing.set', { system: 'highlevel', on: false });
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await expect(world.say('panel', 'note.add', { key, text: 'x' })).rejects.toThrow('writing-off');
  expect(
    world.sandbox.ledger
      .entries({ host: 'services.leadconnectorhq.com' })
      .filter((call) => call.method !== 'GET' && !call.path.endsWith('/search') && call.status < 300),
  ).toEqual([]);
});

test('a click meant for the client shown before is refused', async () => {
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await world.openContact(world.cast.ruth.clioId);
  await expect(world.say('panel', 'note.add', { key, text: 'for Marisol' })).rejects.toThrow('subject-changed');
});

test('the deprecated and dangerous upsert is never called', async () => {
  const key = await world.openContact(world.cast.nadia.clioId);
  await world.screen('none');
  await world.say('panel', 'contact.create', { key });
  await world.screen('person');
  expect(world.sandbox.ledger.entries({}).filter((call) => call.path.includes('upsert'))).toEqual([]);
});
