import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StuckWrite } from '../../lib/model/console-sync.ts';
import { asksView, stuck } from './ask-fixtures.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  location.hash = '#/needs-you';
});
afterEach(() => background.reset());

const CONNECTION = 'highlevel:locHarbour';
const refused = (more: Partial<StuckWrite> = {}) =>
  stuck({
    ...{ state: 'failed', error: { code: 'invalid-request', facts: { detail: 'title must be shorter' } } },
    edit: {
      connection: CONNECTION,
      input: {
        contactId: 'hlMarisol1',
        values: {
          title: 'Call back about deposition',
          body: 'Ask for Ruth',
          due: { kind: 'day', day: '2026-11-30' },
          done: false,
        },
      },
    },
    ...more,
  });
const open = async (write: StuckWrite) => {
  background.answer('asks.view', asksView([], [write]));
  const { user } = openConsole(everyday());
  await screen.findByRole('listbox', { name: 'Needs you' });
  return user;
};
const dialog = async (write = refused()) => {
  const user = await open(write);
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  return { user, box: within(screen.getByRole('dialog')) };
};

test('the form holds the values that failed and the reason; whom it is for is not in it', async () => {
  const { box } = await dialog();
  expect(box.getByLabelText<HTMLInputElement>('Title').value).toBe('Call back about deposition');
  expect(box.getByLabelText<HTMLInputElement>(/^Due/).value).toBe('2026-11-30');
  expect(box.getByText('They said: title must be shorter')).toBeTruthy();
  expect(box.queryByLabelText(/^Contact/)).toBeNull();
});

test('only what was changed is sent, and the dialog closes once it is queued', async () => {
  const { user, box } = await dialog();
  const save = box.getByRole<HTMLButtonElement>('button', { name: 'Save and send' });
  expect(save.disabled).toBe(true);
  await user.clear(box.getByLabelText('Title'));
  await user.type(box.getByLabelText('Title'), 'Call back 1');
  await user.clear(box.getByLabelText(/^Text|^Description|^Body/));
  await user.click(save);
  expect(background.sent('write.edit')).toEqual([{ writeId: 41, values: { title: 'Call back 1', body: '' } }]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('typing does not press the keys of the page behind', async () => {
  const { user, box } = await dialog();
  box.getByRole('button', { name: 'Cancel' }).focus();
  await user.keyboard('12');
  await user.click(box.getByRole('button', { name: 'Cancel' }));
  window.dispatchEvent(new Event('pagehide'));
  expect(background.sent('write.retry')).toEqual([]);
  expect(background.sent('write.drop')).toEqual([]);
});

test('a value that can’t be one is told at its field, and nothing is sent', async () => {
  const { user, box } = await dialog();
  await user.clear(box.getByLabelText('Title'));
  await user.click(box.getByRole('button', { name: 'Save and send' }));
  expect(box.getByLabelText('Title').getAttribute('aria-invalid')).toBe('true');
  expect(background.sent('write.edit')).toEqual([]);
});

test('a refusal stays in the dialog, with what was typed', async () => {
  background.refuse('write.edit', 'changed-meanwhile');
  const { user, box } = await dialog();
  await user.type(box.getByLabelText('Title'), ' today');
  await user.click(box.getByRole('button', { name: 'Save and send' }));
  expect((await box.findByRole('alert')).textContent).toBeTruthy();
  expect(box.getByLabelText<HTMLInputElement>('Title').value).toBe('Call back about deposition today');
});

test('a text held as privileged is sent by a second click, which speaks of that very text', async () => {
  background.refuse('write.edit', 'held');
  const { user, box } = await dialog();
  await user.type(box.getByLabelText('Title'), ' privileged');
  await user.click(box.getByRole('button', { name: 'Save and send' }));
  expect((await box.findByRole('alert')).textContent).toContain('looks privileged');
  await user.type(box.getByLabelText('Title'), '!');
  await user.click(box.getByRole('button', { name: 'Save and send' }));
  await user.click(await box.findByRole('button', { name: 'Send it anyway' }));
  const title = 'Call back about deposition privileged';
  expect(background.sent('write.edit')).toEqual([
    { writeId: 41, values: { title } },
    { writeId: 41, values: { title: `${title}!` } },
    { writeId: 41, values: { title: `${title}!` }, held: true },
  ]);
});

test('a moment is changed by its day, and left as it is where nobody touched it', async () => {
  const input = { contactId: 'hl1', values: { title: 'Call', due: { kind: 'time', at: '2026-11-30T17:00:00Z' }, done: false } };
  const { user, box } = await dialog(refused({ edit: { connection: CONNECTION, input } }));
  expect(box.getByLabelText<HTMLInputElement>(/^Due/).value).toMatch(/^2026-(11-30|12-01)$/);
  await user.type(box.getByLabelText('Title'), 's');
  await user.click(box.getByRole('button', { name: 'Save and send' }));
  expect(background.sent('write.edit')).toEqual([{ writeId: 41, values: { title: 'Calls' } }]);
});

test.each([
  ['a write that may have been carried out', stuck()],
  [
    'a deletion',
    refused({ op: 'highlevel.task.delete', edit: { connection: CONNECTION, input: { contactId: 'a', taskId: 'b' } } }),
  ],
  [
    'added tags',
    refused({ op: 'highlevel.contact.add-tags', edit: { connection: CONNECTION, input: { contactId: 'a', tags: ['vip'] } } }),
  ],
])('%s can’t be edited', async (_, write) => {
  await open(write);
  expect(screen.getByRole('button', { name: /Discard/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
});
