import { act, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MessageType } from '../../lib/messages/protocol.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, firm, NOW, location as place } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  location.hash = '#/people';
});
afterEach(() => {
  background.reset();
  vi.restoreAllMocks();
});

const PAGES = ['home', 'needs-you', 'people', 'rules', 'activity', 'mappings', 'catalogue', 'privacy', 'settings', 'guide'];
const signedOut = () =>
  everyday({
    connections: [place(), firm({ state: 'reconnect', reason: 'signed-out', since: NOW, name: 'Harbour & Lane LLP' })],
  });
const network = (on: boolean) => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(on);
  act(() => void dispatchEvent(new Event(on ? 'online' : 'offline')));
};

test.each(PAGES)('an account that is signed out is named on the page %s, with the way to sign in', async (page) => {
  location.hash = `#/${page}`;
  openConsole(signedOut());
  const link = await screen.findByRole('link', { name: 'Sign in again' });
  expect(link.getAttribute('href')).toBe('#/connections');
  expect(link.closest('[role=status]')?.textContent).toContain('Clio: Harbour & Lane LLP');
});

test('the page of the connections says it by each of them, and not twice', async () => {
  location.hash = '#/connections';
  openConsole(signedOut());
  await screen.findByRole('heading', { level: 2, name: 'HighLevel' });
  expect(screen.queryByRole('link', { name: 'Sign in again' })).toBeNull();
});

test('no network is said as long as there is none, on every page', async () => {
  openConsole(everyday());
  await screen.findByRole('heading', { level: 1, name: 'People' });
  expect(screen.queryByText('No network')).toBeNull();
  network(false);
  await waitFor(() =>
    expect(screen.getByText('No network').closest('[role=status]')?.textContent).toContain('is kept and goes out'),
  );
  act(() => {
    location.hash = '#/settings';
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
  expect(screen.getByText('No network')).toBeTruthy();
  network(true);
  await waitFor(() => expect(screen.queryByText('No network')).toBeNull());
});

test.each(PAGES.filter((page) => page !== 'catalogue'))('the page %s says that it is loading', async (page) => {
  const asked = [
    'home.view',
    'asks.view',
    'people.view',
    'rules.view',
    'activity.view',
    'sync.view',
    'privacy.view',
    'settings.view',
  ];
  for (const message of asked) background.hold(message as MessageType);
  location.hash = `#/${page}`;
  openConsole(undefined);
  const said = () => screen.getAllByRole('status').map((one) => one.textContent);
  // The page's code has come: what loads now is what it shows.
  await screen.findByRole('heading', { level: 1 }, { timeout: 4000 });
  expect(said()).toContain({ rules: 'Rules', guide: 'Set up Rankr' }[page] ?? 'Loading');
});
