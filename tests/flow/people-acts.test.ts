import { afterEach, beforeEach, expect, test } from 'vitest';
import { PEOPLE_AT_ONCE } from '../../lib/model/people-acts.ts';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { type ConsoleWorld, createConsoleWorld } from './asks-world.ts';

let world: ConsoleWorld;
beforeEach(async () => {
  world = await createConsoleWorld();
  await world.allowWriting();
});
afterEach(() => world.close());

const one = async (payload: Parameters<typeof world.say<'people.act'>>[2]) => {
  const [done] = (await world.say('console', 'people.act', payload)).done;
  return done!;
};
const linkTo = (clioId: number) => `${world.clio.account}|${clioId}|${world.location.account}`;
const states = async (acts: string[]) => (await world.say('console', 'people.results', { acts })).acts.map(({ state }) => state);
const settled = (acts: string[]) =>
  world.comes(async () => (await states(acts)).every((state) => state === 'done'), `the end of ${acts}`);

test('the console acts for a person it names, with no Clio tab on them, and tells what became of it', async () => {
  const done = await one({ act: 'tag', links: [world.link.key], tags: ['Console-Tag'] });
  expect(done).toMatchObject({ link: world.link.key, state: 'queued' });
  expect(done.name).toContain('Ruth');
  await settled(done.acts);
  expect(world.inHighLevel().tags).toContain('console-tag');
  const again = await one({ act: 'tag', links: [world.link.key], tags: ['Console-Tag'] });
  expect(again).toMatchObject({ state: 'skipped', acts: [] });
});

test('one that is refused stops nobody else', async () => {
  const links = [linkTo(999_999_999), world.link.key];
  const { done } = await world.say('console', 'people.act', { act: 'tag', links, tags: ['both'] });
  expect(done.map(({ state }) => state)).toEqual(['failed', 'queued']);
});

test('a push fills what HighLevel lacks and replaces nothing unless it was seen', async () => {
  world.inHighLevel().city = 'Elsewhere';
  const push = await one({ act: 'push', links: [world.link.key] });
  if (push.acts.length) await settled(push.acts);
  expect(world.inHighLevel().city).toBe('Elsewhere');
});

test('open tasks in HighLevel are completed, each as a click of its own', async () => {
  const open = () =>
    world.sandbox.highlevel.state.rows.tasks.filter((task) => task.contactId === world.ruth.highlevelId && !task.completed);
  await world.say('console', 'people.act', { act: 'tag', links: [world.link.key], tags: ['read-first'] });
  const before = open().length;
  const done = await one({ act: 'complete', links: [world.link.key] });
  expect(done.acts).toHaveLength(before);
  if (before) await settled(done.acts);
  expect(open()).toEqual([]);
});

test('unlinked, made known again by a link: the link leads where it was chosen to', async () => {
  const key = world.link.key;
  expect(await one({ act: 'unlink', links: [key] })).toMatchObject({ state: 'done' });
  expect(await world.reader.link(key)).toBeUndefined();
  expect(await one({ act: 'link', links: [key], highlevelId: world.ruth.highlevelId })).toMatchObject({ state: 'done' });
  expect(await world.reader.link(key)).toMatchObject({ highlevelId: world.ruth.highlevelId, by: 'person' });
  expect(await one({ act: 'link', links: [key], highlevelId: 'somebodyElse' })).toMatchObject({ state: 'skipped' });
  const told = (await world.say('console', 'activity.view', { filter: { link: key } })).rows.map(({ by, why }) => [by, why]);
  expect(told.slice(0, 2)).toEqual([
    ['person', 'linked'],
    ['person', 'unlinked'],
  ]);
});

test('with writing off nothing is queued', async () => {
  await world.say('console', 'writing.set', { system: 'highlevel', on: false });
  expect(await one({ act: 'tag', links: [world.link.key], tags: ['x'] })).toMatchObject({
    state: 'failed',
    error: 'writing-off',
  });
});

test('only the console may act for many, and only for so many a message', async () => {
  const payload = { act: 'unlink' as const, links: [world.link.key] };
  for (const from of ['page', 'panel'] as const)
    expect(await world.answerTo(from, 'people.act', payload)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  const links = Array.from({ length: PEOPLE_AT_ONCE + 1 }, (_, at) => linkTo(at));
  expect(await world.answerTo('console', 'people.act', { ...payload, links })).toMatchObject({ error: { code: 'bad-message' } });
  const other = await one({ act: 'unlink', links: ['eu:1|2|somewhere'] });
  expect(other).toMatchObject({ state: 'failed', error: 'not-connected' });
});

test('people are narrowed to linked and unlinked; the count for the rail opens nothing', async () => {
  await world.set(world.choice());
  await world.comes(world.isRead, 'the first reading');
  const ask = (show?: 'linked' | 'unlinked' | 'asks') =>
    world.say('console', 'people.view', { system: 'clio', account: world.clio.account, ...(show ? { show } : {}) });
  const linked = (await ask('linked')).rows;
  expect(linked.map(({ id }) => id)).toContain(String(world.ruth.clioId));
  expect(linked.every(({ links }) => links.length)).toBe(true);
  const unlinked = (await ask('unlinked')).rows;
  expect(unlinked.length).toBeGreaterThan(0);
  expect(unlinked.some(({ links }) => links.length)).toBe(false);
  expect(unlinked[0]?.url).toContain('app.clio.com');
  const { open } = await world.say('console', 'asks.count', {});
  expect(open).toBe((await world.say('console', 'asks.view', {})).count);
});

const outlook = async (clioId: number) => (await world.say('console', 'people.look', { link: linkTo(clioId) })).outlook;
const postsOf = () => world.sandbox.ledger.entries({ method: 'POST', path: '/contacts/' });

test('somebody whom a search did not find is made in HighLevel by one word, once', async () => {
  const { nadia } = cast;
  expect(await outlook(nadia.clioId)).toBe('new');
  expect(postsOf()).toEqual([]);
  const done = await one({ act: 'send', links: [linkTo(nadia.clioId)] });
  expect(done).toMatchObject({ state: 'queued', name: nadia.name });
  await settled(done.acts);
  expect(world.sandbox.highlevel.state.rows.contacts.filter(({ email }) => email === nadia.email)).toHaveLength(1);
  expect(postsOf()).toHaveLength(1);
  await world.comes(async () => (await outlook(nadia.clioId)) === 'same', 'the new contact read back');
  expect(await one({ act: 'send', links: [linkTo(nadia.clioId)] })).toMatchObject({ state: 'skipped' });
});

test('somebody who could be one of several is sent nowhere before a person has chosen', async () => {
  const { davidKim } = cast;
  expect(await outlook(davidKim.clioId)).toBe('several');
  expect(await one({ act: 'send', links: [linkTo(davidKim.clioId)] })).toMatchObject({
    state: 'failed',
    error: 'duplicate-contact',
  });
  expect(postsOf()).toEqual([]);
});

test('a rule is tried on somebody of whom nothing is stored yet, with the phone as it would leave', async () => {
  const { rules } = TEMPLATES.find(({ id }) => id === 'new-clio-contact')!;
  const { nadia } = cast;
  const before = world.sandbox.ledger.entries({ method: 'POST', path: '/contacts/' }).length;
  const dry = await world.say('console', 'rule.dry-run', { rule: rules[0]!, against: { link: linkTo(nadia.clioId) } });
  expect(dry).toMatchObject({ fired: 1, writes: 1 });
  const [step] = dry.cases[0]!.steps;
  expect(step?.fields?.find(({ field }) => field === 'phone')?.after).toBe(nadia.phone);
  expect(world.sandbox.ledger.entries({ method: 'POST', path: '/contacts/' })).toHaveLength(before);
});
