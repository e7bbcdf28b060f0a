import type { MutantRow } from './mutant.ts';

/** Bugs in signing in, in limits, and at the doors of page and region. */
export const ACCESS: MutantRow[] = [
  [
    'a refused refresh is tried again and again',
    'lib/auth/refresh.ts',
    "    if (error.code === 'refresh-refused' || error.code === 'bad-credentials') return lost(parts, connection, old, error);\n",
    '',
  ],
  ['a sign-in of a dead worker is waited for', 'lib/app.ts', '    await status.interrupted(now()).catch(outboxFailed);\n', ''],
  [
    'signed out is said at every call',
    'lib/store/settings.ts',
    "return next.state === 'reconnect' && old.state === 'ok' ? next : undefined;",
    "return next.state === 'reconnect' ? next : undefined;",
  ],
  [
    "Clio's limit is the documented one, whatever it says",
    'lib/http/window.ts',
    "  const max = numberIn(headers, highlevel ? 'x-ratelimit-max' : 'x-ratelimit-limit');",
    "  const told = headers;\n  if (!highlevel) headers = { get: (name: string) => (name === 'retry-after' ? told.get(name) : null) } as Headers;\n  const max = numberIn(headers, 'x-ratelimit-max');",
  ],
  [
    'without a Retry-After nothing is waited for',
    'lib/http/window.ts',
    '  const named = retryAfter(headers, now);\n',
    '  const named = retryAfter(headers, now);\n  if (named === undefined) return;\n',
  ],
  [
    'any page may ask for anything',
    'lib/messages/serve.ts',
    "    if (!(rule.from as readonly Party[]).includes(party)) return refuse('not-allowed');\n",
    '',
  ],
  [
    'nobody is told that the day is used up',
    'lib/app/notices.ts',
    '    if (until === undefined || said) return [];',
    '    if (until === undefined || said || dailyRemaining === 0) return [];',
  ],
  [
    'upsert is used to make somebody',
    'lib/highlevel/endpoints.ts',
    "method: 'POST', path: '/contacts/', scope: WRITE",
    "method: 'POST', path: '/contacts/upsert', scope: WRITE",
  ],
  ['an erased account keeps its credentials', 'lib/app/erase.ts', "  await tx.objectStore('vault').delete(id);\n", ''],
  [
    'told twice counts as two people',
    'lib/match/match.ts',
    '  const people = [...new Map(found.map((one) => [one.id, one])).values()];',
    '  const people = found;',
  ],
  [
    'what waited for the network waits on',
    'lib/app.ts',
    '() => (online() ? backOnline() : schedule.run())',
    '() => schedule.run()',
  ],
  ['an alarm comes an hour late', 'lib/app/schedule.ts', 'const LEAST_ALARM = 30_000;', 'const LEAST_ALARM = 3_600_000;'],
  [
    'a record that changes each time is tried for ever',
    'lib/sync/plan-verdict.ts',
    'const restless = tries >= MOST_TRIES;',
    'const restless = tries >= 99 * MOST_TRIES;',
  ],
  [
    'rows of an older version stay out of the lists',
    'lib/store/lanes.ts',
    "await tx.objectStore('records').put({ ...now, ...place });",
    "await tx.objectStore('records').put({ ...now });",
  ],
];
