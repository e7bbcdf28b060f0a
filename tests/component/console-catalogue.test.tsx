// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { TryView } from '../../lib/model/catalogue-view.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeAll(async () => {
  await import('../../components/console/catalogue/CataloguePage.tsx');
}, 60_000);
afterEach(background.reset);

const open = async (id = '') => {
  location.hash = id ? `#/catalogue/${id}` : '#/catalogue';
  const page = openConsole(everyday());
  await screen.findByRole('heading', { level: 1, name: 'Catalogue' });
  return page;
};
const faults = async () => {
  const { violations, passes } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(passes.length).toBeGreaterThan(10);
  return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`);
};
const answer: TryView = {
  call: { method: 'GET', url: 'https://services.leadconnectorhq.com/contacts/', headers: { authorization: 'Bearer …' } },
  status: 200,
  ms: 184,
  data: { contacts: [{ id: 'c1', firstName: 'Marisol', email: 'marisol@example.com' }] },
  cut: false,
};

test('words, system and kind narrow the catalogue', async () => {
  const { user } = await open();
  await user.type(screen.getByRole('searchbox'), 'add tags');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'action');
  expect(screen.getByRole('link', { name: /Add tags/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Matter opened/ })).toBeNull();
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'zzzz');
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(screen.getByRole('link', { name: /Matter opened/ })).toBeTruthy();
}, 30_000);

test('an operation tells its right, and whether the connection has it', async () => {
  await open('highlevel.contact.add-tags');
  const detail = within(screen.getByRole('article', { name: 'Add tags' }));
  expect(detail.getByText('contacts.write')).toBeTruthy();
  expect(detail.getByText('Harbour & Lane Law: granted')).toBeTruthy();
  expect(detail.getByText('HighLevel workflows may start from it.')).toBeTruthy();
}, 30_000);

test('a read runs at once and its list is a table', async () => {
  background.answer('operation.try', answer);
  const { user } = await open('highlevel.contact.list');
  await user.type(screen.getByRole('textbox', { name: /Search for/ }), 'ortega');
  await user.click(screen.getByRole('button', { name: 'Read now' }));
  expect(await screen.findByRole('cell', { name: 'marisol@example.com' })).toBeTruthy();
  expect(background.sent('operation.try')).toEqual([
    { id: 'highlevel.contact.list', values: { query: 'ortega' }, connection: 'highlevel:locHarbour01' },
  ]);
  expect(await faults()).toEqual([]);
}, 30_000);

test('a write is only shown, and what is missing is said before anything is asked', async () => {
  background.answer('operation.dry', { call: { ...answer.call, method: 'POST', body: { tags: ['vip'] } }, fields: [] });
  const { user } = await open('highlevel.contact.add-tags');
  await user.click(screen.getByRole('button', { name: 'Show the call' }));
  expect(screen.getAllByText('Fill this in.')).toHaveLength(2);
  expect(background.sent('operation.dry')).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Contact' }), 'c1');
  await user.type(screen.getByRole('textbox', { name: 'Tags' }), 'vip');
  await user.click(screen.getByRole('button', { name: 'Show the call' }));
  expect(await screen.findByText('Nothing was written')).toBeTruthy();
  expect(background.sent('operation.try')).toEqual([]);
}, 30_000);

test('axe finds nothing in the index', async () => {
  await open();
  expect(await faults()).toEqual([]);
}, 60_000);

test('a form in which every field may stay empty asks for one of them', async () => {
  const { user } = await open('highlevel.contact.create');
  await user.click(screen.getByRole('button', { name: 'Show the call' }));
  expect(await screen.findByText('Fill this in.')).toBeTruthy();
  expect(background.sent('operation.dry')).toEqual([]);
}, 30_000);
