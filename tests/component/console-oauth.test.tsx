// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import {
  CLIO_READ_AREAS,
  CLIO_WRITE_AREAS,
  HIGHLEVEL_READ_SCOPES,
  HIGHLEVEL_WRITE_SCOPES,
} from '../../components/console/scopes.ts';
import { CLIO_RIGHTS } from '../../lib/clio/rights.ts';
import { HIGHLEVEL_SCOPES } from '../../lib/highlevel/auth.ts';
import type { ErrorCode } from '../../lib/model/errors.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, firstRun, NOW } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

const clioForm = async () => within(await screen.findByRole('form', { name: 'Connect a Clio firm' }));
const SECRET = 'clio-app-secret-9f8e7d';

test('HighLevel by OAuth sends the client id and secret of the second tab, and empties both', async () => {
  const { user } = openConsole(firstRun());
  await user.click(await screen.findByRole('tab', { name: 'OAuth with your own marketplace app' }));
  await user.type(screen.getByLabelText('Client ID'), '5a9d-app');
  await user.type(screen.getByLabelText('Client secret'), SECRET);
  await user.click(screen.getByRole('button', { name: 'Sign in to HighLevel' }));
  expect(background.sent('connection.sign-in')).toEqual([
    { system: 'highlevel', region: undefined, clientId: '5a9d-app', clientSecret: SECRET },
  ]);
  await vi.waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe(''));
  expect(document.documentElement.outerHTML).not.toContain(SECRET);
});

test('the arrow keys move between the two ways into HighLevel', async () => {
  const { user } = openConsole(firstRun());
  const tabs = await screen.findAllByRole('tab');
  expect(tabs[0]?.textContent).toContain('recommended');
  tabs[0]?.focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(tabs[1]);
  expect(tabs[1]?.getAttribute('aria-selected')).toBe('true');
  expect(screen.getByRole('form', { name: 'OAuth with your own marketplace app' })).toBeTruthy();
});

test('the scopes and permissions to tick are those the code asks for', () => {
  expect([...HIGHLEVEL_READ_SCOPES, ...HIGHLEVEL_WRITE_SCOPES]).toEqual([...HIGHLEVEL_SCOPES]);
  const areas = (access: string) =>
    CLIO_RIGHTS.filter((right) => right.access === access).map((right) => right.scope.split('.')[0]);
  expect([...CLIO_READ_AREAS]).toEqual(areas('read'));
  expect([...CLIO_WRITE_AREAS]).toEqual(areas('write'));
});

test('the redirect URL and the scopes can be copied', async () => {
  const { user } = openConsole(firstRun());
  await user.click(await screen.findByRole('tab', { name: /^OAuth/ }));
  const oauth = within(screen.getByRole('form', { name: 'OAuth with your own marketplace app' }));
  await user.click(oauth.getByRole('button', { name: 'Copy Redirect URL' }));
  expect(await navigator.clipboard.readText()).toBe('https://mbjlijnkndgjpjalbapddibpodolkdoj.chromiumapp.org/');
  expect((await oauth.findAllByText('Copied')).length).toBeGreaterThan(0);
  await user.click(oauth.getByRole('button', { name: 'Copy For reading' }));
  expect(await navigator.clipboard.readText()).toBe(HIGHLEVEL_READ_SCOPES.join(' '));
});

test('the region of the Clio tab is the default, in words with its host', async () => {
  openConsole(firstRun({ clioTabRegion: 'ca' }));
  const region = (await clioForm()).getByLabelText<HTMLSelectElement>('Region');
  expect(region.value).toBe('ca');
  expect([...region.options].map((option) => option.textContent)).toEqual([
    'United States (app.clio.com)',
    'European Union (eu.app.clio.com)',
    'Canada (ca.app.clio.com)',
    'Australia (au.app.clio.com)',
  ]);
});

test('Clio signs in with the chosen region, key and secret', async () => {
  const { user } = openConsole(firstRun({ clioTabRegion: 'ca' }));
  const form = await clioForm();
  await user.selectOptions(form.getByLabelText('Region'), 'au');
  await user.type(form.getByLabelText('App key'), 'key1');
  await user.type(form.getByLabelText('App secret'), SECRET);
  await user.click(form.getByRole('button', { name: 'Sign in to Clio' }));
  expect(background.sent('connection.sign-in')).toEqual([
    { system: 'clio', region: 'au', clientId: 'key1', clientSecret: SECRET },
  ]);
});

test('while the window is open the page says where to go on, and no second one can be opened', async () => {
  const { user } = openConsole(firstRun({ signIn: { system: 'clio', state: 'open', at: NOW } }));
  expect((await screen.findByText('A window is open; finish there.')).closest('[role=status]')).toBeTruthy();
  const form = await clioForm();
  await user.type(form.getByLabelText('App key'), 'key1');
  await user.type(form.getByLabelText('App secret'), SECRET);
  await user.click(form.getByRole('button', { name: 'Opening Clio' }));
  expect(background.sent()).toEqual([]);
});

const WORDS: [ErrorCode, RegExp][] = [
  ['sign-in-cancelled', /window was closed before sign-in was finished/],
  ['sign-in-refused', /Clio said no, or access was not allowed/],
  ['sign-in-state', /did not belong to this sign-in/],
  ['sign-in-interrupted', /browser stopped the sign-in half way/],
  ['bad-credentials', /Clio does not accept these credentials/],
];
test.each(WORDS)('a sign-in that failed with %s says why and what to do', async (code, words) => {
  openConsole(firstRun({ signIn: { system: 'clio', state: 'failed', code, at: NOW } }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Not signed in to Clio');
  expect(alert.textContent).toMatch(words);
});

test('a refused sign-in is told once, and the typed values stay', async () => {
  const { user } = openConsole(everyday());
  background.refuse('connection.sign-in', 'sign-in-refused');
  await user.click(await screen.findByRole('button', { name: 'Connect another firm' }));
  const form = await clioForm();
  await user.type(form.getByLabelText('App key'), 'key1');
  await user.type(form.getByLabelText('App secret'), SECRET);
  await user.click(form.getByRole('button', { name: 'Sign in to Clio' }));
  await screen.findByText(/Clio said no/);
  background.show(everyday({ signIn: { system: 'clio', state: 'failed', code: 'sign-in-refused', at: NOW } }), true);
  await screen.findByText('Not signed in to Clio');
  expect(screen.getAllByText(/Clio said no/)).toHaveLength(1);
  expect(form.getByLabelText<HTMLInputElement>('App secret').value).toBe(SECRET);
});
