import type { SessionArea } from '../messages/mounts.ts';
import type { Extension } from '../messages/sender.ts';
import type { Database } from '../store/db.ts';
import type { Door } from './door.ts';
import type { LocalArea } from './preferences.ts';
import type { Alarms } from './schedule.ts';

/** The world outside, as arguments: a simulated clock, network and disk can stand in for each. */
export interface AppParts {
  db: Database;
  fetch: typeof globalThis.fetch;
  now: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0..1 */
  random: () => number;
  newId: () => string;
  online: () => boolean;
  timeZone: () => string;
  session: SessionArea;
  /** storage.local, for what a person likes; without one the usual is used. */
  local?: LocalArea;
  /** Clears storage.session and storage.local. */
  clearAreas: () => Promise<void>;
  alarms: Alarms;
  /** Runs `work` unless this browser runs it already (a Web Lock of this name; `outbox` unless told). */
  exclusive: (work: () => Promise<void>, name?: 'outbox' | 'sync') => Promise<void>;
  launchAuth: (url: string) => Promise<string | undefined>;
  redirectUri: () => string;
  missingHosts: () => Promise<string[]>;
  door: Door;
  extension: Extension;
}
