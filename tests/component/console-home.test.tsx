// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HomeView } from '../../lib/model/console-home.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';
import { busyHome, MARISOL, quietHome } from './console-home-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  location.hash = '#/home';
  background.answer('home.view', ({ days }) => busyHome({}, days));
});
afterEach(background.reset);

const open = (view?: HomeView) => {
  if (view) background.answer('home.view', view);
  return openConsole(everyday());
};
/** A card by its heading; waits for the page's code and its answer. */
const card = async (name: string) => within(await screen.findByRole('region', { name }, { timeout: 5000 }));
const rows = async (name: string) => (await (await card(name)).findAllByRole('listitem')).map((one) => one.textContent);

test.each<[string, Partial<HomeView>]>([
  ['5 things need you.', {}],
  ['One thing needs you.', { asks: 1, outbox: { queued: 0, needsYou: 0, failed: 0 } }],
  ['All is in step.', { asks: 0, needs: [], outbox: { queued: 0, needsYou: 0, failed: 0 } }],
])('the headline tells how it goes: %s', async (words, over) => {
  open(busyHome(over));
  expect(await screen.findByRole('heading', { level: 1, name: words }, { timeout: 5000 })).toBeTruthy();
});

test('an account that is signed out comes before everything else', async () => {
  const { connections } = busyHome();
  open(busyHome({ connections: [connections[0]!, { ...connections[1]!, ok: false, reason: 'signed-out' }] }));
  await screen.findByRole('heading', { level: 1, name: 'One account needs you to sign in again.' }, { timeout: 5000 });
  const [first] = await rows('Connections');
  expect(first).toContain('Harbour & Lane Law');
  expect(first).toContain('sign in');
});

test('the figures tell people, what was done, what waits and what stopped', async () => {
  open();
  const facts = (await screen.findAllByRole('term', {}, { timeout: 5000 })).map(
    (term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`,
  );
  expect(facts).toEqual([
    'Linked people: 1,284of 2,310 in Clio and 4,188 in HighLevel',
    'Done today: 12 did not go through',
    'On the way out: 2leaving in a moment',
    'Stopped writes: 2wait for you',
  ]);
});

test('limits are meters with the calls in words', async () => {
  open();
  const limits = await card('Connections');
  const meter = limits.getByLabelText('Calls used by Harbour & Lane LLP');
  expect([meter.getAttribute('value'), meter.getAttribute('max')]).toEqual(['18', '50']);
  expect(limits.getByText('7 of 100 calls · 184,211 left today')).toBeTruthy();
});

test('the chart has a sentence and a table beside it, newest day first', async () => {
  open();
  const chart = await card('Activity');
  const summary = '60 done and 2 that did not go through in 30 days. Most on Fri 20 Nov, 31 done.';
  expect(chart.getAllByText(summary).length).toBe(2);
  const table = await chart.findByRole('table', { name: 'Activity by day' });
  const [, newest] = within(table).getAllByRole('row');
  expect(newest?.textContent).toBe('Today12');
  expect(within(table).getAllByRole('row')).toHaveLength(31);
});

test('another span is asked for, what is shown stays until it is there, and the focus too', async () => {
  const { user } = open();
  await card('Activity');
  const choice = screen.getByRole('radio', { name: '90 days' });
  const go = background.hold('home.view');
  await user.click(choice);
  await vi.waitFor(() => expect(background.sent('home.view').at(-1)).toEqual({ days: 90 }));
  expect(screen.getByRole('region', { name: 'Tasks due' })).toBeTruthy();
  go();
  await screen.findAllByText(/in 90 days/);
  expect(document.activeElement).toBe(choice);
});

test('tasks are listed with when, whose and where; the rest comes on request', async () => {
  const { user } = open();
  const tasks = await card('Tasks due');
  expect((await rows('Tasks due'))[0]).toBe('Send retainer agreementHighLevelOverdue · Fri 20 Nov · Marisol Ortega-Whitfield');
  expect(tasks.getAllByRole('listitem')).toHaveLength(5);
  const [link] = tasks.getAllByRole('link', { name: 'Marisol Ortega-Whitfield' });
  expect(link?.getAttribute('href')).toBe(`#/people/${encodeURIComponent(MARISOL)}`);
  await user.click(tasks.getByRole('button', { name: 'Show all 6' }));
  expect(tasks.getAllByRole('listitem')).toHaveLength(6);
  await user.click(tasks.getByRole('button', { name: 'Show fewer' }));
  expect(tasks.getAllByRole('listitem')).toHaveLength(5);
});

test('notes, appointments, leads, runs and questions are there', async () => {
  open();
  expect((await rows('Newest notes'))[0]).toContain('Prefers to be called after 4 pm.');
  expect((await rows('Upcoming appointments'))[0]).toContain('Tue 24 Nov, 15:00');
  const leads = await card('Leads');
  expect(within(leads.getByRole('list', { name: 'New' })).getByRole('link').textContent).toBe('Jamie Lindqvist');
  expect(within(leads.getByRole('list', { name: 'Untouched for two weeks' })).getByText('24 days ago')).toBeTruthy();
  expect(await rows('Last runs')).toEqual([
    'Clio read: Harbour & Lane LLP2 min agonext in 3 min',
    'HighLevel read: Harbour & Lane Law1 min agoThey asked for a pause. Rankr goes on by itself.',
    'Both compared: Harbour & Lane LLP10 hours ago3 people differ',
  ]);
  expect(await rows('Needs you')).toEqual([
    'Changed on both sidesMarisol Ortega-Whitfield',
    'Who is this?David S. Kim',
    '2 writes stopped',
  ]);
  expect((await card('Needs you')).getByText('and 1 more')).toBeTruthy();
});

test('who did what: by whom, by location, by person, by staff member', async () => {
  open();
  const who = await card('Who did what');
  expect(
    within(who.getByRole('region', { name: 'By whom' }))
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(['Two-way sync311', 'Click96']);
  expect(
    within(who.getByRole('region', { name: 'What was written' }))
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(['Contacts300', 'Appointments68', 'Tasks12', 'Other2']);
  const cells = (name: string) =>
    within(who.getByRole('table', { name }))
      .getAllByRole('row')
      .map((one) => one.textContent);
  expect(cells('By location')).toEqual(['NameDoneNot through', 'Harbour & Lane Law3884']);
  expect(cells('By person')).toEqual(['NameDoneNot through', 'Marisol Ortega-Whitfield312']);
  expect(cells('By staff member')).toEqual([
    'NameNotesTasks doneAppointments',
    'Priya Shah HighLevel1469',
    'Priya Shah Clio1,2035–not told',
  ]);
});

test('the figures are painted before the lists are read', async () => {
  const answered = Promise.withResolvers<HomeView>();
  background.answer('home.view', ({ quick }) => (quick ? quietHome({ quick: true, linked: 77 }) : (answered.promise as never)));
  open();
  expect(await screen.findByText('77', {}, { timeout: 5000 })).toBeTruthy();
  expect((await card('Tasks due')).getByRole('status').textContent).toBe('Loading');
  answered.resolve(busyHome());
  expect((await rows('Tasks due'))[0]).toContain('Send retainer agreement');
  expect(background.sent('home.view')).toEqual([{ days: 30, quick: true }, { days: 30 }]);
});

test('it asks again when the store changed', async () => {
  open(busyHome());
  await card('Activity');
  background.answer('home.view', busyHome({ linked: 1285 }));
  background.changed();
  expect(await screen.findByText('1,285')).toBeTruthy();
});

test('without a connection it shows the way in', async () => {
  open(quietHome({ connections: [] }));
  const way = await screen.findByRole('link', { name: 'Set up Rankr' }, { timeout: 5000 });
  expect(way.getAttribute('href')).toBe('#/guide');
});

test('a page that cannot be read says why and tries again', async () => {
  background.refuse('home.view', 'storage-unavailable');
  const { user } = open();
  expect((await screen.findByRole('alert', {}, { timeout: 5000 })).textContent).toContain('The browser lets Rankr store nothing');
  background.accept('home.view');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await card('Tasks due')).toBeTruthy();
});

test.each<[string, HomeView, 'light' | 'dark']>([
  ['a busy firm', busyHome(), 'light'],
  ['a busy firm', busyHome(), 'dark'],
  ['nothing yet', quietHome(), 'light'],
  ['a full disk', quietHome({ storage: 'storage-full' }), 'dark'],
])(
  'axe finds nothing on Home: %s, %#',
  async (_name, view, theme) => {
    document.documentElement.dataset.theme = theme;
    open(view);
    await card('Tasks due');
    const { violations, passes } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
  },
  20_000,
);
