import type { Signal } from '../messages/protocol.ts';
import { toAppError } from '../model/errors.ts';

/** What the background may say to others. */
export interface Door {
  /** To our own pages. */
  broadcast(signal: Signal): void;
  toTab(tabId: number, signal: Signal): void;
  /** `page`: the place of one of its pages, as its address has it. */
  openConsole(page?: string): Promise<void>;
  /** Paints a number on the toolbar icon, none for 0; left out where the browser has no such icon. */
  badge?(count: number): void;
}

/** For work nobody waits for. A failed read is kept in the store as the part's problem; what comes through here is a failure of the store itself. */
export function quietly(work: Promise<unknown>): void {
  work.catch((cause) => console.error('Rankr: could not read:', toAppError(cause).code));
}
