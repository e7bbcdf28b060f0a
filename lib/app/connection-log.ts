import type { Connection } from '../model/connection.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Apply } from '../store/apply.ts';

/** A line of the log about an account itself: it was connected, or has to be signed in to again. */
export const logConnection = (
  apply: Apply,
  { system, account, name }: Connection,
  at: number,
  error?: ErrorCode,
): Promise<void> => {
  const how = error
    ? ({ outcome: 'needs-you', why: 'signed-out', error } as const)
    : ({ outcome: 'done', why: 'connected' } as const);
  return apply(
    { at, activity: [{ at, kind: 'connection', by: 'person', ...how, system, account, body: { label: name } }] },
    'person',
  );
};
