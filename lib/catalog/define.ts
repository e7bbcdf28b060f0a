import type * as z from 'zod/mini';
import type { Request } from '../http/endpoint.ts';
import type { Entity } from '../model/change.ts';
import type { System } from '../model/subject.ts';

/** What an operation may know besides its input. Plain data: an operation does no I/O. */
export interface Context {
  /** Location id, or `REGION:ACCOUNTID`. */
  account: string;
  /** IANA zone of the location, for due dates. */
  timeZone: string;
  /** ISO 3166 alpha-2, for phones. */
  country: string;
}

/** A record to be stored because the answer told of it. */
export interface Told {
  entity: Entity;
  id: string;
  value: unknown;
  /** The contact it is listed under. */
  owner?: string;
}

export interface Outcome {
  /** Id of what was made or changed. */
  id: string;
  told: Told[];
  /** Records known to be gone. */
  gone?: { entity: Entity; id: string }[];
  /** Names of values that came back other than sent, or that the answer says nothing of; they are read back before anybody is told. */
  differs: string[];
  /** Writes that only now can be named, as they are about what was made: to be queued with this row's end, under the same act and link. */
  follow?: { op: string; input: unknown }[];
}

/**
 * One write operation. `resend` says what a lost answer means: `safe`: sending again changes nothing more; `check`: look first, by `look` and `find`;
 * `never`: ask a person. `look` is also read before the first send, where `refuse` or a snapshot needs it.
 */
export interface Action<I = unknown, F = unknown, A = unknown> {
  id: string;
  system: System;
  resend: 'safe' | 'check' | 'never';
  input: z.ZodMiniType<I>;
  /** What it queues behind: one at a time a key. */
  key: (input: I, context: Context) => string;
  /** A fresh read before the send, and after a lost answer. */
  look?: (input: I, context: Context) => Request<F>;
  /** Read `look` before the first send too. */
  lookFirst?: boolean;
  /** Says why it must not be sent now: `changed` (somebody changed what the user saw), `done` (already as wanted). */
  refuse?: (input: I, fresh: F, context: Context) => 'changed' | 'done' | undefined;
  /** Ids of what was there before a create. */
  snapshot?: (fresh: F) => string[];
  /** What it made, if it was carried out: exactly one new record equal to the input; `several` when that can't be told. */
  find?: (input: I, fresh: F, snapshot: string[], context: Context) => Outcome | 'several' | undefined;
  /** `fresh` is what `look` read, when it was read. */
  request: (input: I, context: Context, fresh?: F) => Request<A>;
  outcome: (input: I, answer: A, context: Context) => Outcome;
  /** The values it will replace, kept for undo. */
  before?: (input: I, fresh: F) => unknown;
  /** The operation that takes it back, if the API has one. */
  undo?: (input: I, result: { id: string }, before: unknown) => { op: string; input: unknown } | undefined;
  /** A record that is not there any more counts as done (deleting). */
  absentIsDone?: boolean;
  /** After a contact was made: the API's search lags, so an unknown create is looked for this much later (milliseconds). */
  lag?: number;
}

/** An action with its types forgotten, as tables and the outbox hold it. */
// biome-ignore lint/suspicious/noExplicitAny: the table holds actions of every input; `input` (zod) checks what comes back from the disk
export type AnyAction = Action<any, any, any>;

export const defineAction = <I, F = undefined, A = unknown>(action: Action<I, F, A>): Action<I, F, A> => action;
