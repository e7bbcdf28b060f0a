import { expect, test, vi } from 'vitest';
import { createBadge } from '../../lib/app/badge.ts';

/** Counts as the store would; `rest` lets the second of quiet go by. */
function world({ asks = 2, wanted = true, fails = false } = {}) {
  const shown: number[] = [];
  const sleepers: (() => void)[] = [];
  const state = { asks };
  const ring = createBadge({
    syncReader: { countAsks: async () => state.asks } as never,
    db: {
      read: async () => {
        if (fails) throw new Error('no disk');
        return 1;
      },
    } as never,
    local: { get: async () => ({ 'ui.badge': wanted }), set: async () => undefined },
    badge: (count) => void shown.push(count),
    sleep: () => new Promise((resolve) => void sleepers.push(resolve)),
  });
  return { ring, shown, state, rest: () => sleepers.shift()?.() };
}

test('the icon shows open questions and stopped writes together', async () => {
  const { ring, shown } = world();
  ring();
  await vi.waitFor(() => expect(shown).toEqual([3]));
});

test('a burst of changes ends in one count more, with what is true by then', async () => {
  const { ring, shown, state, rest } = world();
  ring();
  await vi.waitFor(() => expect(shown).toEqual([3]));
  for (let at = 0; at < 50; at += 1) ring();
  state.asks = 7;
  rest();
  await vi.waitFor(() => expect(shown).toEqual([3, 8]));
});

test('switched off it shows nothing, and a store that cannot be read shows nothing', async () => {
  for (const how of [{ wanted: false }, { fails: true }]) {
    const { ring, shown } = world(how);
    ring();
    await vi.waitFor(() => expect(shown).toEqual([0]));
  }
});
