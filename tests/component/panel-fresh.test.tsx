import { render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pauseEnd, useFresh, useReadAfter, useReadOnceSignedIn } from '../../components/panel/use-fresh.ts';
import type { PanelView } from '../../lib/model/panel.ts';
import { NOW, personView, view } from './fixtures.ts';

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
  expect(send.mock.calls).toEqual([['panel.refresh', { key: 'us:contact:1', timed: true }]]);
  show('hidden');
  vi.advanceTimersByTime(600_000);
  expect(send).toHaveBeenCalledTimes(1);
  show('visible');
  expect(send).toHaveBeenCalledTimes(2);
  expect(send).toHaveBeenLastCalledWith('panel.refresh', { key: 'us:contact:1' });
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

test('what is on screen is read again when the network is back, unless nobody sees it', () => {
  render(<Fresh />);
  window.dispatchEvent(new Event('online'));
  expect(send.mock.calls).toEqual([['panel.refresh', { key: 'us:contact:1' }]]);
  show('hidden');
  window.dispatchEvent(new Event('online'));
  expect(send).toHaveBeenCalledTimes(1);
});

function After({ end }: { end?: number }) {
  useReadAfter('us:contact:1', end, () => NOW);
  return null;
}

test('after a pause it is read once more by itself, when the pause is over and not before', () => {
  const { unmount } = render(<After end={NOW + 8_000} />);
  vi.advanceTimersByTime(7_900);
  expect(send).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(send.mock.calls).toEqual([['panel.refresh', { key: 'us:contact:1' }]]);
  vi.advanceTimersByTime(60_000);
  expect(send).toHaveBeenCalledTimes(1);
  unmount();
});

test('a pause that is over already makes no storm, and no pause makes no reading', () => {
  render(<After end={NOW - 60_000} />);
  vi.advanceTimersByTime(1_900);
  expect(send).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(send).toHaveBeenCalledTimes(1);
  render(<After />);
  vi.advanceTimersByTime(600_000);
  expect(send).toHaveBeenCalledTimes(1);
});

const PAUSE = { kind: 'rate-limited', system: 'highlevel', until: NOW + 5_000 } as const;
test.each([
  ['a limit on the first visit', view({ kind: 'error', code: 'rate-limited', system: 'clio', until: NOW + 9_000 }), NOW + 9_000],
  ['a limit whose end was forgotten', view({ kind: 'error', code: 'daily-limit', system: 'clio' }), 0],
  ['any other failure', view({ kind: 'error', code: 'server-error', system: 'clio' }), undefined],
  ['a person with a part unread', personView({ unread: ['notes'] }, { notices: [PAUSE] }), PAUSE.until],
  ['a person shown whole', personView({}, { notices: [PAUSE] }), undefined],
])('the end of the pause: %s', (_, seen, end) => {
  expect(pauseEnd(seen)).toBe(end);
});

test('a sign-in made elsewhere is followed by a reading at once, and only then', () => {
  const viewOf = (kind: string) =>
    ({ key: 'us:contact:1', subject: { region: 'us', kind: 'contact', id: '1' }, screen: { kind } }) as unknown as PanelView;
  function Watched({ kind }: { kind: string }) {
    useReadOnceSignedIn(viewOf(kind));
    return null;
  }
  const { rerender } = render(<Watched kind="loading" />);
  rerender(<Watched kind="person" />);
  expect(send).not.toHaveBeenCalled();
  rerender(<Watched kind="reconnect" />);
  rerender(<Watched kind="connecting" />);
  expect(send).not.toHaveBeenCalled();
  rerender(<Watched kind="loading" />);
  expect(send.mock.calls).toEqual([['panel.refresh', { key: 'us:contact:1' }]]);
});
