// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Rule } from '../../lib/model/rule.ts';
import type { DryRunView, RulesView, RuleView } from '../../lib/model/rules-view.ts';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, NOW } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeAll(async () => {
  await import('../../components/console/rules/RulesPage.tsx');
}, 60_000);
afterEach(background.reset);

const rule: Rule = {
  id: 'no-show',
  name: 'No-show follow-up',
  on: true,
  version: 2,
  trigger: { id: 'highlevel.appointment.no-show', params: {} },
  conditions: { all: [] },
  steps: [{ id: 'tell', do: 'notify', title: 'Missed', text: 'Call {{record.title}}' }],
  scope: {},
  pilot: { on: false, people: [] },
  budget: { perHour: 10, perDay: 100 },
};
const row = (over: Partial<RuleView> = {}): RuleView => ({
  rule,
  state: { failures: 0 },
  savedAt: NOW,
  runs: 4,
  waiting: 0,
  problems: [],
  ...over,
});
const view = (over: Partial<RulesView> = {}): RulesView => ({
  now: NOW,
  writing: { clio: false, highlevel: true },
  rules: [row()],
  backfills: [],
  ...over,
});
const open = async (sub = '', shown = view()) => {
  location.hash = sub ? `#/rules/${sub}` : '#/rules';
  background.answer('rules.view', shown);
  background.answer('rule.save', ({ rule: saved }) => ({ ...(saved as Rule), version: 3 }));
  return openConsole(everyday());
};
const faults = async () => {
  const { violations, passes } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(passes.length).toBeGreaterThan(10);
  return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`);
};

test('the list says how it goes with each rule, and switches it off', async () => {
  const paused = row({
    rule: { ...rule, id: 'other', name: 'Stale leads' },
    state: { failures: 5, paused: { at: NOW, why: 'failures' } },
  });
  const { user } = await open('', view({ rules: [row(), paused] }));
  expect(await screen.findByText('paused after failures')).toBeTruthy();
  await user.click(screen.getByRole('switch', { name: 'No-show follow-up' }));
  expect(background.sent('rule.switch')).toEqual([{ rule: 'no-show', on: false }]);
  expect(await faults()).toEqual([]);
}, 30_000);

test('a ready rule is a pilot after three clicks', async () => {
  const { user } = await open('', view({ rules: [] }));
  await user.click((await screen.findAllByRole('button', { name: 'Ready rules' }))[0]!);
  await user.click(await screen.findByRole('button', { name: 'Use this: New Clio contact to HighLevel' }));
  await user.click(screen.getByRole('button', { name: 'Start as pilot: 10 a day' }));
  const [saved] = background.sent('rule.save') as { rule: Rule }[];
  expect(saved?.rule).toMatchObject({
    name: 'New Clio contact to HighLevel',
    on: true,
    template: 'new-clio-contact',
    pilot: { on: true, perDay: 10 },
  });
}, 30_000);

test('every ready rule has a name, a text and a drawing', async () => {
  await open('templates');
  const cards = await screen.findAllByRole('article');
  expect(cards.length).toBeGreaterThanOrEqual(15);
  expect(cards).toHaveLength(TEMPLATES.length);
  for (const card of cards) expect(within(card).getByRole('list', { name: /What happens/ })).toBeTruthy();
  expect(await faults()).toEqual([]);
}, 60_000);

test('a rule is changed and saved: a condition, a step, a value put in', async () => {
  const { user } = await open('no-show');
  await user.click(await screen.findByRole('button', { name: 'Condition' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Value to look at' }), 'record.title');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Comparison' }), 'contains');
  await user.type(screen.getByRole('textbox', { name: 'Compared with' }), 'Consultation');
  await user.click(screen.getByRole('button', { name: 'Insert a value into: Title' }));
  await user.click(screen.getAllByRole('button', { name: 'Title' })[0]!);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Add a step to: Then' }), 'wait');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const [saved] = background.sent('rule.save') as { rule: Rule }[];
  expect(saved?.rule.conditions).toEqual({ all: [{ field: 'record.title', operator: 'contains', value: 'Consultation' }] });
  expect(saved?.rule.steps).toEqual([
    { id: 'tell', do: 'notify', title: 'Missed{{record.title}}', text: 'Call {{record.title}}' },
    { id: 'wait1', do: 'wait', minutes: 60 },
  ]);
}, 60_000);

const DRY: DryRunView = {
  now: NOW,
  problems: [],
  fired: 1,
  writes: 1,
  calls: 2,
  cases: [
    {
      label: 'Marisol Ortega',
      system: 'highlevel',
      entity: 'appointment',
      id: 'a1',
      at: NOW,
      steps: [
        { step: 'task', do: 'action', operation: 'highlevel.task.create', fields: [{ field: 'title', after: 'Call back' }] },
      ],
    },
    { label: 'David Kim', system: 'clio', entity: 'contact', id: 'c2', at: NOW, steps: [], skipped: 'not-fired' },
  ],
};

test('a dry run shows what would happen and what is left out, and saves nothing', async () => {
  background.answer('rule.dry-run', DRY);
  const { user } = await open('no-show');
  await user.click(await screen.findByRole('button', { name: 'Last 50 changes' }));
  expect(await screen.findByText('Call back')).toBeTruthy();
  expect(screen.getByText('The trigger is about something else')).toBeTruthy();
  expect(background.sent('rule.dry-run')).toEqual([{ rule, against: 'last-50' }]);
  expect(background.sent('rule.save')).toEqual([]);
  expect(await faults()).toEqual([]);
}, 60_000);

test('a ready rule is played on its own example before it is added', async () => {
  const { user } = await open('templates', view({ rules: [] }));
  background.answer('rule.dry-run', () => ({ ...DRY, cases: DRY.cases.filter(({ skipped }) => !skipped) }));
  await user.click(await screen.findByRole('button', { name: 'Use this: New Clio contact to HighLevel' }));
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Play the example' }));
  expect(await within(dialog).findByText('Call back')).toBeTruthy();
  const [asked] = background.sent('rule.dry-run') as { rule: Rule; against: { sample: { after: { name: string } } } }[];
  expect(asked?.rule).toMatchObject({ template: 'new-clio-contact', trigger: { id: 'clio.contact.created' } });
  expect(asked?.against.sample.after.name).toBe('Marisol Ortega');
  expect(background.sent('rule.save')).toEqual([]);
  expect(await faults()).toEqual([]);
}, 30_000);

test('a practice area is picked from the firm’s own list, for a condition and for where the rule holds', async () => {
  const { user } = await open('no-show');
  background.answer('operation.try', { data: { data: [{ id: 9, name: 'Family' }] }, status: 200, ms: 1, cut: false } as never);
  await user.click(await screen.findByRole('button', { name: 'Condition' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Value to look at' }), 'matter.practiceArea');
  const picks = () => screen.getAllByRole('button', { name: /practice area/i });
  await user.click(picks()[0]!);
  await user.click(await screen.findByRole('button', { name: 'Family' }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Compared with' }).value).toBe('Family');
  await user.click(picks().at(-1)!);
  await user.click(await screen.findByRole('button', { name: 'Family' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const [saved] = background.sent('rule.save') as { rule: Rule }[];
  expect(saved?.rule.conditions).toMatchObject({ all: [{ field: 'matter.practiceArea', value: 'Family' }] });
  expect(saved?.rule.scope).toEqual({ practiceAreas: ['Family'] });
  expect(background.sent('operation.try')[0]).toMatchObject({ id: 'clio.practice-area.list' });
  expect(await faults()).toEqual([]);
}, 60_000);
