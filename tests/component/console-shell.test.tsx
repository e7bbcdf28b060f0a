// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { background, openConsole } from './console-background.tsx';
import { everyday, firstRun } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

test('the rail marks the page that is shown, and the page is named in the title', async () => {
  openConsole(everyday());
  const rail = screen.getByRole('navigation', { name: 'Pages' });
  const link = within(rail).getByRole('link', { name: 'Connections' });
  expect(link.getAttribute('href')).toBe('#/connections');
  expect(link.getAttribute('aria-current')).toBe('page');
  expect(await screen.findByRole('heading', { level: 1, name: 'Connections' })).toBeTruthy();
  expect(document.title).toBe('Connections · Rankr');
});

test('an address that no page has shows the first page', async () => {
  location.hash = '#/no-such-page';
  openConsole(everyday());
  expect(await screen.findByRole('heading', { level: 1, name: 'Connections' })).toBeTruthy();
});

test('the skip button takes the focus past the rail', async () => {
  const { user } = openConsole(everyday());
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Skip to the page');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test('until the first answer there is a skeleton that says what is coming', () => {
  openConsole(undefined);
  expect(screen.getByRole('status').textContent).toBe('Connections');
  expect(screen.queryByRole('button', { name: 'Connect' })).toBeNull();
});

test('when the page cannot be read it says so and asks again on request', async () => {
  const { user } = openConsole('unexpected');
  expect(await screen.findByText('This page could not be read')).toBeTruthy();
  background.show(firstRun());
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: /^Welcome/ })).toBeTruthy();
});

test('a change in the store is painted without a reload', async () => {
  openConsole(firstRun());
  await screen.findByText('No location connected yet');
  background.show(everyday(), true);
  expect(await screen.findByText('1 location')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: /^Welcome/ })).toBeNull();
});
