// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { rightWords } from '../../components/console/words.ts';
import { CLIO_RIGHTS } from '../../lib/clio/rights.ts';
import { HIGHLEVEL_RIGHTS } from '../../lib/highlevel/rights.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, firm, firstRun, location, MISSING_RIGHTS, NOW } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

const card = async (name: string) => within(await screen.findByRole('article', { name }));
const LOCATION = 'Harbour & Lane Law';
const FIRM = 'Harbour & Lane LLP';
const rows = () =>
  within(screen.getByRole('table', { name: `Permissions of ${LOCATION}` }))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('every right the code probes has its own words', () => {
  const all = [...HIGHLEVEL_RIGHTS, ...CLIO_RIGHTS];
  const words = all.map(({ id, access, scope }) => rightWords({ id, access, scope, state: 'unknown', proof: '' }));
  expect(words.filter((line, at) => line === all[at]?.scope)).toEqual([]);
  expect(words.every((line) => /^[A-Z]/.test(line))).toBe(true);
});

test('when all is granted the table is folded away and opens on request, with words, scope, access, result and proof', async () => {
  const { user } = openConsole(everyday());
  const one = await card(LOCATION);
  expect(one.getByText('all 5 granted')).toBeTruthy();
  expect(one.getByText('checked 2 min ago')).toBeTruthy();
  expect(one.queryByRole('table')).toBeNull();
  await user.click(one.getByRole('button', { name: 'Permissions', expanded: false }));
  expect(rows()[0]).toEqual(['What it allows', 'Access', 'Result', 'Proof']);
  expect(rows().at(-1)).toEqual([
    'Create and change contacts and their tagscontacts.write',
    'write',
    'granted',
    '422 refused as invalid',
  ]);
  await user.click(one.getByRole('button', { name: 'Permissions', expanded: true }));
  expect(one.queryByRole('table')).toBeNull();
});

test('a right that is missing or unknown opens the table and says what to do', async () => {
  openConsole(
    everyday({ writing: { highlevel: true, clio: false }, connections: [location({ rights: MISSING_RIGHTS }), firm()] }),
  );
  expect((await card(LOCATION)).getByText('1 missing')).toBeTruthy();
  expect(rows()).toContainEqual([
    'In HighLevel open Private Integrations, edit this one, tick contacts.write, save, then check again.',
  ]);
  expect(rows()).toContainEqual(['The answer left it open. Check again in a minute.']);
});

test('the advice fits the way of signing in', async () => {
  const rights = MISSING_RIGHTS.slice(-2);
  const { user } = openConsole(everyday({ connections: [location({ method: 'oauth', rights }), firm()] }));
  await card(LOCATION);
  expect(rows()).toContainEqual(['Add contacts.write to your marketplace app, then choose Reconnect.']);
  await user.click((await card(FIRM)).getByRole('button', { name: 'Permissions' }));
  expect(
    (await card(FIRM)).getByText("In your Clio app's permissions, let it write Contacts, then choose Reconnect."),
  ).toBeTruthy();
});

test('a missing write right is no fault while writing is off', async () => {
  openConsole(everyday());
  const one = await card(FIRM);
  expect(one.getByText('reading proved')).toBeTruthy();
  expect(one.queryByText(/missing/)).toBeNull();
});

test('an account that was never checked explains the check and starts it', async () => {
  const { user } = openConsole(firstRun({ connections: [location({ rights: undefined, rightsAt: undefined })] }));
  const one = await card(LOCATION);
  expect(one.getByText('not checked yet')).toBeTruthy();
  expect(one.getByText(/nothing is written/)).toBeTruthy();
  await user.click(one.getByRole('button', { name: 'Check now' }));
  expect(background.sent('connection.check')).toEqual([{ id: 'highlevel:locHarbour01' }]);
});

test('checking again shows that it runs, and then the new time', async () => {
  const { user } = openConsole(everyday());
  const release = background.hold('connection.check');
  const one = await card(LOCATION);
  await user.click(one.getByRole('button', { name: 'Check again' }));
  expect(await one.findByText('checking')).toBeTruthy();
  await user.click(one.getByRole('button', { name: 'Check again' }));
  background.show(everyday({ connections: [location({ rightsAt: NOW }), firm()] }));
  release();
  expect(await one.findByText('checked just now')).toBeTruthy();
  expect(background.sent('connection.check')).toHaveLength(1);
});

test('a check that the background runs is shown as running', async () => {
  openConsole(everyday({ connections: [location({ checking: true }), firm()] }));
  expect((await card(LOCATION)).getByText('checking')).toBeTruthy();
});

test('a check that fails is explained on its card', async () => {
  const { user } = openConsole(everyday());
  background.refuse('connection.check', 'offline');
  const one = await card(LOCATION);
  await user.click(one.getByRole('button', { name: 'Check again' }));
  expect((await one.findByRole('alert')).textContent).toMatch(/offline/i);
});
