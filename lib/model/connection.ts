import type { ErrorCode } from './errors.ts';
import type { Region, System } from './subject.ts';

/** A signed-in account of one system. No credential in here: those are sealed in the vault. */
export interface Connection {
  /** `highlevel:LOCATIONID` or `clio:REGION:ACCOUNTID` */
  id: string;
  system: System;
  /** The location's or firm's name, shown on screen. */
  name: string;
  /** HighLevel: location id. Clio: `REGION:ACCOUNTID`. */
  account: string;
  region?: Region;
  method: 'token' | 'oauth';
  /** Who signed in (Clio user's name, HighLevel company), when known. */
  userName?: string;
  /** IANA zone of the location or user. */
  timeZone?: string;
  /** ISO 3166 alpha-2, HighLevel location's. */
  country?: string;
  state: 'ok' | 'reconnect';
  reason?: ErrorCode;
  /** Milliseconds since 1970, of `reason`. */
  since?: number;
  connectedAt: number;
  /** When the present token or key was entered; reminders to rotate go by it. */
  keyAt: number;
  rights?: Right[];
  rightsAt?: number;
}

/** One row of the permission check. */
export interface Right {
  /** Words are `right.<id>`, e.g. `highlevel.contacts.read`. */
  id: string;
  access: 'read' | 'write';
  scope: string;
  state: 'granted' | 'missing' | 'unknown';
  /** What the harmless call answered, in short: `200`, `422 refused as invalid`, `401 not for this scope`. */
  proof: string;
}
