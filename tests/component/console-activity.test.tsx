// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';
import { DAVID, logRow, logView, MARISOL, ROWS } from './console-home-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  location.hash = '#/activity';
  background.answer('activity.view', ({ filter }) => (filter.act ? logView(CHAIN) : logView()));
});
afterEach(() => {
  background.reset();
  vi.restoreAllMocks();
});

const CHAIN = [ROWS[1]!, logRow(37, 13, { kind: 'decision', op: undefined, outcome: 'queued', act: 'act-2', why: 'changed' })];
const open = () => openConsole(everyday());
const row = (name: RegExp) => screen.findByRole('button', { name }, { timeout: 5000 });
const filters = () => background.sent('activity.view').map((one) => (one as { filter: object }).filter);
const listed = () => screen.getAllByRole('button', { expanded: false }).filter((one) => one.className === 'log-line');

test('rows stand under their day with what, whose, by whom, why and how it ended', async () => {
  open();
  await row(/Request medical records/);
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['Today', 'Yesterday']);
  expect(listed().map((one) => one.textContent)).toEqual([
    '09:57Task Request medical recordsMarisol Ortega-Whitfield · Click · HighLevelDone',
    '09:48Contact Marisol Ortega-WhitfieldTwo-way sync · HighLevel · The side that was chosen winsDone',
    '09:20Question David S. KimTwo-way sync · Changed on both sidesAsked',
    expect.stringMatching(/^00:00Contact in Clio Marisol.*The key lacks a permission.*Failed$/),
    '09:00Setting Harbour & Lane LLPPerson · Two-way sync was switched onDone',
  ]);
});

test('why it happened: the cause, the chain of the same act, before and after, and what lost', async () => {
  const { user } = open();
  await user.click(await row(/^09:48/));
  expect(screen.getByText('Two-way sync compared both sides. The side that was chosen wins.')).toBeTruthy();
  const chain = await screen.findByRole('list', { name: 'What led to it' });
  expect(
    within(chain)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual([
    '09:47Decision · Marisol Ortega-Whitfield: queued. Changed on one side',
    '09:48Contact · Marisol Ortega-Whitfield: done. The side that was chosen wins (this one)',
  ]);
  const cells = within(screen.getByRole('table', { name: 'What was written' }))
    .getAllByRole('row')
    .map((one) => one.textContent);
  expect(cells).toEqual(['FieldBeforeAfter', 'CityBurnabyVancouver', 'Phoneempty+1 604 555 0142']);
  expect(screen.getByText('City, from HighLevel').nextElementSibling?.textContent).toBe('Burnaby');
  expect(screen.getByRole('link', { name: 'Open the person, Marisol Ortega-Whitfield' }).getAttribute('href')).toBe(
    `#/people/${encodeURIComponent(MARISOL)}`,
  );
  expect(filters()).toContainEqual({ link: MARISOL, act: 'act-2' });
});

test('what was left alone is shown with its reason, and a click with what was clicked', async () => {
  const { user } = open();
  await user.click(await row(/Question David/));
  expect(screen.getByText('E-mail').nextElementSibling?.textContent).toBe(
    'Changed on both sides; nobody can tell which came later',
  );
  expect(screen.getByText(/Rankr will not decide this alone/)).toBeTruthy();
  await user.click(await row(/^09:57/));
  expect(screen.getByText('Somebody clicked: Pushing Request medical records.')).toBeTruthy();
  expect(within(screen.getByRole('table', { name: 'What was written' })).getByText('2026-11-25')).toBeTruthy();
});

test('filters are asked for at once, and cleared where nothing fits', async () => {
  const { user } = open();
  await row(/^09:57/);
  background.answer('activity.view', logView([]));
  await user.selectOptions(screen.getByRole('combobox', { name: 'What' }), 'Question');
  await user.selectOptions(screen.getByRole('combobox', { name: 'How it ended' }), 'Needs you');
  await user.selectOptions(screen.getByRole('combobox', { name: 'By whom' }), 'Rule');
  await user.selectOptions(screen.getByRole('combobox', { name: 'When' }), '7 days');
  expect(filters().at(-1)).toEqual({ kind: 'ask', outcome: 'needs-you', by: 'rule', from: Date.UTC(2026, 10, 16) });
  expect(await screen.findByText('Nothing matches these filters')).toBeTruthy();
  background.answer('activity.view', logView());
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await row(/^09:57/)).toBeTruthy();
  expect(filters().at(-1)).toEqual({});
});

test('a span of days takes both of them whole', async () => {
  const { user } = open();
  await row(/^09:57/);
  await user.selectOptions(screen.getByRole('combobox', { name: 'When' }), 'From … to …');
  const type = (label: string, value: string) => {
    const input = screen.getByLabelText(label) as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  type('From', '2026-11-20');
  await vi.waitFor(() => expect(filters().at(-1)).toEqual({ from: Date.UTC(2026, 10, 20) }));
  type('To', '2026-11-21');
  await vi.waitFor(() => expect(filters().at(-1)).toEqual({ from: Date.UTC(2026, 10, 20), to: Date.UTC(2026, 10, 22) - 1 }));
});

test('one person’s rows have an address of their own', async () => {
  location.hash = `#/activity/${encodeURIComponent(DAVID)}`;
  open();
  expect(await screen.findByText('Only David S. Kim', {}, { timeout: 5000 })).toBeTruthy();
  expect(filters()[0]).toEqual({ link: DAVID });
  expect(screen.getByRole('link', { name: 'Show everyone' }).getAttribute('href')).toBe('#/activity');
});

test('arrows and j, k go from row to row over the days; Enter opens', async () => {
  const { user } = open();
  (await row(/^09:57/)).focus();
  await user.keyboard('{ArrowDown}jj{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Setting Harbour');
  await user.keyboard('k{Enter}');
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
});

test('empty, and not to be read', async () => {
  background.answer('activity.view', logView([]));
  open();
  expect(await screen.findByText('Nothing has happened yet', {}, { timeout: 5000 })).toBeTruthy();
  background.refuse('activity.view', 'storage-unavailable');
  background.changed();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(screen.getByText('Nothing has happened yet'), 'what is known stays').toBeTruthy();
});

test('HTML in a label or a value is shown as text', async () => {
  const evil = '<img src=x onerror="globalThis.hit = 1">';
  background.answer('activity.view', logView([logRow(1, 1, { act: undefined, body: { label: evil, after: { city: evil } } })]));
  const { user } = open();
  await user.click(await row(/onerror/));
  expect(screen.getAllByText(evil, { exact: false }).length).toBeGreaterThan(1);
  expect(document.querySelector('img')).toBeNull();
});

test.each(['light', 'dark'])(
  'axe finds nothing on Activity with a row open, %s',
  async (theme) => {
    document.documentElement.dataset.theme = theme;
    const { user } = open();
    await user.click(await row(/^09:48/));
    await screen.findByRole('list', { name: 'What led to it' });
    const { violations, passes } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
  },
  20_000,
);

test('a rule is called by its name, with what sets it off and what that was', async () => {
  const run = logRow(50, 1, {
    ...{ kind: 'run', by: 'rule', cause: 'no-show', op: undefined, outcome: 'queued', act: undefined, link: undefined },
    body: { label: 'Signing', before: { status: 'confirmed' }, after: { status: 'noshow' } },
  });
  const gone = logRow(49, 2, { ...run, cause: 'removed', body: { label: 'Consultation' } });
  const rules = { 'no-show': { name: 'Call after a no-show', trigger: 'highlevel.appointment.no-show' } };
  background.answer('activity.view', logView([run, gone], { rules }));
  const { user } = open();
  const line = await row(/Signing/);
  expect(line.textContent).toContain('Call after a no-show');
  await user.click(line);
  expect(screen.getByText(/The rule “Call after a no-show” ran\. It is set off by: /)).toBeTruthy();
  const table = screen.getByRole('table', { name: 'What set it off' });
  expect(within(table).getByRole('row', { name: /Status.*confirmed.*noshow/ })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open the rule “Call after a no-show”' }).getAttribute('href')).toContain('no-show');
  await user.click(await row(/Consultation/));
  expect(screen.getByText(/The rule is not there any more\./)).toBeTruthy();
});
