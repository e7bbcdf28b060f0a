// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Rule } from '../../lib/model/rule.ts';
import type { RulesView } from '../../lib/model/rules-view.ts';
import { usualPreferences } from '../../lib/model/settings-view.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, firm, firstRun, NOW, location as place } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeAll(async () => {
  await import('../../components/console/guide/GuidePage.tsx');
}, 60_000);
afterEach(background.reset);

const off = { clio: false, highlevel: false };
const writes = { clio: false, highlevel: true };
const both = (writing = off) => everyday({ connections: [place(), firm()], writing });

const listed = {
  data: [
    { id: 7, name: 'Nobody Reachable' },
    { id: 8, name: 'Ruth Calloway', email_addresses: [{ address: 'ruth@example.com', primary: true }] },
  ],
};

function open(view = both(), kept = '') {
  location.hash = '#/guide';
  const rules: RulesView = { now: NOW, writing: view.writing, rules: [], backfills: [] };
  const preferences = { ...usualPreferences(), guide: kept };
  background.answer('settings.view', () => ({ now: NOW, preferences, canBadge: true, regions: [] }));
  background.answer('settings.set', ({ guide }) => {
    preferences.guide = guide ?? preferences.guide;
    return undefined;
  });
  background.answer('rules.view', () => structuredClone(rules));
  const save = (rule: Rule) => {
    const row = { rule, state: { failures: 0 }, savedAt: NOW, runs: 0, waiting: 0, problems: [] };
    rules.rules = [...rules.rules.filter((one) => one.rule.id !== rule.id), row];
    return rule;
  };
  background.answer('rule.save', ({ rule }) => save(rule as Rule));
  background.answer('rule.switch', ({ rule, on }) => {
    save({ ...rules.rules.find((one) => one.rule.id === rule)!.rule, on });
    return undefined;
  });
  background.answer('operation.try', {
    call: { method: 'GET', url: '', headers: {} },
    status: 200,
    ms: 1,
    data: listed,
    cut: false,
  });
  background.answer('people.look', ({ link }) => ({ outlook: link.includes('|8|') ? 'new' : 'same' }));
  background.answer('rule.dry-run', ({ against }) => ({
    now: NOW,
    problems: [],
    cases:
      against === 'last-50' ? [] : [{ label: 'Ruth Calloway', system: 'clio', entity: 'contact', id: '8', at: NOW, steps: [] }],
    fired: 1,
    writes: 1,
    calls: 2,
  }));
  return { ...openConsole(view), preferences };
}
const current = () => document.querySelector('[aria-current="step"] h2')?.textContent;

test('after the installation one form connects both systems, the token first', async () => {
  const { user } = open(firstRun());
  await screen.findByRole('form', { name: 'Connect both systems' });
  await user.click(screen.getByRole('button', { name: 'Connect and check' }));
  expect(background.sent('connection.add-token')).toEqual([]);
  await user.type(screen.getByLabelText(/^Private Integration Token/), 'pit-1');
  await user.type(screen.getByLabelText(/Location ID/), 'loc1');
  await user.type(screen.getByLabelText(/^App key/), 'key');
  await user.type(screen.getByLabelText(/^App secret/), 'secret');
  await user.click(screen.getByRole('button', { name: 'Connect and check' }));
  expect(background.sent('connection.add-token')).toEqual([{ token: 'pit-1', locationId: 'loc1' }]);
  await vi.waitFor(() =>
    expect(background.sent('connection.sign-in')).toEqual([
      { system: 'clio', region: 'us', clientId: 'key', clientSecret: 'secret' },
    ]),
  );
}, 30_000);

test('a refused token opens no window of Clio, and what was typed stays', async () => {
  const { user } = open(firstRun());
  background.refuse('connection.add-token', 'bad-credentials');
  await user.type(await screen.findByLabelText(/^Private Integration Token/), 'pit-1');
  await user.type(screen.getByLabelText(/Location ID/), 'loc1');
  await user.type(screen.getByLabelText(/^App key/), 'key');
  await user.type(screen.getByLabelText(/^App secret/), 'secret');
  await user.click(screen.getByRole('button', { name: 'Connect and check' }));
  await screen.findByRole('alert');
  expect(background.sent('connection.sign-in')).toEqual([]);
  expect(screen.getByLabelText<HTMLInputElement>(/^App key/).value).toBe('key');
}, 30_000);

test('with both connected and checked it asks how far to go, and reading only goes on to the ready rules', async () => {
  const { user, preferences } = open();
  await user.click(await screen.findByRole('button', { name: 'Skip: Read only, or writing too' }));
  expect(await screen.findByRole('button', { name: 'Use this: New Clio contact to HighLevel' })).toBeTruthy();
  expect(background.sent('writing.set')).toEqual([]);
  expect(preferences.guide.split(',')).toContain('choose');
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
}, 30_000);

test('a picked rule is added off, plays by itself on people of Clio, and is switched on small', async () => {
  const { user } = open(both(writes));
  await user.click(await screen.findByRole('button', { name: 'Use this: New Clio contact to HighLevel' }));
  const act = await screen.findByRole('button', { name: 'Switch on “New Clio contact to HighLevel”' });
  expect(background.sent('rule.save')).toMatchObject([{ rule: { on: false } }]);
  // What came of it stays on the page while it is decided on.
  expect(screen.getAllByText(/Ruth Calloway/).length).toBeGreaterThan(0);
  expect(background.sent('rule.dry-run')).toHaveLength(3);
  await user.click(act);
  await screen.findByRole('heading', { name: /^Your first push/ });
  expect(background.sent('rule.save').at(-1)).toMatchObject({ rule: { pilot: { on: true, perDay: 10 } } });
  expect(background.sent('rule.switch')).toMatchObject([{ on: true }]);
}, 30_000);

test('the first push is one click on somebody for whom there is something to do', async () => {
  const link = `${firm().account}|8|${place().account}`;
  background.answer('people.act', { done: [{ link, name: 'Ruth Calloway', state: 'queued', acts: ['a1'] }] });
  background.answer('people.results', { acts: [{ id: 'a1', state: 'done' }] });
  const { user, preferences } = open(both(writes), 'seen,templates');
  const push = await screen.findAllByRole('button', { name: /^Push / });
  expect(push.map((one) => one.getAttribute('aria-label'))).toEqual(['Push Ruth Calloway']);
  expect(screen.getByText('Not in HighLevel')).toBeTruthy();
  await user.click(push[0]!);
  await vi.waitFor(() => expect(background.sent('people.act')).toEqual([{ act: 'send', links: [link] }]));
  background.changed();
  expect(await screen.findByRole('heading', { name: 'You are set up' })).toBeTruthy();
  expect(preferences.guide.split(',')).toContain('pushed');
}, 30_000);

test('whom somebody looks for is shown as they are, and what would change nothing can not be pressed', async () => {
  const { user } = open(both(writes), 'seen,templates');
  await screen.findByRole('button', { name: 'Push Ruth Calloway' });
  await user.type(screen.getByRole('searchbox', { name: 'Find somebody in Clio' }), 'Nobody');
  await user.click(screen.getByRole('button', { name: 'Find' }));
  const push = await screen.findByRole('button', { name: 'Push Nobody Reachable' });
  expect((push as HTMLButtonElement).disabled).toBe(true);
  expect(background.sent('operation.try').at(-1)).toMatchObject({ values: { query: 'Nobody' } });
}, 30_000);

test('somebody who could be one of several is not made a second time, and the guide says where to choose', async () => {
  const link = `${firm().account}|8|${place().account}`;
  background.answer('people.act', {
    done: [{ link, name: 'Ruth Calloway', state: 'failed', acts: [], error: 'duplicate-contact' }],
  });
  const { user } = open(both(writes), 'seen,templates');
  await user.click(await screen.findByRole('button', { name: 'Push Ruth Calloway' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Several people in HighLevel could be Ruth Calloway');
}, 30_000);

test('every step can be passed by, is kept so over a reload, and can be taken up again', async () => {
  const { user, preferences } = open(firstRun());
  for (let turn = 0; turn < 4; turn += 1) {
    const before = current();
    await user.click(await screen.findByRole('button', { name: /^Skip: / }));
    await vi.waitFor(() => expect(current()).not.toBe(before));
  }
  await user.click(await screen.findByRole('button', { name: /^Skip: Your first push/ }));
  expect(await screen.findByRole('heading', { name: 'You are set up' })).toBeTruthy();
  expect(preferences.guide.split(',').sort()).toEqual(['check', 'choose', 'connect', 'push', 'seen', 'templates']);
  await user.click(screen.getByRole('button', { name: 'Do it now: Connect both systems' }));
  expect(await screen.findByRole('form', { name: 'Connect both systems' })).toBeTruthy();
}, 30_000);

test('a step that needs an earlier one leads back to it', async () => {
  const { user } = open(both(), 'seen,choose,templates');
  await screen.findByText('This needs writing to be allowed.');
  await user.click(screen.getByRole('button', { name: 'Read only, or writing too' }));
  expect(await screen.findByRole('button', { name: 'Allow writing to HighLevel' })).toBeTruthy();
}, 30_000);
