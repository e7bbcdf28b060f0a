// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { background, openConsole } from './console-background.tsx';
import { crowded, everyday, firm, firstRun, location, READ_RIGHTS } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

const toHighLevel = () => screen.findByRole('switch', { name: 'Write to HighLevel' });
const toClio = () => screen.findByRole('switch', { name: 'Write to Clio' });
const described = (element: HTMLElement) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent;

test('each Clio account chooses its location; the choice is sent and confirmed', async () => {
  const { user } = openConsole(crowded());
  const select = await screen.findByLabelText<HTMLSelectElement>('HighLevel location for Harbour Lane PC');
  expect(select.selectedOptions[0]?.textContent).toBe('Choose a location');
  expect(select.options).toHaveLength(11);
  await user.selectOptions(select, 'highlevel:loc3');
  expect(background.sent('connection.pair')).toEqual([{ clio: 'clio:us:77', highlevel: 'highlevel:loc3' }]);
  expect(await screen.findByText('Saved. Harbour Lane PC goes with Family Law Intake.')).toBeTruthy();
});

test('a pair that is made is shown, and a refused change falls back to it with the reason', async () => {
  const second = location({ id: 'highlevel:loc2', account: 'loc2', name: 'Second office' });
  const view = everyday();
  const { user } = openConsole({ ...view, connections: [...view.connections, second] });
  const select = await screen.findByLabelText<HTMLSelectElement>('HighLevel location for Harbour & Lane LLP');
  expect(select.value).toBe('highlevel:locHarbour01');
  background.refuse('connection.pair', 'storage-full');
  await user.selectOptions(select, 'highlevel:loc2');
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(select.value).toBe('highlevel:locHarbour01');
});

test('without a location there is nothing to pair, and that is said', async () => {
  openConsole(firstRun({ connections: [firm()] }));
  await screen.findByRole('heading', { name: 'Which location goes with which firm' });
  expect(screen.getAllByText('Connect HighLevel first.').length).toBeGreaterThan(0);
  expect(screen.queryByLabelText(/^HighLevel location for/)).toBeNull();
});

test('writing is off; switching it on asks first and sends only after a yes', async () => {
  const { user } = openConsole(everyday());
  expect((await toHighLevel()).getAttribute('aria-checked')).toBe('false');
  await user.click(await toHighLevel());
  const dialog = within(await screen.findByRole('dialog', { name: 'Let Rankr write to HighLevel?' }));
  expect(background.sent()).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Keep reading only' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(background.sent()).toEqual([]);

  await user.click(await toHighLevel());
  background.show(everyday({ writing: { highlevel: true, clio: false } }));
  await user.click(await screen.findByRole('button', { name: 'Switch writing on' }));
  expect(background.sent('writing.set')).toEqual([{ system: 'highlevel', on: true }]);
  await vi.waitFor(async () => expect((await toHighLevel()).getAttribute('aria-checked')).toBe('true'));
});

test('switching writing off needs no question, whatever the rights are', async () => {
  const { user } = openConsole(
    everyday({ writing: { highlevel: true, clio: false }, connections: [location({ rights: [] }), firm()] }),
  );
  await user.click(await toHighLevel());
  expect(background.sent('writing.set')).toEqual([{ system: 'highlevel', on: false }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a location whose key may not write is named, though another one makes the switch movable', async () => {
  const other = location({ id: 'highlevel:locTwo', account: 'locTwo', name: 'Harbour Intake', rights: READ_RIGHTS });
  openConsole(everyday({ connections: [location(), other, firm()] }));
  expect(((await toHighLevel()) as HTMLButtonElement).disabled).toBe(false);
  expect(screen.getByText('Without a right to write, so what is pushed there will be refused: Harbour Intake.')).toBeTruthy();
});

test('the switch cannot be moved without a right to write, and says why', async () => {
  const { user } = openConsole(everyday());
  const locked = (await toClio()) as HTMLButtonElement;
  expect(locked.disabled).toBe(true);
  expect(described(locked)).toContain('No connection has a right to write. Grant one in Clio');
  await user.click(locked);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an unchecked or absent connection is the reason too', async () => {
  openConsole(firstRun({ connections: [location({ rights: undefined, rightsAt: undefined })] }));
  expect(described(await toHighLevel())).toContain('Check the permissions of HighLevel first.');
  expect(described(await toClio())).toContain('Connect Clio first.');
});

test('a refused switch stays off and says why', async () => {
  const { user } = openConsole(everyday());
  background.refuse('writing.set', 'storage-unavailable');
  await user.click(await toHighLevel());
  await user.click(await screen.findByRole('button', { name: 'Switch writing on' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect((await toHighLevel()).getAttribute('aria-checked')).toBe('false');
});

test('the button for host access asks the browser inside the click itself', async () => {
  const hosts = ['https://services.leadconnectorhq.com/*', 'https://app.clio.com/*'];
  const { requestHosts } = openConsole(everyday({ missingHosts: hosts }));
  const button = await screen.findByRole('button', { name: 'Allow access' });
  expect(screen.getByText('services.leadconnectorhq.com, app.clio.com')).toBeTruthy();
  button.click();
  // No await before this line: a browser refuses the question after the click is over.
  expect(requestHosts).toHaveBeenCalledExactlyOnceWith(hosts);
  background.show(everyday());
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Allow access' })).toBeNull());
});

test('a refused host access is told with the other way to give it', async () => {
  const { user } = openConsole(
    everyday({ missingHosts: ['https://app.clio.com/*'] }),
    vi.fn(async () => false),
  );
  await user.click(await screen.findByRole('button', { name: 'Allow access' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/add-on settings/);
});

test.each([
  ['storage-full', /no room left/],
  ['storage-unavailable', /does not let Rankr store/],
] as const)('%s is told at the top of the page', async (storage, words) => {
  openConsole(everyday({ storage }));
  expect((await screen.findByRole('alert')).textContent).toMatch(words);
});

test('erasing everything wants the word typed, says what goes, and ends in the first run', async () => {
  const { user } = openConsole(everyday({ waiting: 1 }));
  await user.click(await screen.findByRole('button', { name: 'Erase everything' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Erase everything from this browser?' }));
  expect(dialog.getByText('2 connections with their sealed tokens and keys')).toBeTruthy();
  expect(dialog.getByText('1 waiting write, which will never be sent')).toBeTruthy();
  const word = dialog.getByLabelText('Type erase to confirm');
  await user.type(word, 'delete');
  await user.click(dialog.getByRole('button', { name: 'Erase everything' }));
  expect(background.sent()).toEqual([]);
  expect(document.activeElement).toBe(word);

  await user.clear(word);
  await user.type(word, 'erase');
  background.show(firstRun());
  await user.click(dialog.getByRole('button', { name: 'Erase everything' }));
  expect(background.sent('everything.erase')).toEqual([{}]);
  expect(await screen.findByText('Everything is erased.')).toBeTruthy();
  expect(await screen.findByRole('heading', { name: /^Welcome/ })).toBeTruthy();
});
