import type { System } from '../model/subject.ts';
import type { Keeping } from './pull-keep.ts';
import type { Change, Of } from './pull-parts.ts';
import type { Seen } from './windows.ts';

/** One row of a page and what it changes; asked only for rows that are fresh. */
export interface Row extends Seen {
  keep?: () => Promise<Change>;
}

export interface Page {
  rows: Row[];
  /** Leads to the next page; undefined at the end. */
  next?: unknown;
  /** What the page as a whole changes. */
  change?: Change;
}

/** One list of changes. */
export interface Source {
  id: string;
  system: System;
  /** Milliseconds asked for twice: more than an index lags or a clock of theirs is off. None for lists without an order of change. */
  overlap?: number;
  /** How often it is asked (ms), while a Clio tab is open and otherwise. */
  every: { open: number; closed: number };
  /** Left alone where nobody wants it. */
  wanted?: (of: Of) => boolean;
  /** Pages a turn; left out: as many as the calls that are left allow. */
  most?: number;
  /** The first walk begins a day ago rather than with everything: children of linked people are read whole when they are linked. */
  recent?: boolean;
  /** `from`: changes after it (ISO 8601 UTC); undefined for everything. `token`: what the page before led to. */
  page(keeping: Keeping, from: string | undefined, token: unknown): Promise<Page>;
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** What is near enough to be looked at by itself: seven days back, sixty ahead. */
export const near = (now: number): { from: number; to: number } => ({ from: now - 7 * DAY, to: now + 60 * DAY });
export const minutes = (open: number, closed: number): Source['every'] => ({ open: open * MINUTE, closed: closed * MINUTE });
export const EVERYTHING = '1970-01-01T00:00:00Z';
