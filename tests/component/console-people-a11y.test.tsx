import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ALL_ASKS, asksView, conflict, LINK, NOW, personView, row, stuck } from './ask-fixtures.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  background.answer('asks.count', { open: 6, stopped: 1 });
  background.answer('asks.view', asksView(ALL_ASKS, [stuck()]));
  background.answer('people.view', { now: NOW, rows: [row(1), row(2, { links: [], kind: 'company' })], count: 2 });
  background.answer('person.view', personView({ asks: [conflict()], waiting: [stuck()] }));
});
afterEach(() => {
  document.documentElement.removeAttribute('data-theme');
  background.reset();
});

/** Colours need a layout, which happy-dom has not. */
const faults = async () => {
  const { violations, passes } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(passes.length).toBeGreaterThan(10);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
};

const PAGES: [string, string, string][] = [
  ['needs you', '#/needs-you', 'Needs you'],
  ['people', '#/people', 'People'],
  ['one person', `#/people/${encodeURIComponent(LINK)}`, 'Marisol Ortega-Whitfield'],
];
test.each(PAGES.flatMap((page) => (['light', 'dark'] as const).map((theme) => [theme, ...page] as const)))(
  'axe finds nothing, %s: %s',
  async (theme, _name, hash, heading) => {
    document.documentElement.setAttribute('data-theme', theme);
    location.hash = hash;
    openConsole(everyday());
    await screen.findByRole('heading', { level: 1, name: heading });
    if (hash === '#/people') await screen.findByText('Person 1');
    if (hash === '#/needs-you') await screen.findAllByRole('option');
    expect(await faults()).toEqual([]);
  },
  20_000,
);

test('axe finds nothing in each kind of question', async () => {
  location.hash = '#/needs-you';
  const { user } = openConsole(everyday());
  for (const option of await screen.findAllByRole('option')) {
    await user.click(option);
    expect(await faults()).toEqual([]);
  }
}, 30_000);

test('axe finds nothing in the dialogs of an act', async () => {
  location.hash = '#/people';
  const { user } = openConsole(everyday());
  await user.click(await screen.findByRole('checkbox', { name: 'Select Person 1' }));
  await user.click(screen.getByRole('button', { name: 'Add tags' }));
  await screen.findByRole('dialog');
  expect(await faults()).toEqual([]);
}, 20_000);
