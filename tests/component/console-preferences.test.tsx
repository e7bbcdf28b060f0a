// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { followAppearance } from '../../components/appearance.ts';
import { clockWords, writeDatesAs } from '../../components/ui/time.ts';
import { type Preferences, type SettingsView, usualPreferences } from '../../lib/model/settings-view.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, NOW } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(() => {
  background.reset();
  writeDatesAs(undefined);
  delete document.documentElement.dataset.theme;
});

const viewOf = (more: Partial<Preferences> = {}, canBadge = true): SettingsView => ({
  now: NOW,
  preferences: { ...usualPreferences(), ...more },
  canBadge,
  regions: [{ id: 'clio:us:77', name: 'Harbour Lane PC', system: 'clio', country: 'CA', timeZone: 'America/Vancouver' }],
});

async function open(view = viewOf()) {
  background.answer('settings.view', view);
  location.hash = '#/settings';
  const opened = openConsole(everyday());
  await screen.findByRole('group', { name: 'Theme' }, { timeout: 5000 });
  return opened;
}

test('theme, side, opening, width, dates and badge are each kept at once', async () => {
  const { user } = await open(viewOf({ width: 500 }));
  await user.click(within(screen.getByRole('group', { name: 'Theme' })).getByRole('radio', { name: 'Dark' }));
  await user.click(within(screen.getByRole('group', { name: 'Side' })).getByRole('radio', { name: 'Left' }));
  await user.click(screen.getByRole('radio', { name: 'Only when I open it' }));
  await user.click(screen.getByRole('button', { name: 'Back to the usual width' }));
  await user.selectOptions(screen.getByLabelText('Dates and times'), 'en-US');
  await user.click(screen.getByRole('switch', { name: 'Number on the toolbar icon' }));
  expect(background.sent('settings.set')).toEqual([
    { theme: 'dark' },
    { side: 'left' },
    { opens: 'never' },
    { width: 384 },
    { dates: 'en-US' },
    { badge: false },
  ]);
  expect(await screen.findByText('Saved')).toBeTruthy();
});

test('a browser without numbers on icons says so', async () => {
  await open(viewOf({}, false));
  const badge = screen.getByRole<HTMLButtonElement>('switch', { name: 'Number on the toolbar icon' });
  expect(badge.disabled).toBe(true);
  expect(screen.getByText('This browser cannot show a number on the icon.')).toBeTruthy();
});

test('each account says whose numbers and which days it takes for granted', async () => {
  await open();
  expect(screen.getByRole('row', { name: /Harbour Lane PC Clio Canada America\/Vancouver/ })).toBeTruthy();
});

test('a failed choice says why', async () => {
  background.refuse('settings.set', 'storage-full');
  const { user } = await open();
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test('axe finds nothing', async () => {
  await open();
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 150)).join(' | ')}`)).toEqual([]);
});

test('a page wears the theme and the dates that were chosen, and follows when they change', async () => {
  const root = document.documentElement;
  let tell: (changes: Record<string, { newValue?: unknown }>) => void = () => undefined;
  await followAppearance(root, {
    local: { get: async () => ({ 'ui.theme': 'dark', 'ui.dates': 'en-US' }) },
    onChanged: {
      addListener: (listener) => {
        tell = listener;
      },
    },
  });
  expect(root.dataset.theme).toBe('dark');
  expect(clockWords(Date.parse('2026-11-22T15:05:00Z'), 'UTC')).toMatch(/^0?3:05\sPM$/);
  tell({ 'panel.side': { newValue: 'left' } });
  expect(root.dataset.theme).toBe('dark');
  tell({ 'ui.theme': { newValue: 'system' }, 'ui.dates': { newValue: 'auto' } });
  expect(root.dataset.theme).toBeUndefined();
  expect(clockWords(Date.parse('2026-11-22T15:05:00Z'), 'UTC')).toBe('15:05');
  tell({ 'ui.theme': { newValue: '"><img>' } });
  expect(root.dataset.theme).toBeUndefined();
});

test('a storage that cannot be read leaves the usual look', async () => {
  const broken = { local: { get: () => Promise.reject(new Error('no disk')) }, onChanged: { addListener: () => undefined } };
  await followAppearance(document.documentElement, broken);
  expect(document.documentElement.dataset.theme).toBeUndefined();
});
