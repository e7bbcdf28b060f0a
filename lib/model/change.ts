import type { System } from './subject.ts';

export type Entity =
  | 'contact'
  | 'task'
  | 'note'
  | 'appointment'
  | 'calendar-entry'
  | 'matter'
  | 'user'
  | 'tag'
  | 'calendar'
  | 'custom-field';

/** Why a row changed: read from the system (`first`: by the first reading of its list, which tells nothing of when it was made), or written by us. */
export type Origin = 'pull' | 'first' | 'view' | 'write' | 'person';

/** One row of the change log, in the order it happened. `before`/`after` are stored sealed. */
export interface Change {
  seq: number;
  system: System;
  account: string;
  entity: Entity;
  id: string;
  before: unknown;
  after: unknown;
  origin: Origin;
  at: number;
}
