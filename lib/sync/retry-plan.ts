import type { AnyAction } from '../catalog/define.ts';
import { type AppError, type ErrorCode, retryOf } from '../model/errors.ts';
import type { Write } from '../model/outbox.ts';

const SECOND = 1000;
const LONGEST = 10 * 60 * SECOND;
const LATER = 15 * 60 * SECOND;

/** Exponential from 2 s to 10 min, with up to half of it as jitter, so that many browsers don't come back at once. */
export const backoff = (attempts: number, random: number): number => {
  const full = Math.min(LONGEST, 2 * SECOND * 2 ** Math.max(0, attempts - 1));
  return full / 2 + (full / 2) * random;
};

/** Trying again changes nothing here: somebody has to grant a right, choose a value or look. */
const NEEDS_A_PERSON: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'missing-scope',
  'wrong-location',
  'changed-meanwhile',
  'not-as-sent',
  'duplicate-contact',
]);

export type Plan = { stop: false; state: 'queued' | 'unknown'; nextAt: number } | { stop: true; state: 'failed' | 'needs-you' };

/** What becomes of a row after a failure. Goes by the error table and by whether the request may have been carried out; never by words. */
export function afterError(
  error: Pick<AppError, 'code' | 'facts'>,
  write: Pick<Write, 'attempts' | 'state' | 'failures' | 'by'>,
  action: Pick<AnyAction, 'resend' | 'lag'>,
  now: number,
  random: number,
): Plan {
  const { code, facts } = error;
  const wait = Math.max(facts.until ?? 0, now + backoff(1 + (write.failures ?? 0), random));
  // The read before a resend failed: still unknown, look again later.
  const stillUnknown = write.state === 'unknown';
  if (facts.maybeDone)
    return { stop: false, state: 'unknown', nextAt: Math.max(facts.until ?? 0, now + Math.max(SECOND, action.lag ?? 0)) };
  if (NEEDS_A_PERSON.has(code)) return { stop: true, state: 'needs-you' };
  const kept = stillUnknown ? 'unknown' : 'queued';
  // Clio says 412 when the record changed since it was read; it is read again each time, but not for ever. What sync planned is
  // planned anew at once, which counts its own times (lib/sync/replan).
  if (code === 'precondition-failed' && (write.by === 'sync' || write.attempts >= 3)) return { stop: true, state: 'needs-you' };
  switch (retryOf(code)) {
    case 'soon':
      return { stop: false, state: kept, nextAt: wait };
    case 'later':
      return { stop: false, state: kept, nextAt: facts.until ?? now + LATER };
    // Held while the connection waits for its person; signing in brings it forward.
    case 'after-sign-in':
      return { stop: false, state: kept, nextAt: wait };
    case 'never':
      return { stop: true, state: 'failed' };
  }
}

/** When an unknown create that was not found is looked for again; undefined once it has surely not happened. */
export function lookAgainAt(write: Pick<Write, 'checks'>, action: Pick<AnyAction, 'lag'>, now: number): number | undefined {
  if (!action.lag) return undefined;
  // The search index lags writes by seconds (api-facts): two empty looks, the second well after the lag.
  return write.checks < 2 ? now + action.lag * (write.checks + 1) : undefined;
}
