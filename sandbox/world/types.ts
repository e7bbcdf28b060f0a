import type { ClioRows } from './types-clio.ts';
import type { HighLevelRows } from './types-highlevel.ts';

export type * from './types-clio.ts';
export type * from './types-clio-desk.ts';
export type * from './types-highlevel.ts';
export type * from './types-highlevel-sales.ts';

/** A whole world: what the sandbox is born with. Clio ids are unique across regions. */
export interface WorldRows {
  highlevel: HighLevelRows;
  clio: ClioRows;
}
