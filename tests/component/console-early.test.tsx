import { screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { bringPage } from '../../components/console/pages.tsx';
import { routeNow } from '../../components/console/use-hash.ts';
import { NOW, row } from './ask-fixtures.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';
import { busyHome } from './console-home-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(async () => {
  // Whatever was asked early is old now.
  background.changed();
  background.reset();
});

/** What the entrypoint does before it paints, at an address. */
async function begin(hash: string): Promise<void> {
  location.hash = hash;
  background.show(everyday());
  await bringPage(routeNow());
  await new Promise((go) => setTimeout(go, 0));
}

const answerPeople = () => background.answer('people.view', { now: NOW, rows: [row(0), row(1)], count: 2 });

test('Home is painted whole at once from what was asked early, and asks that only once', async () => {
  background.answer('home.view', ({ days, quick }) => busyHome(quick ? { tasks: [], quick } : {}, days));
  await begin('#/home');
  openConsole(everyday());
  expect(screen.getByRole('heading', { level: 1, name: '5 things need you.' })).toBeTruthy();
  expect(document.querySelector('main > .con-body > .skeleton'), 'nothing stands in for it').toBeNull();
  await waitFor(() => expect(background.sent('home.view')).toEqual([{ days: 30, quick: true }, { days: 30 }]));
});

test('People are on the page with its first paint, asked for once', async () => {
  answerPeople();
  await begin('#/people');
  openConsole(everyday());
  expect(screen.getByText('Person 1')).toBeTruthy();
  await new Promise((go) => setTimeout(go, 50));
  expect(background.sent('people.view')).toHaveLength(1);
});

test('an early answer is not shown once something changed: the page asks anew', async () => {
  answerPeople();
  await begin('#/people');
  background.answer('people.view', { now: NOW, rows: [row(7)], count: 1 });
  background.changed();
  openConsole(everyday());
  expect(screen.queryByText('Person 1')).toBeNull();
  expect(await screen.findByText('Person 7')).toBeTruthy();
});

test('an early question that failed is asked again, and the page says what is wrong', async () => {
  background.refuse('home.view', 'storage-unavailable');
  await begin('#/home');
  openConsole(everyday());
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(background.sent('home.view').length).toBeGreaterThan(1);
});

test('one person’s page asks for that person early', async () => {
  background.refuse('person.view', 'not-found');
  await begin(`#/people/${encodeURIComponent('us:1|2|loc')}`);
  expect(background.sent()).toEqual([{ link: 'us:1|2|loc' }]);
});
