import type { Meter } from '../http/limiter.ts';
import type { Connection } from '../model/connection.ts';
import type { StorageProblem } from '../model/storage.ts';
import type { Reader } from '../store/read.ts';
import type { SettingsStore } from '../store/settings.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Accounts } from './scene.ts';
import type { SignInStatus } from './sign-in-status.ts';

/** What the panel's view is made from. */
export interface ViewParts {
  accounts: Accounts;
  reader: Reader;
  settings: SettingsStore;
  outbox: Outbox;
  meter: (connection: Connection) => Meter;
  /** Whether a sign-in window is open. */
  status: Pick<SignInStatus, 'get'>;
  online: () => boolean;
  /** What is wrong with the disk, if anything. */
  storage: () => StorageProblem | undefined;
  now: () => number;
  timeZone: () => string;
}
