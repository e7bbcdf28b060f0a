import type { System } from './subject.ts';

/** Clio knows days, HighLevel knows instants. */
export type Due = { kind: 'day' /** YYYY-MM-DD */; day: string } | { kind: 'time' /** ISO 8601 UTC */; at: string };

export interface Task {
  system: System;
  account: string;
  id: string;
  /** The contact it stands under; a Clio task of a matter has the matter too. */
  contactId?: string;
  title: string;
  body?: string;
  due?: Due;
  done: boolean;
  /** The vendor's own status word (Clio: pending, in_progress, in_review, complete, draft). */
  status?: string;
  assigneeId?: string;
  assigneeName?: string;
  matter?: { id: string; label: string };
  /** Clio's permission: a private task is not pushed unless the user says so. */
  private?: boolean;
  etag?: string;
  /** ISO 8601 UTC; HighLevel tells neither [official spec]. */
  createdAt?: string;
  updatedAt?: string;
}
