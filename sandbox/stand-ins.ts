import type { createClio } from './clio/index.ts';
import type { Clock } from './exchange.ts';
import type { createHighLevel } from './highlevel/index.ts';
import type { WorldRows } from './world/types.ts';

export type HighLevel = ReturnType<typeof createHighLevel>;
export type Clio = ReturnType<typeof createClio>;

export interface StandIns {
  highlevel: HighLevel;
  clio: Clio;
}

export interface StandInOptions {
  /** The vendors' real rate limits; otherwise limits wide enough never to be met by chance. */
  strictLimits?: boolean;
}

/** Builds both stand-ins over a world's rows. */
export async function makeStandIns(rows: WorldRows, clock: Clock, options: StandInOptions): Promise<StandIns> {
  // Loaded here rather than at the top, so that the core can be tested with small pretenders of its own.
  const [highlevel, clio] = await Promise.all([import('./highlevel/index.ts'), import('./clio/index.ts')]);
  return {
    highlevel: highlevel.createHighLevel(rows.highlevel, clock, options),
    clio: clio.createClio(rows.clio, clock, options),
  };
}
