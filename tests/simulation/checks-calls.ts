import type { Breach } from './checks.ts';
import { isSignIn } from './checks-access.ts';
import type { Lying } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';

/** A call may have been on its way when the answer to another came. */
const UNDER_WAY = 1000;

/** After a 429 nothing more leaves for that host before its time is up, while the browser remembers it. */
export function pausesKept({ calls, machine, signedIn }: Stage): Breach[] {
  const breaches: Breach[] = [];
  for (const host of new Set(calls.map((one) => one.host))) {
    let until = 0;
    let since = 0;
    let last = 0;
    for (const one of calls.filter((call) => call.host === host)) {
      // A new sign-in is a new token, and the limit is each token's own. A clock that was put back shows the same seconds twice.
      if (isSignIn(one) || one.at < last || signedIn.some((at) => at >= since && at <= one.began)) until = 0;
      last = one.at;
      if (one.path.includes('oauth')) continue;
      const isForgotten = machine.forgets().some((at) => at >= since - UNDER_WAY && at <= one.began);
      if (one.began < until && one.began > since && !isForgotten)
        breaches.push({ kind: 'limits', what: `${one.method} ${one.path} left ${until - one.began} ms before a pause was over` });
      // What reached nobody was told to nobody.
      if (one.pause && !machine.diedBetween(one.began, one.at + 100)) [since, until] = [one.at + UNDER_WAY, one.at + one.pause];
    }
  }
  return breaches.slice(0, 5);
}

/** In ten seconds so many refusals are no storm: a worker that begins in the middle of a window has to find out, and colleagues use HighLevel. */
const REFUSED = { clio: 4, highlevel: 10 };

/** How large each budget is every answer tells: whoever hears it is hardly ever refused for the number of calls. */
export function limitsHeard({ calls }: Stage): Breach[] {
  const real = calls.filter((one) => one.status === 429 && one.mishap !== 'limited');
  return (['clio', 'highlevel'] as const).flatMap((system): Breach[] => {
    const mine = real.filter(({ host }) => host.includes('clio') === (system === 'clio'));
    const storm = mine.find(({ began }, index) => began - (mine[index - REFUSED[system]]?.began ?? 0) < 10_000);
    if (!storm && mine.length < 60) return [];
    return [{ kind: 'limits', what: `${mine.length} calls of ${system} were refused for their number` }];
  });
}

/** So often a record that somebody else has just saved is tried, before a person is asked. */
const MOST_TRIES = 4;

/** A write that finds its record changed is not tried for ever. */
export function askedInTime({ calls }: Stage): Breach[] {
  const writes = calls.filter(({ method, host }) => method === 'PATCH' && host.includes('clio'));
  return [...Map.groupBy(writes, ({ path }) => path)].flatMap(([path, mine]): Breach[] => {
    let row = 0;
    let most = 0;
    for (const [index, { status, began }] of mine.entries()) {
      const isSame = began - (mine[index - 1]?.began ?? began) < 120_000;
      row = status === 412 ? (isSame ? row + 1 : 1) : 0;
      most = Math.max(most, row);
    }
    return most > MOST_TRIES
      ? [{ kind: 'unsettled', what: `${path} was tried ${most} times in a row on a record that had changed` }]
      : [];
  });
}

/** Upsert merges by its own rules and drops what it can't place [issues 37 and 337 of the vendor's API docs]: never asked for. */
export const noUpsert = ({ calls }: Stage): Breach[] =>
  calls.some(({ path }) => path.includes('upsert')) ? [{ kind: 'overwritten', what: 'upsert was called' }] : [];

/** Rows with one key leave one after the other, in the order they were queued. */
export function inOrder({ time }: Stage, { writes, activity }: Lying, { clicks }: Memory): Breach[] {
  // What had stopped and was tried again by hand has lost its place: it held nobody up meanwhile.
  const again = new Set(clicks.flatMap(({ type, label }) => (type === 'write.retry' ? [label] : [])));
  // What was planned before it was switched off holds nobody up until it is on again.
  const offs = activity.flatMap(({ why, at }) => (why?.endsWith('-off') ? [at] : []));
  const wasHeld = ({ by, queuedAt, sentAt = 0 }: Lying['writes'][number]): boolean =>
    by !== undefined && offs.some((at) => at >= queuedAt && at <= sentAt);
  const breaches: Breach[] = [];
  for (const rows of Map.groupBy(writes, ({ connection, key }) => `${connection} ${key}`).values()) {
    rows.sort((a, b) => a.seq - b.seq);
    let last = 0;
    for (const row of rows) {
      const { sentAt, doneAt, state, op, key, attempts, body } = row;
      if (sentAt !== undefined && state === 'done' && attempts === 1) {
        if (sentAt < last && !time.isBackBetween(last, sentAt))
          breaches.push({ kind: 'order', what: `${op} on ${key} left before the one ahead of it was done` });
      }
      if (state === 'done' && doneAt !== undefined && !again.has(body.label) && !wasHeld(row)) last = Math.max(last, doneAt);
    }
  }
  return breaches;
}
