// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';
import { logRow, logView } from './console-home-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  location.hash = '#/activity';
  background.answer('activity.view', logView());
});
afterEach(() => {
  background.reset();
  vi.restoreAllMocks();
});

const open = () => openConsole(everyday());
const row = (name: RegExp) => screen.findByRole('button', { name }, { timeout: 5000 });

test('the export saves what the filter lets through as a file', async () => {
  const saved: { name: string; text: Promise<string> }[] = [];
  let blob: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((one) => {
    blob = one as Blob;
    return 'blob:here';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: blob!.text() });
  });
  background.answer('activity.export', ({ format }) => ({
    name: `rankr-activity-2026-11-22.${format}`,
    type: format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json',
    text: 'seq,at\r\n',
  }));
  const { user } = open();
  await row(/^09:57/);
  await user.selectOptions(screen.getByRole('combobox', { name: 'By whom' }), 'Click');
  await user.click(screen.getByRole('button', { name: 'Export CSV' }));
  expect(await screen.findByText('rankr-activity-2026-11-22.csv was saved.')).toBeTruthy();
  expect(background.sent('activity.export')).toEqual([{ format: 'csv', filter: { by: 'click' } }]);
  expect(saved.map(({ name }) => name)).toEqual(['rankr-activity-2026-11-22.csv']);
  expect(await saved[0]!.text).toContain('seq,at\r\n');
});

test('an export that fails says why', async () => {
  background.refuse('activity.export', 'storage-unavailable');
  const { user } = open();
  await row(/^09:57/);
  await user.click(screen.getByRole('button', { name: 'Export JSON' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Not exported: The browser lets Rankr store nothing');
});

test('older rows come page by page, and new ones stand on top without a gap', async () => {
  const page = (from: number, more: boolean) =>
    logView(
      [0, 1, 2].map((at) => logRow(from - at, 200 - from + at, { body: { label: `row ${from - at}` } })),
      { more },
    );
  background.answer('activity.view', ({ before }) => (before === undefined ? page(100, true) : page(97, false)));
  const { user } = open();
  await row(/row 100/);
  await user.click(screen.getByRole('button', { name: 'Show older' }));
  expect(await row(/row 95/)).toBeTruthy();
  expect(background.sent('activity.view').at(-1)).toEqual({ filter: {}, before: 98 });
  expect(screen.getByText('That is all there is.')).toBeTruthy();
  expect(screen.getByText('6 shown')).toBeTruthy();
  background.answer('activity.view', page(101, true));
  background.changed();
  expect(await row(/row 101/)).toBeTruthy();
  expect(screen.getByText('7 shown')).toBeTruthy();
  background.answer('activity.view', page(300, true));
  background.changed();
  await row(/row 300/);
  expect(screen.getByText('3 shown'), 'what lies between is not known').toBeTruthy();
});
