import type { Connection } from './connection.ts';
import type { ErrorCode } from './errors.ts';
import type { Place } from './panel.ts';
import type { StorageProblem } from './storage.ts';
import type { Region, System } from './subject.ts';

/** Everything the Connections page paints. */
export interface ConnectionsView {
  now: number;
  connections: ConnectionView[];
  /** Which HighLevel location goes with which Clio account (connection ids). */
  pairs: { clio: string; highlevel: string }[];
  writing: { highlevel: boolean; clio: boolean };
  /** To be registered in the firm's own HighLevel and Clio apps. */
  redirectUrl: string;
  /** Region of the Clio tab last seen, as the default of the form. */
  clioTabRegion?: Region;
  /** A sign-in under way, or the last one that failed. */
  signIn?: { system: System; state: 'open' | 'failed'; code?: ErrorCode; detail?: string; at: number };
  /** Hosts the browser has not granted (Firefox lets people take them back). */
  missingHosts: string[];
  /** Writes not yet done, for the warning before "Disconnect and erase". */
  waiting: number;
  storage?: StorageProblem;
}

export interface ConnectionView extends Connection {
  /** Permission check under way. */
  checking: boolean;
  /** Whole days since the key was entered; a reminder to rotate shows from 80 on. */
  keyAgeDays: number;
  pairedWith: Place[];
}
