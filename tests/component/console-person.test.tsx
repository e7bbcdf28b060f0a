import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PersonPageView } from '../../lib/model/console-sync.ts';
import { conflict, LINK, personView, row, stuck } from './ask-fixtures.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  location.hash = `#/people/${encodeURIComponent(LINK)}`;
  background.answer('people.act', { done: [{ link: LINK, name: 'x', state: 'queued', acts: ['a1'] }] });
});
afterEach(background.reset);

async function open(more: Partial<PersonPageView> = {}) {
  background.answer('person.view', personView(more));
  const opened = openConsole(everyday());
  await screen.findByRole('heading', { level: 1, name: 'Marisol Ortega-Whitfield' });
  return opened;
}
const acts = () => background.sent('people.act');
const section = (name: RegExp) => within(screen.getByRole('region', { name }));

test('the page asks for the person of its address', async () => {
  await open();
  expect(background.sent('person.view')).toEqual([{ link: LINK }]);
});

test('a field is pushed, replaced with what was seen, or all that lack are filled at once', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Push: Phone' }));
  await user.click(screen.getByRole('button', { name: 'Replace in HighLevel: City' }));
  await user.click(screen.getByRole('button', { name: 'Push 1 change' }));
  expect(acts()).toEqual([
    { act: 'push', fields: ['phone'], links: [LINK] },
    { act: 'push', fields: ['city'], overwrite: ['city'], seen: { city: 'Burnaby' }, links: [LINK] },
    { act: 'push', fields: ['phone'], links: [LINK] },
  ]);
});

test('both sides stand side by side: paired in one row, the rest alone', async () => {
  const { user } = await open();
  const rows = section(/^Tasks/).getAllByRole('row');
  expect(rows[1]?.textContent).toContain('Send retainer');
  expect(within(rows[1]!).queryByText('only in Clio')).toBeNull();
  expect(within(rows[2]!).getByText('only in Clio')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Push: Request records' }));
  await user.click(screen.getByRole('button', { name: 'Complete: Send retainer' }));
  expect(acts()).toEqual([
    { act: 'tasks', ids: ['2'], links: [LINK] },
    { act: 'complete', ids: ['h1'], links: [LINK] },
  ]);
});

test('taking a pushed item back says first what cannot be taken back', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Recall: Send retainer' }));
  const dialog = await screen.findByRole('dialog', { name: 'Take it out of HighLevel?' });
  expect(within(dialog).getByText('Workflows that started in HighLevel go on')).toBeTruthy();
  expect(background.sent('item.recall')).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Take it out' }));
  expect(background.sent('item.recall')).toEqual([{ pair: `${LINK}|task|1` }]);
});

test('a held note is pushed only after a yes to this push', async () => {
  background.answer('people.act', ({ held }) => ({
    done: [
      {
        link: LINK,
        name: 'x',
        acts: [],
        ...(held ? { state: 'queued' as const } : { state: 'failed' as const, error: 'held' as const }),
      },
    ],
  }));
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Push: Call after 4 pm.' }));
  await user.click(await screen.findByRole('button', { name: 'Push it anyway' }));
  const asked = { act: 'note', ids: ['11'], links: [LINK] };
  expect(acts()).toEqual([asked, { ...asked, held: true }]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('tags are added and removed', async () => {
  const { user } = await open();
  await user.type(screen.getByRole('textbox', { name: 'Add tag' }), 'newsletter{Enter}');
  await user.click(screen.getByRole('button', { name: 'Remove intake-2026' }));
  expect(acts()).toEqual([
    { act: 'tag', tags: ['newsletter'], links: [LINK] },
    { act: 'untag', tags: ['intake-2026'], links: [LINK] },
  ]);
});

test('unlinking is asked about, and one click links the two again', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Unlink' }));
  const dialog = await screen.findByRole('dialog', { name: /Unlink Marisol/ });
  background.refuse('person.view', 'not-found');
  await user.click(within(dialog).getByRole('button', { name: 'Unlink' }));
  expect(await screen.findByText('Marisol Ortega-Whitfield is not linked any more')).toBeTruthy();
  background.accept('person.view');
  await user.click(screen.getByRole('button', { name: 'Link again' }));
  expect(acts()).toEqual([
    { act: 'unlink', links: [LINK] },
    { act: 'link', highlevelId: 'hl101', links: [LINK] },
  ]);
  expect(await screen.findByRole('button', { name: 'Unlink' })).toBeTruthy();
});

test('after unlinking somebody else is looked for on the other side, and linked by a click', async () => {
  const { user } = await open();
  background.refuse('person.view', 'not-found');
  background.answer('people.view', { now: 0, rows: [row(5, { id: 'dk1', name: 'Dana Kim', links: [] })], count: 1 });
  await user.click(screen.getByRole('button', { name: 'Unlink' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Unlink' }));
  await user.click(await screen.findByRole('button', { name: 'Link to somebody else' }));
  await user.click(await screen.findByRole('button', { name: 'Link to Dana Kim' }));
  expect(acts().at(-1)).toEqual({ act: 'link', highlevelId: 'dk1', links: [LINK] });
  expect(background.sent('people.view').at(-1)).toMatchObject({ system: 'highlevel', show: 'unlinked' });
});

test('questions about the person are answered here', async () => {
  const { user } = await open({ asks: [conflict()] });
  await user.click(screen.getByRole('button', { name: /Take HighLevel’s/ }));
  window.dispatchEvent(new Event('pagehide'));
  expect(background.sent('ask.answer')).toEqual([{ key: conflict().key, answer: { offer: 'highlevel' } }]);
});

test('a refusal stands on the page in words', async () => {
  background.answer('people.act', { done: [{ link: LINK, name: 'x', state: 'failed', error: 'writing-off', acts: [] }] });
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Push: Phone' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Writing is off');
});

test('without leave to write nothing offers to', async () => {
  await open({ writing: { clio: false, highlevel: false } });
  expect(screen.queryByRole('button', { name: /Push|Recall|Complete|Replace/ })).toBeNull();
});

test('history tells what was there before and after; what waits can be discarded', async () => {
  const { user } = await open({ waiting: [stuck()] });
  expect(screen.getByText('City: Richmond → Burnaby')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(background.sent('write.drop')).toEqual([{ writeId: 41 }]);
});

test('a link that ended says so and leads back', async () => {
  background.refuse('person.view', 'not-found');
  openConsole(everyday());
  expect(await screen.findByText('This link is not there any more')).toBeTruthy();
});

test('the history tells lists and flags as words', async () => {
  const [row] = personView().activity;
  const body = { label: 'Marisol', before: { tags: ['lead'] }, after: { tags: ['client', 'vip'], dnd: true } };
  await open({ activity: [{ ...row!, body }] });
  const said = section(/^History/).getByRole('listitem').textContent;
  expect(said).toContain('lead → client, vip');
  expect(said).not.toMatch(/[[\]{}"]/);
});
