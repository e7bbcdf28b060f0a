// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, firm, firstRun, NOW, location as place } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeAll(async () => {
  await import('../../components/console/guide/GuidePage.tsx');
}, 60_000);
afterEach(background.reset);

const open = (view = everyday()) => {
  location.hash = '#/guide';
  background.answer('rules.view', { now: NOW, writing: view.writing, rules: [], backfills: [] });
  background.answer('rule.templates', [...TEMPLATES]);
  return openConsole(view);
};

test('after the installation the guide begins with connecting', async () => {
  const { user } = open(firstRun());
  await user.click(await screen.findByRole('button', { name: 'Connect' }));
  expect(location.hash).toBe('#/connections');
}, 30_000);

test('with both connected and checked it asks how far to go, and reading only goes on to the ready rules', async () => {
  const { user } = open(everyday({ connections: [place(), firm()], writing: { clio: false, highlevel: false } }));
  await user.click(await screen.findByRole('button', { name: 'Read only' }));
  expect(await screen.findByRole('button', { name: 'Use “New Clio contact to HighLevel”' })).toBeTruthy();
  expect(background.sent('writing.set')).toEqual([]);
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
}, 30_000);

test('whoever wants no rules is done after writing is chosen', async () => {
  const { user } = open(everyday({ connections: [place(), firm()], writing: { clio: false, highlevel: true } }));
  await user.click(await screen.findByRole('button', { name: 'Without rules' }));
  expect(await screen.findByRole('heading', { name: 'Your first push' })).toBeTruthy();
}, 30_000);
