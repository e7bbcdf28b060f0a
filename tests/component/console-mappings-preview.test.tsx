// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, openConsole } from './console-background.tsx';
import { everyday, NOW } from './console-fixtures.ts';
import { PREVIEW, pairOf } from './mappings-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  background.answer('sync.view', { now: NOW, writing: { clio: true, highlevel: true }, pairs: [pairOf()] });
  background.answer('sync.preview', PREVIEW);
  location.hash = '#/mappings';
});
afterEach(background.reset);

test('the preview asks with what is chosen and not saved, and says both values, the end and the warning', async () => {
  const { user } = openConsole(everyday());
  await user.click(
    within(await screen.findByRole('group', { name: 'Direction of Contacts' })).getByRole('radio', { name: 'Both ways' }),
  );
  const list = await screen.findByRole('list', { name: 'Contacts' });
  expect(within(list).getByText('a@x.example')).toBeTruthy();
  expect(within(list).getByText('you are asked')).toBeTruthy();
  expect(within(list).getByText('Longer than the other system takes (at most 255 characters)')).toBeTruthy();
  await waitFor(() =>
    expect(background.sent('sync.preview').at(-1)).toMatchObject({
      clio: 'clio:us:77',
      link: 'us:77|101|loc1',
      choice: { entities: { contact: { direction: 'both' } } },
    }),
  );
  await user.selectOptions(screen.getByLabelText('Person'), 'David Kim');
  await waitFor(() => expect(background.sent('sync.preview').at(-1)).toMatchObject({ link: 'us:77|102|loc1' }));
  expect(background.sent('sync.set')).toEqual([]);
});

test('the preview finds anybody of all linked people, and shows them by name', async () => {
  const { user } = openConsole(everyday());
  background.answer('people.view', ({ query }) => ({
    now: NOW,
    count: 100_000,
    rows: query ? [{ id: '9', name: 'Quentin Far', kind: 'person', changedAt: 1, links: [], url: '' }] : [],
  }));
  const find = await screen.findByRole('searchbox', { name: 'Find somebody else' });
  expect(screen.queryByRole('button', { name: 'Quentin Far' })).toBeNull();
  await user.type(find, 'quen');
  await user.click(await screen.findByRole('button', { name: 'Quentin Far' }));
  await waitFor(() => expect(background.sent('sync.preview').at(-1)).toMatchObject({ link: 'us:77|9|loc1' }));
  const person = screen.getByLabelText<HTMLSelectElement>('Person');
  expect(person.selectedOptions[0]?.textContent).toBe('Quentin Far');
  await user.selectOptions(person, 'David Kim');
  await waitFor(() => expect(background.sent('sync.preview').at(-1)).toMatchObject({ link: 'us:77|102|loc1' }));
}, 20_000);
