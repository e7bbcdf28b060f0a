// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WriteItem } from '../../lib/model/operation.ts';
import { personView, view, waiting } from './fixtures.ts';
import { acts, background, resetBackground } from './panel-background.ts';
import { show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));

beforeEach(resetBackground);
afterEach(cleanup);

const key = 'us:contact:11';

async function list(more: Partial<WriteItem>) {
  const shown = await show(personView({}, { waiting: [waiting(7, more)] }));
  await shown.user.click(screen.getByRole('tab', { name: /^Activity/ }));
  const row = within(screen.getByRole('region', { name: 'Waiting' }));
  return { ...shown, labels: () => row.queryAllByRole('button').map((one) => one.textContent), row };
}

const refused = (code: 'changed-meanwhile' | 'duplicate-contact', facts: { existingId?: string } = {}) =>
  ({ op: 'highlevel.contact.create', state: 'needs-you', error: { code, facts } }) as const;

test('a value changed meanwhile is looked at again instead of sent again: the write goes and the person is read afresh', async () => {
  const { user, row, labels } = await list({ ...refused('changed-meanwhile'), op: 'highlevel.contact.update' });
  expect(labels()).toEqual(['Look again', 'Discard']);
  await user.click(row.getByRole('button', { name: 'Look again' }));
  expect(acts()).toEqual([
    { type: 'write.drop', payload: { writeId: 7 } },
    { type: 'panel.refresh', payload: { key } },
  ]);
});

test('a contact that exists already is linked, and only then the write goes', async () => {
  const { user, row, labels } = await list(refused('duplicate-contact', { existingId: 'hlTwin' }));
  expect(labels()).toEqual(['Link that contact', 'Discard']);
  await user.click(row.getByRole('button', { name: 'Link that contact' }));
  expect(acts()).toEqual([
    { type: 'link.set', payload: { key, highlevelId: 'hlTwin' } },
    { type: 'write.drop', payload: { writeId: 7 } },
  ]);
});

test('when linking is refused the write stays, with what it says', async () => {
  background.refusals.set('link.set', { code: 'subject-changed' });
  const { user, row } = await list(refused('duplicate-contact', { existingId: 'hlTwin' }));
  await user.click(row.getByRole('button', { name: 'Link that contact' }));
  expect(acts().map(({ type }) => type)).toEqual(['link.set']);
});

test('a duplicate that HighLevel does not name is looked for', async () => {
  const { labels } = await list(refused('duplicate-contact'));
  expect(labels()).toEqual(['Look again', 'Discard']);
});

test('a write that still waits can be discarded, also while a sign-in is needed', async () => {
  const { user, row, labels } = await list({ nextAt: Number.MAX_SAFE_INTEGER });
  expect(labels()).toEqual(['Discard']);
  await user.click(row.getByRole('button', { name: 'Discard' }));
  const asked = within(screen.getByRole('dialog', { name: 'Discard this write?' }));
  expect(asked.getByText(/will not be written/)).toBeTruthy();
  await user.click(asked.getByRole('button', { name: 'Discard' }));
  expect(acts()).toEqual([{ type: 'write.drop', payload: { writeId: 7 } }]);
  cleanup();
  const connection = { id: 'highlevel:loc1', name: 'Harbour' };
  const reason = { kind: 'reconnect', system: 'highlevel', connection, reason: 'signed-out', since: 0 } as const;
  await show(view(reason, { waiting: [waiting(8)] }));
  expect(screen.getByRole('button', { name: 'Discard' })).toBeTruthy();
});

test.each(['sending', 'unknown'] as const)(
  'nothing is offered for a write that is %s: it may be written already',
  async (state) => {
    const { labels } = await list({ state });
    expect(labels()).toEqual([]);
  },
);

test('discarding one that may have been written does not promise that it was not', async () => {
  const { user, row } = await list({ state: 'needs-you', error: { code: 'outcome-unknown', facts: {} } });
  await user.click(row.getByRole('button', { name: 'Discard' }));
  expect(screen.getByText(/may have been written already/)).toBeTruthy();
  expect(screen.queryByText(/will not be written/)).toBeNull();
});

test('a refused write that can be put right leads to its form in the console', async () => {
  const { user, row, labels } = await list({
    ...{ op: 'highlevel.task.create', state: 'failed', error: { code: 'invalid-request', facts: {} }, canEdit: true },
  });
  expect(labels()).toEqual(['Retry', 'Edit…', 'Discard']);
  await user.click(row.getByRole('button', { name: 'Edit…' }));
  expect(acts()).toEqual([{ type: 'console.open', payload: { write: 7 } }]);
});
