// @vitest-environment happy-dom
import { cleanup, screen, act as settle } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOW, view } from './fixtures.ts';
import { acts, resetBackground } from './panel-background.ts';
import { show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));

beforeEach(() => {
  resetBackground();
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const pass = (ms: number) =>
  settle(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const refreshes = () => acts().filter(({ type }) => type === 'panel.refresh').length;

test('a limit on the first visit is counted down and read again by itself, with no retry to press before', async () => {
  await show(view({ kind: 'error', code: 'rate-limited', system: 'highlevel', until: NOW + 8_000 }));
  expect(screen.getByText('It goes on in 8 s.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  await pass(5_200);
  expect(screen.getByText('It goes on in 3 s.')).toBeTruthy();
  expect(refreshes()).toBe(0);
  await pass(3_500);
  expect(refreshes()).toBe(1);
  expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
});

test('the daily limit says when it goes on', async () => {
  await show(view({ kind: 'error', code: 'daily-limit', system: 'highlevel', until: NOW + 3_600_000 }));
  expect(screen.getByText('It goes on at 10:41.')).toBeTruthy();
});

test('offline on the first visit says so and is read as soon as the network is back', async () => {
  await show(view({ kind: 'error', code: 'offline', system: 'clio' }));
  expect(screen.getByText(/You are offline/)).toBeTruthy();
  // Effects run after the paint.
  await pass(100);
  expect(refreshes()).toBe(0);
  window.dispatchEvent(new Event('online'));
  expect(refreshes()).toBe(1);
});
