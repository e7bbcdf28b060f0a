/** Reproducible chance: the same seed, the same numbers (mulberry32). */
export function createRandom(seed: number) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (share: number): boolean => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    /** Early entries are commoner, as names are: the chance falls with the rank. */
    pickCommon: <T>(list: readonly T[], flat = 12): T => {
      const rank = flat * ((1 + list.length / flat) ** next() - 1);
      return list[Math.min(list.length - 1, Math.floor(rank))]!;
    },
    shuffled: <T>(list: readonly T[]): T[] => {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [copy[at], copy[other]] = [copy[other]!, copy[at]!];
      }
      return copy;
    },
  };
}
export type Random = ReturnType<typeof createRandom>;
