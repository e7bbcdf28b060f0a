// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOW, row } from './ask-fixtures.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  location.hash = '#/people';
});
afterEach(background.reset);

const them = { ...row(5, { links: [] }), id: 'dk1', name: 'Dana Kim-Soler' };
async function open() {
  background.answer('people.view', ({ system }) =>
    system === 'clio'
      ? { now: NOW, rows: [row(1, { links: [] }), row(2), row(3, { links: [], kind: 'company' })], count: 3 }
      : { now: NOW, rows: [them], count: 1 },
  );
  const opened = openConsole(everyday());
  await screen.findByText('Person 1');
  return opened;
}
const pick = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` });
const find = () => screen.queryByRole('button', { name: 'Find on the other side' });

test('one who is linked to nobody is looked for on the other side and linked by a click', async () => {
  background.answer('people.act', ({ links }) => ({ done: links.map((link) => ({ link, name: '', state: 'done', acts: [] })) }));
  const { user } = await open();
  await user.click(pick('Person 1'));
  await user.click(find()!);
  const dialog = await screen.findByRole('dialog', { name: 'Who is Person 1 in HighLevel?' });
  const asked = () => background.sent('people.view').at(-1);
  await waitFor(() => expect(asked()).toMatchObject({ system: 'highlevel', show: 'unlinked', query: 'Person 1' }));
  const box = within(dialog).getByRole('searchbox', { name: 'Search' });
  await user.clear(box);
  await user.type(box, 'dana');
  await waitFor(() => expect(asked()).toMatchObject({ system: 'highlevel', query: 'dana' }));
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await user.click(await within(dialog).findByRole('button', { name: 'Link to Dana Kim-Soler' }));
  const [sent] = background.sent('people.act') as { act: string; links: string[]; highlevelId: string }[];
  expect(sent).toMatchObject({ act: 'link', highlevelId: 'dk1' });
  expect(sent?.links[0]?.split('|')[1]).toBe(row(1).id);
  expect(await within(dialog).findByText('1 queued, 0 had nothing to do, 0 failed')).toBeTruthy();
}, 20_000);

test('it is offered for one person alone, and for nobody who is linked or a company', async () => {
  const { user } = await open();
  await user.click(pick('Person 2'));
  expect(find()).toBeNull();
  await user.click(pick('Person 2'));
  await user.click(pick('Person 3'));
  expect(find()).toBeNull();
  await user.click(pick('Person 1'));
  expect(find()).toBeNull();
  await user.click(pick('Person 3'));
  expect(find()).toBeTruthy();
});

test('the row of somebody linked to nobody leads to the one on the other side in two clicks', async () => {
  background.answer('people.act', ({ links }) => ({ done: links.map((link) => ({ link, name: '', state: 'done', acts: [] })) }));
  const { user } = await open();
  expect(screen.queryByRole('button', { name: /Link Person 2/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Link Person 3/ }), 'a company').toBeNull();
  await user.click(screen.getByRole('button', { name: 'Not linked. Link Person 1…' }));
  await user.click(await screen.findByRole('button', { name: 'Link to Dana Kim-Soler' }));
  expect(background.sent('people.act')).toMatchObject([{ act: 'link', highlevelId: 'dk1' }]);
});
