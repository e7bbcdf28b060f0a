// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { background, openConsole } from './console-background.tsx';
import { crowded, everyday, firm, firstRun, location, NOW } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

const card = async (name: string) => within(await screen.findByRole('article', { name }));
const LOCATION = 'Harbour & Lane Law';
const FIRM = 'Harbour & Lane LLP';
const pick = async (user: ReturnType<typeof openConsole>['user'], name: string, item: string) => {
  await user.click((await card(name)).getByRole('button', { name: `More for ${name}` }));
  await user.click(screen.getByRole('menuitem', { name: item }));
};

test('a card tells account, region, way, person, pair, since when and how old the key is', async () => {
  openConsole(everyday());
  const facts = (await card(FIRM))
    .getAllByRole('term')
    .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
  expect(facts).toEqual([
    'Account: 4410',
    'Region: Canada (ca.app.clio.com)',
    'Signed in with: OAuth',
    'Who: Priya Nair',
    `Goes with: ${LOCATION}`,
    expect.stringMatching(/^Connected: .*2026/),
    'Key entered: 12 days ago',
  ]);
  expect((await card(FIRM)).getByText('ok')).toBeTruthy();
});

test('ten locations and three firms are all shown, each with its own menu', async () => {
  openConsole(crowded());
  expect(await screen.findAllByRole('article')).toHaveLength(13);
  expect(screen.getAllByRole('button', { name: /^More for / })).toHaveLength(13);
  expect(screen.getByText('10 locations')).toBeTruthy();
});

test.each([
  [79, false],
  [80, true],
])('a key of %i days: the reminder to rotate is %s', async (keyAgeDays, reminded) => {
  openConsole(firstRun({ connections: [location({ keyAgeDays }), firm()] }));
  const one = await card(LOCATION);
  expect(one.queryByText(`Key is ${keyAgeDays} days old`) !== null).toBe(reminded);
  expect(one.queryByRole('button', { name: 'Replace token' }) !== null).toBe(reminded);
});

test('a connection that needs a sign-in says why, since when, and that nothing is lost; OAuth reconnects by itself', async () => {
  const { user } = openConsole(
    everyday({
      waiting: 2,
      connections: [location(), firm({ state: 'reconnect', reason: 'refresh-refused', since: NOW - 60_000 })],
    }),
  );
  const one = await card(FIRM);
  const notice = one.getByText('Clio needs you to sign in again').closest('[role=status]');
  expect(notice?.textContent).toContain('since ');
  expect(notice?.textContent).toContain('The sign-in could not be renewed.');
  expect(notice?.textContent).toContain('2 writes are waiting here; none is lost.');
  await user.click(one.getByRole('button', { name: 'Reconnect' }));
  expect(background.sent('connection.reconnect')).toEqual([{ id: 'clio:ca:4410' }]);
});

test('a token connection reconnects by a new token of the same location, which is gone from the page afterwards', async () => {
  const { user } = openConsole(everyday({ connections: [location({ state: 'reconnect', reason: 'signed-out' }), firm()] }));
  await user.click((await card(LOCATION)).getByRole('button', { name: 'Reconnect' }));
  const dialog = within(await screen.findByRole('dialog', { name: `New token for ${LOCATION}` }));
  await user.click(dialog.getByRole('button', { name: 'Save token' }));
  expect(background.sent()).toEqual([]);
  const field = dialog.getByLabelText('Private Integration Token', { selector: 'input' });
  expect(document.activeElement).toBe(field);
  await user.type(field, 'pit-new');
  await user.click(dialog.getByRole('button', { name: 'Save token' }));
  expect(background.sent('connection.add-token')).toEqual([{ token: 'pit-new', locationId: 'locHarbour01' }]);
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.documentElement.outerHTML).not.toContain('pit-new');
});

test('a reconnect that fails is explained on its card', async () => {
  const { user } = openConsole(everyday());
  background.refuse('connection.reconnect', 'sign-in-cancelled');
  await pick(user, FIRM, 'Reconnect');
  expect((await (await card(FIRM)).findByRole('alert')).textContent).toMatch(/window was closed/);
});

test('disconnecting asks first, and says exactly what goes, what waits and what stays', async () => {
  const { user } = openConsole(everyday({ waiting: 2 }));
  await pick(user, FIRM, 'Disconnect and erase');
  const dialog = await screen.findByRole('dialog', { name: `Disconnect ${FIRM}?` });
  expect(
    within(dialog)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'its sealed tokens, and the client id and secret you entered',
    'everything read from it, with the search index made from it',
    'which Clio contact stands for which HighLevel contact here',
    `its pairing with ${LOCATION}`,
  ]);
  expect(dialog.textContent).toContain('2 writes are waiting. Those of this connection are dropped and never sent.');
  expect(dialog.textContent).toContain('Nothing is deleted in Clio itself.');
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(background.sent()).toEqual([]);
});

test('disconnecting sends the id, closes and is confirmed in words; a failure stays in the dialog', async () => {
  const { user } = openConsole(everyday());
  background.refuse('connection.remove', 'storage-unavailable');
  await pick(user, LOCATION, 'Disconnect and erase');
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Disconnect and erase' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();

  background.accept('connection.remove');
  background.show(everyday({ connections: [firm()] }));
  await user.click(dialog.getByRole('button', { name: 'Disconnect and erase' }));
  expect(background.sent('connection.remove')).toEqual([{ id: 'highlevel:locHarbour01' }, { id: 'highlevel:locHarbour01' }]);
  expect(await screen.findByText(`${LOCATION} is disconnected and its data erased.`)).toBeTruthy();
  expect(screen.queryByRole('article', { name: LOCATION })).toBeNull();
  // The focus was on the card that is gone.
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});

test('a connection that needs a sign-in stands before those that are well', async () => {
  const first = location({ id: 'highlevel:loc2', account: 'loc2', name: 'Well' });
  openConsole(firstRun({ connections: [first, location({ state: 'reconnect', reason: 'signed-out' }), firm()] }));
  await card(LOCATION);
  expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([LOCATION, 'Well', FIRM]);
});
