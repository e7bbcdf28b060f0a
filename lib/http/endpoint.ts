import type * as z from 'zod/mini';
import type { System } from '../model/subject.ts';

/** One row of an API table. Nothing here does I/O. */
export interface Endpoint<A = unknown> {
  /** e.g. `highlevel.task.create`; sandbox fault routes and the ledger are read by it too. */
  id: string;
  system: System;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `:name` segments. */
  path: string;
  /** HighLevel's Version header. Kept here so that moving to a newer one is one edit. */
  version?: string;
  scope: string;
  access: 'read' | 'write';
  /** Query names that may be sent. */
  query?: readonly string[];
  /** Shape of a good answer; a wrong one is `bad-answer`. Unknown extra fields are dropped, never refused. */
  answer: z.ZodMiniType<A>;
}

/** One call of an endpoint: plain data, so that it can be stored, shown in a dry run and sent later. */
export interface Request<A = unknown> {
  endpoint: Endpoint<A>;
  /** Path parameters; each must match /^[A-Za-z0-9_-]{1,64}$/ (checked by the client, so no path can be smuggled in). */
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** Sent as If-Match (Clio). */
  ifMatch?: string;
}
