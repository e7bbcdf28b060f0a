import { done, stop } from './conclude.ts';
import type { Job, JobParts } from './job.ts';
import { lookAgainAt } from './retry-plan.ts';
import { look, send } from './send.ts';

/** How many attempts with an unknown outcome before a person is asked. */
const MOST_ATTEMPTS = 3;

/** Nobody is waited for longer than so many looks. */
const MOST_WAITS = 10;

/**
 * A request may still arrive this long after its row was marked as sent (milliseconds): the limiter keeps it for 15 s at the most, and it is
 * on its way for up to 30. Until then "not there" proves nothing.
 */
const ARRIVES = 45_000;

/** When to look again for what was not found; undefined once it has surely not happened. */
function againAt({ write, action }: Job, now: number): number | undefined {
  const { sentAt = 0, nextAt, checks } = write;
  // The machine may have slept since it was marked as sent, or since the last look, with the request still in it: it is waited for from now on.
  const isLate = (checks ? nextAt : sentAt) + 2 * ARRIVES < now && checks < MOST_WAITS;
  // Sent under a clock that was put back since: it is waited for once.
  const isBack = sentAt > now;
  const arrived = isLate || (isBack && !checks) ? now + ARRIVES : isBack ? 0 : sentAt + ARRIVES;
  return lookAgainAt(write, action, now) ?? (now < arrived ? arrived : undefined);
}

/** The outcome is unknown: read first, and send again only when the record is surely not there. */
export async function settle(parts: JobParts, job: Job): Promise<void> {
  const { action, write, input, context } = job;
  const { snapshot } = write.body;
  if (action.resend === 'never' || !action.look || !action.find)
    return action.resend === 'safe' ? send(parts, job) : stop(parts, job, 'needs-you', 'outcome-unknown');
  // Without a snapshot nothing can be told from what was there before; it was never sent then.
  const isSent = write.attempts > 0;
  const fresh = isSent ? await look(parts, job) : undefined;
  const taken = isSent ? await parts.taken(write, action.snapshot?.(fresh) ?? []) : [];
  const found = isSent ? action.find(input, fresh, [...(snapshot ?? []), ...taken], context) : undefined;
  if (found === 'several') return stop(parts, job, 'needs-you', 'outcome-unknown');
  if (found) return done(parts, job, found);
  const again = write.attempts === 0 ? undefined : againAt(job, parts.now());
  if (again !== undefined) {
    await parts.outbox.patch(write.seq, { checks: write.checks + 1, nextAt: again }, undefined, 'unknown');
    return;
  }
  // Refused as invalid twice, and not there: then it was refused.
  if (write.error?.code === 'invalid-request' && write.attempts > 1)
    return stop(parts, job, 'failed', 'invalid-request', write.error.facts);
  if (write.attempts > MOST_ATTEMPTS) return stop(parts, job, 'needs-you', 'outcome-unknown');
  const queued = { state: 'queued', checks: 0, nextAt: parts.now() } as const;
  if (!(await parts.outbox.patch(write.seq, queued, undefined, 'unknown'))) return;
  job.write = { ...write, ...queued };
  await send(parts, job);
}
