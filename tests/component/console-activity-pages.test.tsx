// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ActivityPage } from '../../lib/model/console-sync.ts';
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

/** Files that the page gave to the browser. */
function savedFiles() {
  const saved: { name: string; text: Promise<string> }[] = [];
  let blob: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((one) => {
    blob = one as Blob;
    return 'blob:here';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: blob!.text() });
  });
  return saved;
}

test('the export saves all that the filter lets through, page after page, and tells how far it is', async () => {
  const saved = savedFiles();
  const pages = [[logRow(9, 1), logRow(8, 2)], [logRow(7, 3)], []];
  const last = Promise.withResolvers<ActivityPage>();
  background.answer('activity.export', ({ before }) => {
    const at = before === undefined ? 0 : before === 8 ? 1 : 2;
    if (at === 2) return last.promise as never;
    return { day: '2026-11-22', rows: pages[at]!, before: pages[at]!.at(-1)!.seq };
  });
  const { user } = open();
  await row(/^09:57/);
  await user.selectOptions(screen.getByRole('combobox', { name: 'By whom' }), 'Click');
  await user.click(screen.getByRole('button', { name: 'Export CSV' }));
  expect(await screen.findByText('3 rows so far.')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export JSON' }).disabled).toBe(true);
  expect(saved).toEqual([]);
  last.resolve({ day: '2026-11-22', rows: [] });
  expect(await screen.findByText('rankr-activity-2026-11-22.csv was saved, with 3 rows.')).toBeTruthy();
  const filter = { by: 'click' };
  expect(background.sent('activity.export')).toEqual([{ filter }, { filter, before: 8 }, { filter, before: 7 }]);
  expect(saved.map(({ name }) => name)).toEqual(['rankr-activity-2026-11-22.csv']);
  const [head, ...lines] = (await saved[0]!.text).trimEnd().split('\r\n');
  expect(head).toContain('seq,at,kind');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['9', '8', '7']);
});

test('as JSON it is one array, also over several pages', async () => {
  const saved = savedFiles();
  background.answer('activity.export', ({ before }) =>
    before === undefined
      ? { day: '2026-11-22', rows: [logRow(9, 1), logRow(8, 2)], before: 8 }
      : { day: '2026-11-22', rows: [logRow(7, 3)] },
  );
  const { user } = open();
  await row(/^09:57/);
  await user.click(screen.getByRole('button', { name: 'Export JSON' }));
  await screen.findByText('rankr-activity-2026-11-22.json was saved, with 3 rows.');
  expect((JSON.parse(await saved[0]!.text) as { seq: number }[]).map(({ seq }) => seq)).toEqual([9, 8, 7]);
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
