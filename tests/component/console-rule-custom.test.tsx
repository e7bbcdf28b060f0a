// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Rule } from '../../lib/model/rule.ts';
import { compile } from '../../lib/rules/compile.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, NOW } from './console-fixtures.ts';
import { pairOf } from './mappings-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeAll(async () => {
  await import('../../components/console/rules/RulesPage.tsx');
}, 60_000);
const customFields = {
  clio: [
    { id: '71', name: 'Intake date', type: 'date' },
    {
      ...{ id: '72', name: 'Referred by', type: 'picklist' },
      options: [
        { id: '901', name: 'A friend' },
        { id: '902', name: 'The bar' },
      ],
    },
  ],
  highlevel: [{ id: 'hlCase', name: 'Case type', type: 'TEXT' }],
};
beforeEach(() => {
  location.hash = '#/rules/new';
  background.answer('rules.view', { now: NOW, writing: { clio: true, highlevel: true }, rules: [], backfills: [] });
  background.answer('rule.save', ({ rule }) => ({ ...(rule as Rule), version: 1 }));
  background.answer('sync.view', {
    ...{ now: NOW, writing: { clio: true, highlevel: true } },
    pairs: [{ ...pairOf(), customFields }],
  });
});
afterEach(background.reset);
const saved = () => (background.sent('rule.save') as { rule: Rule }[]).at(-1)!.rule;

test('a rule looks at the firm’s own fields by their names, and at a list’s values by theirs', async () => {
  const { user } = openConsole(everyday());
  await user.click(await screen.findByRole('button', { name: 'Condition' }));
  const field = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Value to look at' });
  await screen.findAllByRole('option', { name: 'Referred by' });
  await user.selectOptions(field(), 'record.customFields.72');
  expect(field().selectedOptions[0]?.textContent).toBe('Referred by');
  expect([...screen.getByRole<HTMLSelectElement>('combobox', { name: 'Comparison' }).options].map(({ value }) => value)).toEqual([
    'is',
    'is-not',
    'is-blank',
    'is-filled',
  ]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Compared with' }), 'The bar');
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved().conditions).toEqual({ all: [{ field: 'record.customFields.72', operator: 'is', value: '902' }] });
  expect(compile(saved()).ok).toBe(true);
}, 20_000);

test('a day of the firm’s own is compared as a day, and goes into a text by a chip', async () => {
  const { user } = openConsole(everyday());
  await user.click(await screen.findByRole('button', { name: 'Condition' }));
  await screen.findAllByRole('option', { name: 'Intake date' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Value to look at' }), 'clio.customFields.71');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Comparison' }), 'older-than-days');
  await user.type(screen.getByRole('spinbutton', { name: 'Compared with' }), '30');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Add a step to: Then' }), 'notify');
  await user.click(screen.getByRole('button', { name: 'Insert a value into: Title' }));
  await user.click(screen.getByRole('button', { name: 'Case type' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved().conditions).toMatchObject({ all: [{ operator: 'older-than-days', value: 30 }] });
  expect(saved().steps).toMatchObject([{ title: '{{highlevel.customFields.hlCase}}' }]);
  expect(compile(saved()).ok).toBe(true);
}, 20_000);

test('a value goes into one of the firm’s own fields by a chip, without a brace being typed', async () => {
  const { user } = openConsole(everyday());
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Add a step to: Then' }), 'action');
  await user.selectOptions(screen.getByRole('combobox', { name: 'What is written' }), 'clio.contact.set-fields');
  await user.type(screen.getByRole('textbox', { name: 'Custom field' }), '71');
  await user.click(screen.getByRole('button', { name: 'Insert a value into: Value 1' }));
  await user.click(screen.getAllByRole('button', { name: 'Case type' })[0]!);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved().steps[0]).toMatchObject({ values: { customFields: { 71: '{{highlevel.customFields.hlCase}}' } } });
}, 20_000);

test('ids that were chosen before are told by their names', async () => {
  const step = (id: string, operation: string, values: object) => ({ id, do: 'action', operation, values });
  const rule = {
    ...{ id: 'r1', name: 'Intake', on: false, version: 1, trigger: { id: 'clio.contact.created', params: {} } },
    ...{ conditions: { all: [] }, scope: {}, pilot: { on: false, people: [] }, budget: { perHour: 1, perDay: 1 } },
    steps: [
      step('task', 'clio.task.create', { title: 'Call', assigneeId: '2' }),
      step('set', 'clio.contact.set-fields', { contactId: '{{record.id}}', customFields: { 72: '901' } }),
    ],
  } as unknown as Rule;
  const row = { rule, state: { failures: 0 }, savedAt: NOW, runs: 0, waiting: 0, problems: [] };
  background.answer('rules.view', { now: NOW, writing: { clio: true, highlevel: true }, rules: [row], backfills: [] });
  location.hash = '#/rules/r1';
  openConsole(everyday());
  expect(await screen.findByText('Tomás Rivera')).toBeTruthy();
  expect(screen.getByText('Referred by', { selector: '.field-hint' })).toBeTruthy();
}, 20_000);
