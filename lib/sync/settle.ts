import { done, stop } from './conclude.ts';
import type { Job, JobParts } from './job.ts';
import { lookAgainAt } from './retry-plan.ts';
import { look, send } from './send.ts';

/** How many attempts with an unknown outcome before a person is asked. */
const MOST_ATTEMPTS = 3;

/** The outcome is unknown: read first, and send again only when the record is surely not there. */
export async function settle(parts: JobParts, job: Job): Promise<void> {
  const { action, write, input, context } = job;
  if (action.resend === 'never' || !action.look || !action.find)
    return action.resend === 'safe' ? send(parts, job) : stop(parts, job, 'needs-you', 'outcome-unknown');
  const found = action.find(input, await look(parts, job), write.body.snapshot ?? [], context);
  if (found === 'several') return stop(parts, job, 'needs-you', 'outcome-unknown');
  if (found) return done(parts, job, found);
  const again = lookAgainAt(write, action, parts.now());
  if (again !== undefined) {
    await parts.outbox.patch(write.seq, { state: 'unknown', checks: write.checks + 1, nextAt: again });
    return;
  }
  if (write.attempts > MOST_ATTEMPTS) return stop(parts, job, 'needs-you', 'outcome-unknown');
  const queued = { state: 'queued', checks: 0, nextAt: parts.now() } as const;
  if (await parts.outbox.patch(write.seq, queued, undefined, 'unknown'))
    await send(parts, { ...job, write: { ...write, ...queued } });
}
