import type { System } from './subject.ts';

/** Always plain text: converted and cleaned at the door (lib/<system>/convert). */
export interface Note {
  system: System;
  account: string;
  id: string;
  contactId?: string;
  title?: string;
  /** Plain text with line breaks. */
  text: string;
  /** ISO 8601 UTC, or a day for Clio notes without a time. */
  at: string;
  authorName?: string;
  /** A matter note is privileged by default: not pushed unless the user says so. */
  matter?: { id: string; label: string };
  etag?: string;
  /** ISO 8601 UTC. HighLevel tells no time of change [official spec]. */
  createdAt?: string;
  updatedAt?: string;
}
