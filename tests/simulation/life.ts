import type { AppParts } from '../../lib/app/parts.ts';

/** One worker's life. `left`: so many calls of disk or network, then it dies before (or after) the next. */
export interface Life {
  dead: boolean;
  left: number;
  after: boolean;
  /** Dies over the next write that leaves: before its answer arrives. */
  onWrite: boolean;
}

/** The browser's session storage, which outlives the worker. */
export const area = (session: Map<string, unknown>): AppParts['session'] => ({
  get: async (keys) => Object.fromEntries(keys.filter((key) => session.has(key)).map((key) => [key, session.get(key)])),
  async set(values) {
    for (const [key, value] of Object.entries(values)) session.set(key, structuredClone(value));
  },
  async remove(keys) {
    for (const key of keys) session.delete(key);
  },
});
