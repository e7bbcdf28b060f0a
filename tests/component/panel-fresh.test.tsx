import { render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFresh } from '../../components/panel/use-fresh.ts';

const send = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('../../lib/messages/send.ts', () => ({ send }));

const show = (state: 'visible' | 'hidden') => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};
function Fresh({ record = true }: { record?: boolean }) {
  useFresh('us:contact:1', record);
  return null;
}

beforeEach(() => {
  vi.useFakeTimers();
  send.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  show('visible');
});

test('what is on screen is read again each minute and when the tab comes back', () => {
  render(<Fresh />);
  vi.advanceTimersByTime(61_000);
  expect(send.mock.calls).toEqual([['panel.refresh', { key: 'us:contact:1' }]]);
  show('hidden');
  vi.advanceTimersByTime(600_000);
  expect(send).toHaveBeenCalledTimes(1);
  show('visible');
  expect(send).toHaveBeenCalledTimes(2);
});

test('nothing is read for a page that is no record, nor after the person has gone', () => {
  const { unmount } = render(<Fresh record={false} />);
  vi.advanceTimersByTime(120_000);
  unmount();
  const shown = render(<Fresh />);
  shown.unmount();
  vi.advanceTimersByTime(120_000);
  expect(send).not.toHaveBeenCalled();
});
