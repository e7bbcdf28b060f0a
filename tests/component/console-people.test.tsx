import { act, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PersonRowView } from '../../lib/model/console-sync.ts';
import { NOW, row } from './ask-fixtures.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));

beforeEach(() => {
  location.hash = '#/people';
});
afterEach(background.reset);

const answerPeople = (rows: PersonRowView[], count = rows.length) => background.answer('people.view', { now: NOW, rows, count });
async function open(rows: PersonRowView[], count?: number) {
  answerPeople(rows, count);
  const opened = openConsole(everyday());
  await screen.findByRole('heading', { level: 1, name: 'People' });
  return opened;
}
const asked = () => background.sent('people.view') as { query?: string; show?: string; system: string; after?: object }[];

test('people come page by page, and only those in sight are on the page', async () => {
  background.answer('people.view', ({ after }) => {
    const from = after ? Number(after.id) : 0;
    const rows = Array.from({ length: 50 }, (_, at) => row(from + at));
    return { now: NOW, rows, count: 100_000, after: { changedAt: NOW, id: String(from + 50) } };
  });
  openConsole(everyday());
  expect(await screen.findByText('Person 0', {}, { timeout: 5000 })).toBeTruthy();
  expect(screen.getByText(/100,000 people/)).toBeTruthy();
  await waitFor(() => expect(asked().some(({ after }) => after)).toBe(false));
  expect(document.querySelectorAll('tbody tr').length).toBeLessThan(40);
  const box = screen.getByRole('table', { name: 'People' }).querySelector('tbody') as HTMLElement;
  act(() => {
    box.scrollTop = 1400;
    box.dispatchEvent(new Event('scroll'));
  });
  await waitFor(() => expect(asked().some(({ after }) => (after as { id: string } | undefined)?.id === '50')).toBe(true));
  expect(document.querySelectorAll('tbody tr').length).toBeLessThan(60);
});

test('a search by name, e-mail or phone asks once the typing rests', async () => {
  const { user } = await open([row(1)]);
  await user.type(await screen.findByRole('searchbox', { name: 'Search' }), 'ortega');
  await waitFor(() => expect(asked().at(-1)?.query).toBe('ortega'));
  expect(asked().filter(({ query }) => query)).toHaveLength(1);
});

test('the list is narrowed to linked, not linked and asked about, and changes sides', async () => {
  const { user } = await open([row(1)]);
  await user.click(await screen.findByRole('radio', { name: 'Not linked' }));
  await waitFor(() => expect(asked().at(-1)?.show).toBe('unlinked'));
  const before = asked().at(-1)?.system;
  const side = screen.getByRole('combobox', { name: 'Whose people' }) as HTMLSelectElement;
  await user.selectOptions(side, side.options[side.selectedIndex === 0 ? 1 : 0]!.value);
  await waitFor(() => expect(asked().at(-1)?.system).not.toBe(before));
});

test('an empty page that has more behind it is looked through', async () => {
  background.answer('people.view', ({ after }) =>
    after ? { now: NOW, rows: [row(7)], count: 9000 } : { now: NOW, rows: [], count: 9000, after: { changedAt: 1, id: 'x' } },
  );
  openConsole(everyday());
  expect(await screen.findByText('Person 7')).toBeTruthy();
});

test('linked people lead to their page, a question to the question', async () => {
  const asks = { links: [], ask: 'match|clio|us:4411|1002', candidates: [{ id: 'dk1', name: 'D', reasons: [] }] };
  await open([row(1), row(2, asks)]);
  const link = await screen.findByRole('link', { name: 'Person 1' });
  expect(link.getAttribute('href')).toBe('#/people/us%3A4411%7C1001%7ClocHarbour');
  expect(screen.getByRole('link', { name: '1 could be meant' }).getAttribute('href')).toContain('#/needs-you/match%7Cclio');
});

test('one act for many: what it does, progress, and what became of each', async () => {
  background.answer('people.act', ({ links }) => ({
    done: links.map((link, at) =>
      at === 1
        ? { link, name: '', state: 'failed', error: 'missing-scope', acts: [] }
        : { link, name: '', state: 'queued', acts: [`a${at}`] },
    ),
  }));
  background.answer('people.results', ({ acts }) => ({ acts: acts.map((id) => ({ id, state: 'done' })) }));
  const { user } = await open([row(1), row(2), row(3, { links: [] })]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select all that are shown' }));
  await user.click(screen.getByRole('button', { name: 'Add tags' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add tags' });
  expect(within(dialog).getByText(/2 of 3 selected/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Add tags: 2 people' }));
  expect(within(dialog).getByRole('alert').textContent).toBe('Name at least one tag.');
  await user.type(within(dialog).getByRole('textbox', { name: 'Tags' }), 'intake-2026, family');
  await user.click(within(dialog).getByRole('button', { name: 'Add tags: 2 people' }));
  expect(await within(dialog).findByText('1 queued, 0 had nothing to do, 1 failed')).toBeTruthy();
  const links = [row(1), row(2)].flatMap((one) => one.links);
  expect(background.sent('people.act')).toEqual([{ act: 'tag', links, tags: ['intake-2026', 'family'] }]);
  const results = within(within(dialog).getByRole('list', { name: 'Result' })).getAllByRole('listitem');
  expect(results[0]?.textContent).toContain('Person 2');
  expect(results[0]?.textContent).toContain('permission');
  act(() => background.changed());
  await waitFor(() => expect(results[1]?.textContent).toContain('done'));
});

test('more people than one message takes go in several, and stopping stops before the next', async () => {
  const release = background.hold('people.act');
  background.answer('people.act', ({ links }) => ({
    done: links.map((link) => ({ link, name: '', state: 'queued', acts: [] })),
  }));
  const { user } = await open(Array.from({ length: 30 }, (_, at) => row(at)));
  await user.click(await screen.findByRole('checkbox', { name: 'Select all that are shown' }));
  await user.click(screen.getByRole('button', { name: 'Push contact' }));
  await user.click(await screen.findByRole('button', { name: 'Push contact: 30 people' }));
  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  act(() => release());
  expect(await screen.findByText(/Stopped/)).toBeTruthy();
  expect((background.sent('people.act') as { links: string[] }[]).map(({ links }) => links.length)).toEqual([10]);
});

test('nobody connected and nobody found are said in words', async () => {
  await open([]);
  expect(await screen.findByText('Nobody here yet')).toBeTruthy();
});

test('a failure is said with a way to try again', async () => {
  background.refuse('people.view', 'storage-unavailable');
  const { user } = await open([row(1)]);
  await screen.findByText(/lets Rankr store nothing/);
  background.accept('people.view');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Person 1')).toBeTruthy();
});
