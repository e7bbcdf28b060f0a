import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportPage } from '../../lib/model/activity-export.ts';
import { askKey } from '../../lib/model/ask.ts';
import { type ConsoleWorld, createConsoleWorld } from './asks-world.ts';

let world: ConsoleWorld;
beforeEach(async () => {
  world = await createConsoleWorld();
});
afterEach(() => world.close());

const pairOf = async () => {
  const [pair] = (await world.say('console', 'sync.view', {})).pairs;
  if (!pair) throw new Error('no pair');
  return pair;
};

test('switched on by the console: from now on, every linked person is read, and the page tells how it goes', async () => {
  expect((await pairOf()).choice.on).toBe(false);
  const before = world.now();
  await world.set({ ...world.choice(), since: 1 });
  await world.comes(world.isRead, 'the first reading');
  await pairOf();
  await world.comes(async () => (await pairOf()).users.clio.length, 'the users');
  const pair = await pairOf();
  expect(pair.choice.on).toBe(true);
  expect(pair.choice.since).toBeGreaterThanOrEqual(before);
  expect(pair).toMatchObject({ linked: expect.any(Number), clio: { id: world.clio.id }, location: { id: world.location.id } });
  expect(pair.users.clio.map(({ name }) => name)).toContain('Priya Nair');
  expect(pair.users.highlevel.map(({ name }) => name)).toContain('Priya Nair');
  expect(pair.customFields.clio.length).toBeGreaterThan(0);
  expect(pair.calendars.highlevel.length).toBeGreaterThan(0);
  expect(pair.sources.map(({ id }) => id)).toEqual(expect.arrayContaining(['clio.contacts', 'highlevel.contacts']));
  expect(pair.fields.contact.find(({ id }) => id === 'company')).toMatchObject({ directions: ['off', 'to-highlevel'] });
  expect(pair.people.map(({ id }) => id)).toContain(String(world.ruth.clioId));
  const since = pair.choice.since;
  await world.pass(1);
  await world.set({ ...pair.choice, since: 5 });
  expect((await pairOf()).choice.since, 'it was on already').toBe(since);
});

test('a conflict is shown with both values, answered, and written', async () => {
  await world.allowWriting();
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
  world.inClio().last_name = 'Bergeron-Clio';
  world.inClio().updated_at = new Date(world.sandbox.clock.now()).toISOString();
  world.inHighLevel().lastName = 'Bergeron-HighLevel';
  world.inHighLevel().dateUpdated = new Date(world.sandbox.clock.now()).toISOString();
  await world.say('console', 'reconcile.run', {});
  await world.comes(async () => (await world.asksOf('conflict')).length, 'the question');
  const [ask] = await world.asksOf('conflict');
  expect(ask?.body.fields).toMatchObject([{ id: 'lastName', clio: 'Bergeron-Clio', highlevel: 'Bergeron-HighLevel' }]);
  expect(Object.keys(ask?.urls ?? {})).toEqual(expect.arrayContaining([String(world.ruth.clioId), world.ruth.highlevelId]));
  await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'clio' } });
  await world.comes(() => world.inHighLevel().lastName === 'Bergeron-Clio', 'the winner');
  await world.comes(async () => (await world.say('console', 'home.view', {})).outbox.queued === 0, 'the end of the write');
  const { rows } = await world.say('console', 'activity.view', { filter: { link: world.link.key } });
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ask', 'answer', 'write']));
  expect(rows.find(({ kind }) => kind === 'answer')?.body.losers).toEqual([
    { field: 'lastName', side: 'highlevel', value: 'Bergeron-HighLevel' },
  ]);
  const page = await world.say('console', 'activity.export', { filter: {} });
  expect(page.day).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(exportPage(page.rows, 'csv', true)).toContain('Bergeron-HighLevel');
});

test('a contact deleted in HighLevel is asked about after the second look; unlinked, it is left alone', async () => {
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
  const { rows } = world.sandbox.highlevel.state;
  rows.contacts.splice(rows.contacts.indexOf(world.inHighLevel()), 1);
  await world.say('console', 'reconcile.run', { clio: world.clio.id });
  await world.comes(async () => (await world.asksOf('vanished')).length, 'the question');
  const [ask] = await world.asksOf('vanished');
  expect(ask).toMatchObject({ link: world.link.key, body: { side: 'highlevel', offers: expect.arrayContaining(['unlink']) } });
  await world.comes(async () => (await pairOf()).lastReconcile, 'the report');
  expect((await pairOf()).lastReconcile?.missing).toMatchObject([{ link: world.link.key, side: 'highlevel' }]);
  await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'unlink' } });
  await world.pass(2);
  expect(await world.reader.link(world.link.key)).toBeUndefined();
  expect(world.inClio()).toBeDefined();
  expect(await world.answerTo('console', 'person.view', { link: world.link.key })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});

test('the panel answers for the person it shows, and for nobody else', async () => {
  const put = (link: string) => ({
    key: askKey.conflict(link, 'contact'),
    ...{
      kind: 'conflict' as const,
      link,
      clioAccount: world.clio.account,
      locationId: world.location.account,
      entity: 'contact' as const,
    },
    body: { label: 'x', clioId: '1', fields: [], offers: ['keep-both' as const] },
  });
  const other = world.link.key.replace(String(world.ruth.clioId), '12345');
  await world.apply({ at: world.now(), asks: [{ put: put(world.link.key) }, { put: put(other) }] }, 'pull');
  await world.openContact(world.ruth.clioId);
  await world.screen('person');
  const answer = { offer: 'keep-both' as const };
  expect(await world.answerTo('panel', 'ask.answer', { key: askKey.conflict(other, 'contact'), answer })).toMatchObject({
    error: { code: 'subject-changed' },
  });
  expect(await world.answerTo('panel', 'item.recall', { pair: `${other}|note|1` })).toMatchObject({
    error: { code: 'subject-changed' },
  });
  expect(await world.answerTo('panel', 'ask.answer', { key: askKey.conflict(world.link.key, 'contact'), answer })).toMatchObject({
    ok: true,
  });
});

test('a pushed note is recalled, and stays away', async () => {
  await world.allowWriting();
  const { clio, highlevel } = world.sandbox;
  const noteId = String(clio.state.rows.notes.find(({ contact_id }) => contact_id === world.ruth.clioId)?.id);
  const key = await world.openContact(world.ruth.clioId);
  await world.until(async () => (await world.screen('person')).person.notes.some(({ clioId }) => clioId === noteId), 'the note');
  await world.say('panel', 'note.push', { key: `${key}>${world.ruth.highlevelId}`, noteId, held: false });
  await world.settled();
  const there = () => highlevel.state.rows.notes.filter(({ contactId }) => contactId === world.ruth.highlevelId).length;
  const before = there();
  const page = await world.say('console', 'person.view', { link: world.link.key });
  const pair = page.pairs.find(({ entity, clioId }) => entity === 'note' && clioId === noteId);
  const { left } = await world.say('console', 'item.recall', { pair: pair!.key });
  expect(left.length).toBeGreaterThan(0);
  await world.until(() => there() === before - 1, 'the note to go');
  await world.set({
    ...world.choice(),
    entities: { ...world.choice().entities, note: { direction: 'both', policy: 'ask', create: true, fields: {} } },
  });
  await world.pass(6);
  expect(there()).toBe(before - 1);
  expect(await world.asksOf('vanished')).toEqual([]);
});

test('the first page and the lists of people come from the store alone', async () => {
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
  await world.pass(2);
  const before = world.calls();
  const home = await world.say('console', 'home.view', {});
  expect(home).toMatchObject({ syncing: 1 });
  expect(home.linked).toBeGreaterThan(0);
  expect(home.connections.map(({ ok }) => ok)).toEqual([true, true]);
  expect(home.days).toHaveLength(30);
  expect(home.by.person, 'the switch').toBeGreaterThan(0);
  expect(home.notes.every(({ person }) => person !== '')).toBe(true);
  const people = await world.say('console', 'people.view', { system: 'highlevel', account: world.location.account });
  expect(people.rows).toHaveLength(Math.min(50, people.count));
  expect(people.count).toBe(home.people.highlevel);
  const next = await world.say('console', 'people.view', {
    system: 'highlevel',
    account: world.location.account,
    after: people.after,
  });
  expect(next.rows.map(({ id }) => id).filter((id) => people.rows.some((one) => one.id === id))).toEqual([]);
  const found = await world.say('console', 'people.view', {
    system: 'clio',
    account: world.clio.account,
    query: world.inClio().name.slice(0, 6),
  });
  expect(found.rows.map(({ id }) => id)).toContain(String(world.ruth.clioId));
  expect(found.rows.find(({ id }) => id === String(world.ruth.clioId))?.links).toEqual([world.link.key]);
  expect(world.calls()).toBe(before);
});

test('a list that cannot be read is not asked for in a circle while the page is open', async () => {
  world.sandbox.faults.play({ fault: 'status', route: 'clio.users.list', code: 500, times: 'always' });
  const before = world.calls();
  for (let turn = 0; turn < 20; turn += 1) {
    await pairOf();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(world.calls() - before).toBeLessThan(12);
});

test('with two-way sync off there is nothing to reconcile, and the button is told so', async () => {
  expect(await world.answerTo('console', 'reconcile.run', {})).toMatchObject({ ok: false, error: { code: 'not-connected' } });
});
