// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { placeWords, problemLabel } from '../../components/console/rules/words.ts';
import type { Rule } from '../../lib/model/rule.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, NOW } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeAll(async () => {
  await import('../../components/console/rules/RulesPage.tsx');
}, 60_000);
afterEach(background.reset);

const first: Rule = {
  ...{ id: 'no-show', name: 'No-show', on: true, version: 1, scope: {}, pilot: { on: false, people: [] } },
  trigger: { id: 'highlevel.appointment.no-show', params: {} },
  conditions: { all: [] },
  steps: [
    {
      id: 'task',
      do: 'action',
      operation: 'highlevel.task.create',
      values: { contactId: '{{link.highlevelId}}', title: 'Call' },
    },
  ],
  budget: { perHour: 10, perDay: 100 },
};
const second: Rule = {
  ...first,
  version: 2,
  conditions: {
    any: [
      { field: 'clio.email', operator: 'is-filled' },
      { field: 'record.title', operator: 'contains', value: 'intake' },
    ],
  },
  steps: [
    { id: 'wait', do: 'wait', minutes: 60 },
    { ...first.steps[0]!, values: { contactId: '{{link.highlevelId}}', title: 'Call back' } } as never,
  ],
  budget: { perHour: 20, perDay: 100 },
};

test('what a version changed is told in words, and a step that is put before another changes that one not', async () => {
  location.hash = '#/rules/no-show';
  const row = { rule: second, state: { failures: 0 }, savedAt: NOW, runs: 0, waiting: 0, problems: [] };
  background.answer('rules.view', { now: NOW, writing: { clio: true, highlevel: true }, rules: [row], backfills: [] });
  background.answer('rule.versions', [
    { version: 1, at: NOW - 1000, rule: first },
    { version: 2, at: NOW, rule: second },
  ]);
  const { user } = openConsole(everyday());
  await user.click(await screen.findByRole('tab', { name: 'Versions' }));
  const [newest] = await within(screen.getByRole('complementary', { name: 'Beside the rule' })).findAllByRole('listitem');
  const terms = within(newest!).getAllByRole('term');
  const said = terms.map((term) => `${term.textContent} | ${term.nextElementSibling?.textContent}`);
  expect(said).toEqual([
    'If | No condition. It runs each time. Person in Clio: E-mail is filled in or What it is about: Title contains intake',
    'Then | Create task in HighLevel Wait 60 min → Create task in HighLevel',
    'Create task in HighLevel: Title | Call Call back',
    'Runs an hour, at most | 10 20',
  ]);
}, 20_000);

test('where a problem lies is told in words', () => {
  expect(placeWords('rules.1.steps.0.values.title')).toBe('Rule 2, Step 1, Title');
  expect(placeWords('steps.2.then.0.values.tags.3')).toBe('Step 3, If so, Step 1, Tags');
  expect(placeWords('conditions.all.0.value')).toBe('If');
  expect(placeWords('')).toBe('');
  expect(problemLabel({ at: 'steps.0.values.title', code: 'required', about: 'title' })).toBe(
    'A value is needed here · Step 1, Title',
  );
  expect(problemLabel({ at: 'steps.0.operation', code: 'unknown-operation', about: 'x.y' })).toContain('(x.y)');
});

test('what was not saved is there again after a look at another page, until it is discarded', async () => {
  location.hash = '#/rules/no-show';
  const row = { rule: second, state: { failures: 0 }, savedAt: NOW, runs: 0, waiting: 0, problems: [] };
  background.answer('rules.view', { now: NOW, writing: { clio: true, highlevel: true }, rules: [row], backfills: [] });
  const { user } = openConsole(everyday());
  const name = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Name of the rule' });
  expect(screen.queryByRole('button', { name: 'Discard changes' })).toBeNull();
  await user.type(await name(), ' twice');
  await user.click(screen.getByRole('link', { name: 'Catalogue' }));
  await screen.findByRole('heading', { level: 1, name: 'Catalogue' }, { timeout: 5_000 });
  location.hash = '#/rules/no-show';
  await waitFor(async () => expect((await name()).value).toBe('No-show twice'));
  await user.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect((await name()).value).toBe('No-show');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  expect(background.sent('rule.save')).toEqual([]);
}, 20_000);
