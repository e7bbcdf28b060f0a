// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import type { PrivacyView } from '../../lib/model/settings-view.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, NOW } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(() => {
  background.reset();
  vi.restoreAllMocks();
});

const clio = { id: 'clio:us:77', name: 'Harbour Lane PC' };
const WORDS = Array.from({ length: 14 }, (_, at) => `word ${at}`);
const viewOf = (more: Partial<PrivacyView> = {}): PrivacyView => ({
  now: NOW,
  keepDays: 90,
  accounts: [{ ...clio, system: 'clio', people: 9120, records: 15_400, links: 1284 }],
  activity: 4,
  changes: 2,
  waiting: 1,
  asks: 0,
  builtIn: WORDS,
  firms: [{ clio, matters: [{ id: '12', name: '00012 Ortega', notes: true, privateTasks: false }] }],
  ...more,
});

async function open(view: PrivacyView = viewOf()) {
  background.answer('privacy.view', view);
  location.hash = '#/privacy';
  const opened = openConsole(everyday());
  await screen.findByRole('heading', { level: 2, name: 'What is kept' }, { timeout: 5000 });
  return opened;
}

test('it says how much of whom is kept, and for how long; another time is sent and confirmed', async () => {
  const { user } = await open();
  expect(screen.getByRole('row', { name: /Harbour Lane PC.*9,120.*15,400.*1,284/ })).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('The activity log is kept for'), '1 year');
  expect(background.sent('privacy.keep')).toEqual([{ days: 365 }]);
  expect(await screen.findByText('The log is now kept for 1 year')).toBeTruthy();
});

test('a word is added to the built-in list, one is taken out, and a known one is not added twice', async () => {
  const { user } = await open();
  const box = screen.getByLabelText('Add a word or phrase');
  await user.type(box, 'WORD 3');
  expect(screen.getByText('This is in the list already')).toBeTruthy();
  await user.clear(box);
  await user.type(box, 'tax  opinion{Enter}');
  expect(background.sent('privacy.words').at(-1)).toEqual({ clio: clio.id, words: ['tax opinion', ...WORDS] });
  await user.click(screen.getByRole('button', { name: 'Remove word 0' }));
  expect(background.sent('privacy.words').at(-1)).toEqual({ clio: clio.id, words: WORDS.slice(1) });
});

test('an own list goes back to the built-in one', async () => {
  const { user } = await open(viewOf({ firms: [{ clio, words: ['mine'], matters: [] }] }));
  await user.click(screen.getByRole('button', { name: 'Back to the built-in list' }));
  expect(background.sent('privacy.words')).toEqual([{ clio: clio.id }]);
});

test('what was allowed for a matter is taken back, and the focus stays in the card', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Take back what was allowed for 00012 Ortega' }));
  expect(background.sent('privacy.revoke')).toEqual([{ clio: clio.id, matter: '12' }]);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Matters you allowed' }));
});

test('an export fetches page after page and hands out one file of good JSON', async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:x';
  });
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  background.answer('data.export', ({ after }) =>
    after
      ? { rows: [{ store: 'links', row: { key: 'b' } }] }
      : { rows: [{ store: 'records', row: { key: 'a', value: { name: 'Zoë "Z"' } } }], after: { store: 'links', key: '' } },
  );
  const { user } = await open();
  await user.selectOptions(screen.getByLabelText('What'), 'Harbour Lane PC (Clio)');
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByText('2 rows are in the file')).toBeTruthy();
  expect(names).toEqual(['rankr-clio-us-77.json']);
  const file = JSON.parse(await blobs[0]!.text());
  expect(file).toEqual({
    account: clio.id,
    name: clio.name,
    system: 'clio',
    rows: [
      { store: 'records', row: { key: 'a', value: { name: 'Zoë "Z"' } } },
      { store: 'links', row: { key: 'b' } },
    ],
  });
});

test('everything goes out as one file where no account is chosen, also with none connected', async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:x';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  background.answer('data.export', { rows: [{ store: 'rules', row: { id: 'r1' } }] });
  const { user } = await open(viewOf({ accounts: [] }));
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByText('1 rows are in the file')).toBeTruthy();
  expect(background.sent('data.export')).toEqual([{}]);
  expect(JSON.parse(await blobs[0]!.text())).toEqual({ account: 'all', rows: [{ store: 'rules', row: { id: 'r1' } }] });
});

test('an export that fails says why and hands out nothing', async () => {
  const create = vi.spyOn(URL, 'createObjectURL');
  background.refuse('data.export', 'storage-unavailable');
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(create).not.toHaveBeenCalled();
});

test('everything can be erased here as well', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('button', { name: 'Erase everything' }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
});

test('a page that cannot be read says why, and is read again on a click', async () => {
  background.refuse('privacy.view', 'storage-unavailable');
  location.hash = '#/privacy';
  const { user } = openConsole(everyday());
  await screen.findByText('This page could not be read');
  background.accept('privacy.view');
  background.answer('privacy.view', viewOf());
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 2, name: 'What is kept' })).toBeTruthy();
});

test('axe finds nothing, full and empty', async () => {
  const faults = async () => {
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 150)).join(' | ')}`);
  };
  const { unmount } = await open();
  expect(await faults()).toEqual([]);
  unmount();
  await open(viewOf({ accounts: [], firms: [] }));
  await waitFor(() => expect(within(document.body).getByText(/No account is connected/)).toBeTruthy());
  expect(await faults()).toEqual([]);
}, 20_000);
