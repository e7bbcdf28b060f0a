// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { background, openConsole } from './console-background.tsx';
import { firstRun, location } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

const TOKEN = 'pit-00000000-1111-4222-8333-444444444444';
const token = () => screen.findByLabelText<HTMLInputElement>('Private Integration Token', { selector: 'input' });
const place = () => screen.getByLabelText<HTMLInputElement>('Location ID');
const connect = () => screen.getByRole('button', { name: 'Connect' });

test('a token and a location id are sent trimmed, and both fields are empty afterwards', async () => {
  const { user } = openConsole(firstRun());
  await user.type(await token(), ` ${TOKEN} `);
  await user.type(place(), 'locHarbour01 ');
  await user.click(connect());
  expect(background.sent('connection.add-token')).toEqual([{ token: TOKEN, locationId: 'locHarbour01' }]);
  expect(await screen.findByText('HighLevel is connected.')).toBeTruthy();
  expect([(await token()).value, place().value]).toEqual(['', '']);
  expect(document.documentElement.outerHTML).not.toContain(TOKEN);
});

test('the form closes when its location has come, and opens empty for the next one', async () => {
  const { user } = openConsole(firstRun());
  await user.type(await token(), TOKEN);
  await user.type(place(), 'locHarbour01');
  background.show(firstRun({ connections: [location()] }));
  await user.click(connect());
  await user.click(await screen.findByRole('button', { name: 'Connect another location' }));
  expect((await token()).value).toBe('');
});

test('the token is a password field that nobody completes or saves, with a toggle to look at it', async () => {
  const { user } = openConsole(firstRun());
  const field = await token();
  expect(field.type).toBe('password');
  expect(field.autocomplete).toBe('off');
  await user.type(field, TOKEN);
  await user.click(screen.getByRole('button', { name: 'Show Private Integration Token' }));
  expect(field.type).toBe('text');
  await user.click(screen.getByRole('button', { name: 'Hide Private Integration Token' }));
  expect(field.type).toBe('password');
  expect(document.documentElement.outerHTML).not.toContain(TOKEN);
});

test('an empty form sends nothing and puts the focus into the first field', async () => {
  const { user } = openConsole(firstRun());
  await token();
  await user.click(connect());
  expect(background.sent()).toEqual([]);
  expect(document.activeElement).toBe(await token());
  expect((await token()).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getAllByText('Fill this in.')).toHaveLength(2);
});

test('a location id with a wrong letter is refused at its field, which gets the focus', async () => {
  const { user } = openConsole(firstRun());
  await user.type(await token(), TOKEN);
  await user.type(place(), 'not an id');
  await user.click(connect());
  expect(background.sent()).toEqual([]);
  expect(document.activeElement).toBe(place());
  expect(screen.getByText(/^Only letters, digits/)).toBeTruthy();
});

test('a pasted address of the location becomes its id', async () => {
  const { user } = openConsole(firstRun());
  await token();
  await user.click(place());
  await user.paste('https://app.gohighlevel.com/v2/location/locHarbour01/settings/company');
  expect(place().value).toBe('locHarbour01');
});

test('a refused token is explained at the form, and what was typed stays', async () => {
  const { user } = openConsole(firstRun());
  background.refuse('connection.add-token', 'bad-credentials', { detail: 'Invalid JWT' });
  await user.type(await token(), TOKEN);
  await user.type(place(), 'locHarbour01');
  await user.click(connect());
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('HighLevel does not accept this token for this location.');
  expect(alert.textContent).toContain('The answer was: Invalid JWT');
  expect((await token()).value).toBe(TOKEN);
  expect(place().value).toBe('locHarbour01');
});

test('a second click while the first is under way sends nothing more', async () => {
  const { user } = openConsole(firstRun());
  const release = background.hold('connection.add-token');
  await user.type(await token(), TOKEN);
  await user.type(place(), 'locHarbour01');
  await user.click(connect());
  const busy = await screen.findByRole('button', { name: 'Connecting' });
  await user.click(busy);
  await user.type(place(), '{Enter}');
  expect(background.sent('connection.add-token')).toHaveLength(1);
  release();
});
