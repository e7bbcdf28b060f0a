// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import type { ConnectionsView } from '../../lib/model/console.ts';
import { background, openConsole } from './console-background.tsx';
import { crowded, everyday, firm, firstRun, location, MISSING_RIGHTS, NOW } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

/** Colours need a layout, which happy-dom has not; the tour's pictures are looked at for that. */
const faults = async () => {
  const { violations, passes } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(passes.length).toBeGreaterThan(10);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
};

const VIEWS: [string, ConnectionsView][] = [
  ['first run', firstRun()],
  ['everyday', everyday()],
  ['crowded', crowded()],
  ['a failed sign-in', firstRun({ signIn: { system: 'clio', state: 'failed', code: 'sign-in-state', at: NOW } })],
  [
    'trouble',
    everyday({
      storage: 'storage-full',
      missingHosts: ['https://app.clio.com/*'],
      connections: [
        location({ rights: MISSING_RIGHTS, keyAgeDays: 91 }),
        firm({ state: 'reconnect', reason: 'signed-out', since: NOW }),
      ],
    }),
  ],
];
test.each(VIEWS)(
  'axe finds nothing in the view: %s',
  async (_name, view) => {
    openConsole(view);
    await screen.findByRole('heading', { level: 2, name: 'HighLevel' });
    expect(await faults()).toEqual([]);
  },
  20_000,
);

test('axe finds nothing in an open menu, a dialog and a form with errors', async () => {
  const { user } = openConsole(everyday());
  await user.click(await screen.findByRole('button', { name: 'More for Harbour & Lane Law' }));
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole('menuitem', { name: 'Disconnect and erase' }));
  await screen.findByRole('dialog');
  expect(await faults()).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Connect another location' }));
  await user.click(screen.getByRole('button', { name: 'Connect' }));
  expect(await faults()).toEqual([]);
}, 20_000);

test('a dialog gives the focus back to where it was opened', async () => {
  const { user } = openConsole(everyday());
  const opener = await screen.findByRole('button', { name: 'Erase everything' });
  await user.click(opener);
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  await vi.waitFor(() => expect(document.activeElement).toBe(opener));
});

test('HTML in a name or an answer is shown as text', async () => {
  const evil = '<img src=x onerror="globalThis.hit = 1">';
  openConsole(
    everyday({
      signIn: { system: 'highlevel', state: 'failed', code: 'sign-in-refused', detail: evil, at: NOW },
      connections: [location({ name: evil, userName: evil }), firm({ name: evil })],
    }),
  );
  expect((await screen.findAllByRole('article', { name: evil })).length).toBe(2);
  expect(document.querySelector('img')).toBeNull();
});
