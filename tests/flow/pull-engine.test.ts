import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWholeAt } from '../../lib/sync/whole.ts';
import { createPullWorld, MINUTE, type PullWorld } from './pull-world.ts';

let world: PullWorld;
beforeEach(async () => {
  world = await createPullWorld();
});
afterEach(() => world.close());

const routes = (from: number) =>
  world.sandbox.ledger
    .entries({})
    .slice(from)
    .map(({ routeId }) => routeId);
const count = (routeId: string) => world.sandbox.ledger.entries({ routeId }).length;
const listOf = (system: 'clio' | 'highlevel', entity: string, owner: string | number) =>
  world.reader.list<{ id: string; title: string; text: string }>(
    `${system}|${system === 'clio' ? world.clio.account : world.location.account}|${entity}|of|${owner}`,
  );

test('a person on screen is read again each minute while sync is off; with it on, only what no list of changes tells', async () => {
  const { marisol } = world.cast;
  await world.allowWriting();
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  await world.until(() => count('highlevel.list-contact-appointments') > 0);
  const off = world.calls();
  await world.say('panel', 'panel.refresh', { key, timed: true });
  await world.until(() => routes(off).includes('clio.contacts.get') && routes(off).includes('highlevel.get-contact'));
  await world.switchOn();
  await world.wake();
  await world.pass(1);
  await world.until(async () => (await world.dirty('read')).length === 0, 'the readings');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const on = world.calls();
  await world.say('panel', 'panel.refresh', { key, timed: true });
  await world.until(() => routes(on).filter((one) => one === 'highlevel.list-notes').length === 1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(routes(on)).toContain('highlevel.list-contact-appointments');
  expect(routes(on)).not.toContain('clio.contacts.get');
  expect(routes(on)).not.toContain('highlevel.get-contact');
});

test('somebody linked by a visit is read whole once, and no more than once', async () => {
  const { marisol } = world.cast;
  await world.switchOn();
  await world.wake();
  await world.openContact(marisol.clioId);
  await world.screen('person');
  const [link] = await world.until(async () => {
    const links = await world.syncReader.links(undefined, 10);
    return links[0] && (await readWholeAt(world.reader, links[0])) ? links : undefined;
  }, 'the whole reading');
  expect(link).toMatchObject({ clioId: String(marisol.clioId), highlevelId: marisol.highlevelId });
  const before = count('clio.matters.list');
  await world.openContact(world.cast.ruth.clioId);
  await world.advance(10_000);
  await world.openContact(marisol.clioId);
  const rest = () => world.until(async () => (await world.dirty('read')).length === 0, 'the readings');
  await rest();
  // What the visit itself led to may be marked a moment later, on a busy machine later still.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await rest();
  expect(count('clio.matters.list') - before).toBeLessThanOrEqual(2);
});

test('tasks, notes and matters of linked people come into their lists; those of others are left alone', async () => {
  const { marisol, ruth } = world.cast;
  await world.link(marisol.clioId, marisol.highlevelId);
  await world.switchOn();
  await world.openContact(marisol.clioId);
  await world.wake();
  await world.pass(2);
  const { rows } = world.sandbox.clio.state;
  const other = rows.matters.find(({ client_id }) => client_id !== marisol.clioId && client_id !== null)!;
  world.sandbox.control('clio.addTask', { name: 'File the motion', matter_id: marisol.matterId });
  world.sandbox.control('clio.addTask', { name: 'Not ours', matter_id: other.id });
  world.sandbox.control('clio.addNote', { contact_id: marisol.clioId, subject: 'Called', detail: 'She will come on Monday.' });
  world.sandbox.control('clio.addNote', { contact_id: ruth.clioId, subject: 'Not ours', detail: 'x' });
  world.sandbox.control('clio.addNote', { matter_id: marisol.matterId, subject: 'Strategy', detail: 'privileged' });
  await world.pass(3);
  expect((await listOf('clio', 'task', marisol.clioId)).map(({ title }) => title)).toContain('File the motion');
  expect((await listOf('clio', 'note', marisol.clioId)).map(({ title }) => title)).toContain('Called');
  expect((await listOf('clio', 'matter', marisol.clioId)).map(({ id }) => id)).toContain(String(marisol.matterId));
  const records = await world.db.read(['records'], (tx) => tx.objectStore('records').getAll());
  const tasks = records.filter(({ system, entity }) => system === 'clio' && entity === 'task');
  expect(tasks.every(({ list }) => list?.endsWith(`|of|${marisol.clioId}`))).toBe(true);
  const notes = records.filter(({ system, entity }) => system === 'clio' && entity === 'note');
  expect(notes.every(({ list }) => list?.endsWith(`|of|${marisol.clioId}`))).toBe(true);
});

test('notes of a matter are read only where somebody allowed it', async () => {
  const { marisol } = world.cast;
  await world.link(marisol.clioId, marisol.highlevelId);
  const matter = String(marisol.matterId);
  await world.switchOn((one) => ({ ...one, privilege: { matters: { [matter]: { notes: true } } } }));
  await world.openContact(marisol.clioId);
  await world.wake();
  world.sandbox.control('clio.addNote', { matter_id: marisol.matterId, subject: 'Allowed', detail: 'yes' });
  await world.pass(3);
  expect((await listOf('clio', 'note', `matter:${matter}`)).map(({ title }) => title)).toContain('Allowed');
});

test('a calendar entry stands under the linked person who is invited', async () => {
  const { marisol } = world.cast;
  await world.link(marisol.clioId, marisol.highlevelId);
  const { rows } = world.sandbox.clio.state;
  const like = rows.calendarEntries.find(({ attendees }) => attendees.length >= 0)!;
  const at = (ms: number) => new Date(world.sandbox.clock.now() + ms).toISOString();
  const entry = { ...structuredClone(like), id: 990_001, summary: 'Signing', start_at: at(86_400_000), end_at: at(90_000_000) };
  rows.calendarEntries.push({ ...entry, matter_id: null, attendees: [{ id: marisol.clioId, type: 'Contact' }] } as typeof like);
  await world.switchOn();
  await world.wake();
  await world.pass(2);
  expect((await listOf('clio', 'calendar-entry', marisol.clioId)).map(({ title }) => title)).toContain('Signing');
});

test('a click leaves at once while the first reading is on its way', async () => {
  const { marisol } = world.cast;
  await world.allowWriting();
  const key = await world.openContact(marisol.clioId);
  await world.screen('person');
  await world.switchOn();
  world.sandbox.faults.play({ fault: 'hangAfter', route: 'clio.contacts.list' });
  void world.wake();
  await world.until(() => world.sandbox.faults.pending().length === 0, 'the reading');
  await world.say('panel', 'note.add', { key, text: 'Not waiting' });
  await world.until(() => world.sandbox.highlevel.state.rows.notes.some(({ body }) => body === 'Not waiting'), 'the note');
  world.sandbox.control('release-faults', {});
});

test('when little is left of the day, the readings become seldom', async () => {
  await world.switchOn();
  await world.wake();
  await world.openContact(world.cast.nadia.clioId);
  await world.pass(6);
  const often = count('highlevel.search-contacts');
  await world.pass(20);
  const usual = count('highlevel.search-contacts') - often;
  world.sandbox.control('highlevel.setLimits', { daily: 200_000, used: 199_500 });
  await world.pass(4);
  const from = count('highlevel.search-contacts');
  await world.pass(40);
  expect(usual).toBeGreaterThan(8);
  expect(count('highlevel.search-contacts') - from).toBeLessThanOrEqual(4);
});

test.each([
  ['an hour', 60],
  ['a week', 7 * 24 * 60],
])('a clock that was %s ahead and is put right stops no reading', async (_, minutes) => {
  world.state.skew = minutes * MINUTE;
  await world.switchOn();
  await world.wake();
  world.state.skew = 0;
  const before = count('clio.contacts.list');
  await world.wake();
  expect(count('clio.contacts.list')).toBeGreaterThan(before);
});

test('what fails once the clock is put right waits before it is tried again', async () => {
  world.state.skew = 60 * MINUTE;
  await world.switchOn();
  await world.wake();
  world.state.skew = 0;
  const body = { error: { type: 'ForbiddenError', message: 'no' } };
  world.sandbox.faults.play({ fault: 'status', route: 'clio.contacts.list', code: 403, body, times: 'always' });
  const before = count('clio.contacts.list');
  for (let wakings = 0; wakings < 5; wakings += 1) await world.wake();
  expect(count('clio.contacts.list') - before).toBe(1);
});
