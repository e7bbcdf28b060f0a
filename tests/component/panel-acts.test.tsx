// @vitest-environment happy-dom
import { cleanup, screen, act as settle, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { act, LOCATION, NOW, personView, waiting } from './fixtures.ts';
import { acts, background, resetBackground } from './panel-background.ts';
import { change, show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));

beforeEach(resetBackground);
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const messages = () => within(screen.getByRole('region', { name: 'Messages' }));

const pass = (ms: number) =>
  settle(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

describe('how an act ends', () => {
  test('done, it says what was checked and can be undone', async () => {
    const { user } = await show(personView({}, { acts: [act()] }));
    expect(messages().getByText('Pushed “Request medical records”')).toBeTruthy();
    expect(messages().getByText('Checked in HighLevel')).toBeTruthy();
    await user.click(button('Undo'));
    expect(acts()).toEqual([{ type: 'act.undo', payload: { actId: 'act1' } }]);
  });

  test('undone, and copied to Clio, it says so', async () => {
    const copied = act({ id: 'act2', kind: 'contact.copy-to-clio', label: 'Marisol', undoUntil: undefined });
    await show(personView({}, { acts: [act({ state: 'undone' }), copied] }));
    expect(messages().getByText('Undone, “Request medical records”')).toBeTruthy();
    expect(messages().getByText('Copied to Clio for “Marisol”')).toBeTruthy();
    expect(messages().getByText('Checked in Clio')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('the undo counts down and goes', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await show(personView({}, { acts: [act()] }));
    expect(button('Undo').textContent).toBe('Undo 8 s');
    await pass(5_200);
    expect(button('Undo').textContent).toBe('Undo 3 s');
    await pass(3_200);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('the countdown goes by the background’s clock', async () => {
    await show(personView({}, { acts: [act({ undoUntil: NOW - 1 })] }));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('failed, it says why in words, and what they said', async () => {
    const failed = act({
      state: 'failed',
      undoUntil: undefined,
      error: { code: 'invalid-request', facts: { detail: 'dueDate is wrong' } },
    });
    await show(personView({}, { acts: [failed] }));
    expect(messages().getByText('Not pushed, “Request medical records”')).toBeTruthy();
    expect(messages().getByText(/They refused the values as invalid/)).toBeTruthy();
    expect(messages().getByText('They said: dueDate is wrong')).toBeTruthy();
  });

  test('a closed message stays closed, until the act ends badly', async () => {
    const { user } = await show(personView({}, { acts: [act({ state: 'sending', undoUntil: undefined })] }));
    await user.click(messages().getByRole('button', { name: 'Close' }));
    await change(personView({}, { acts: [act({ undoUntil: undefined })] }));
    expect(messages().queryByText(/Pushed/)).toBeNull();
    await change(personView({}, { acts: [act({ state: 'needs-you', undoUntil: undefined })] }));
    expect(messages().getByText(/Not pushed/)).toBeTruthy();
  });
});

describe('an act that is refused', () => {
  test('says why and can be sent again', async () => {
    const { user } = await show(personView());
    background.refusals.set('contact.push', { code: 'storage-full' });
    await user.click(button(/Push contact/));
    expect(await messages().findByText(/no room left/)).toBeTruthy();
    background.refusals.clear();
    await user.click(messages().getByRole('button', { name: 'Retry' }));
    expect(acts().map(({ type }) => type)).toEqual(['contact.push', 'contact.push']);
    await waitFor(() => expect(messages().queryByText(/no room left/)).toBeNull());
  });

  test('for another record than the one on screen, it is not offered again', async () => {
    const { user } = await show(personView());
    background.refusals.set('contact.push', { code: 'subject-changed' });
    await user.click(button(/Push contact/));
    expect(await messages().findByText(/You moved to another record/)).toBeTruthy();
    expect(messages().queryByRole('button', { name: 'Retry' })).toBeNull();
  });
});

describe('the activity tab', () => {
  test('lists what waits with a retry and a discard that asks', async () => {
    const failed = waiting(7, { state: 'failed', label: 'Call back', error: { code: 'invalid-request', facts: {} } });
    const { user } = await show(personView({}, { waiting: [failed] }));
    await user.click(screen.getByRole('tab', { name: /^Activity/ }));
    await user.click(button('Retry'));
    await user.click(button('Discard'));
    const asked = within(screen.getByRole('dialog', { name: 'Discard this write?' }));
    await user.click(asked.getByRole('button', { name: 'Discard' }));
    expect(acts()).toEqual([
      { type: 'write.retry', payload: { writeId: 7 } },
      { type: 'write.drop', payload: { writeId: 7 } },
    ]);
  });
});

describe('the menu', () => {
  test.each([
    ['Refresh', 'panel.refresh', { key: 'us:contact:11' }],
    ['Dock left', 'panel.dock', { side: 'left' }],
    ['Dock right', 'panel.dock', { side: 'right' }],
    ['Settings', 'console.open', {}],
    ['Close panel', 'panel.close', {}],
  ])('“%s” sends %s', async (name, type, payload) => {
    const { user } = await show(personView());
    await user.click(button('More'));
    await user.click(screen.getByRole('menuitem', { name }));
    expect(acts()).toEqual([{ type, payload }]);
  });

  test('not the same person: asks, then unlinks', async () => {
    const { user } = await show(personView());
    await user.click(button('More'));
    await user.click(screen.getByRole('menuitem', { name: 'Not the same person' }));
    await user.click(button('Unlink'));
    expect(acts()).toEqual([{ type: 'link.remove', payload: { key: 'us:contact:11' } }]);
  });

  test('works by keyboard and gives the focus back', async () => {
    const { user } = await show(personView());
    button('More').focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('Open in HighLevel');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Refresh');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button('More'));
  });
});

test('every notice has its words and its way on', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { container } = await show(
    personView(
      {},
      {
        notices: [
          { kind: 'offline' },
          { kind: 'rate-limited', system: 'highlevel', until: NOW + 8_000 },
          { kind: 'daily-limit', system: 'clio', until: NOW + 3_600_000 },
          { kind: 'reconnect', system: 'clio', connection: LOCATION, reason: 'signed-out', since: NOW - 60_000 },
          { kind: 'writing-off' },
          { kind: 'connecting', system: 'clio' },
          { kind: 'stale', since: NOW - 3_600_000, code: 'host-access-missing' },
          { kind: 'storage', code: 'storage-full' },
        ],
      },
    ),
  );
  const texts = [...container.querySelectorAll('.banner')].map((one) => one.textContent);
  expect(texts).toHaveLength(8);
  expect(texts[1]).toBe('HighLevel asks for a pause. It goes on in 8 s.');
  expect(texts[2]).toContain('at 10:41');
  expect(texts[3]).toContain('since 09:40');
  expect(texts[5]).toBe('Connecting Clio… Finish in the window that opened.');
  expect(texts[6]).toContain('Allow it on the Connections page.');
  await pass(5_200);
  expect(screen.getByText('It goes on in 3 s.')).toBeTruthy();
});
