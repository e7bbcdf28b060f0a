// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOTES, personView, TASKS } from './fixtures.ts';
import { resetBackground } from './panel-background.ts';
import { show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));

beforeEach(resetBackground);
afterEach(cleanup);

async function open(tab: string, person: Parameters<typeof personView>[0]) {
  const shown = await show(personView(person));
  await shown.user.click(screen.getByRole('tab', { name: new RegExp(`^${tab}`) }));
}

test('a task on both sides that differs says what differs and offers no push, only completing', async () => {
  const differs = { ...TASKS[2]!, state: 'differs' as const, differs: ['title' as const, 'due' as const] };
  await open('Tasks', { tasks: [differs] });
  expect(screen.getByText(/title, due date differs/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Push/ })).toBeNull();
  expect(screen.getByRole('checkbox', { name: 'Complete Send retainer agreement' })).toBeTruthy();
});

test.each([
  ['failed', 1],
  ['needs-you', 0],
] as const)('a push that is %s can be sent again from its row: %i', async (state, offered) => {
  await open('Tasks', { tasks: [{ ...TASKS[0]!, state }] });
  expect(screen.queryAllByRole('button', { name: 'Push task Request medical records' })).toHaveLength(offered);
});

test('a note on both sides is not pushed again, even where the words differ', async () => {
  await open('Notes', { notes: [{ ...NOTES[2]!, from: 'both', highlevelId: 'hlNote3', state: 'differs' }] });
  expect(screen.getByText('differs')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Push note to HighLevel' })).toBeNull();
});
