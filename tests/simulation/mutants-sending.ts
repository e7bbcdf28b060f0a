import type { MutantRow } from './mutant.ts';

/** Bugs in queueing, sending, waiting and signing in. */
export const SENDING: MutantRow[] = [
  [
    'an unknown create is sent again without a look',
    'lib/sync/settle.ts',
    'const found = isSent ? action.find(',
    'const found = isSent && (false as boolean) ? action.find(',
  ],
  [
    'what a dead worker was sending counts as queued',
    'lib/sync/outbox-rows.ts',
    "await tx.objectStore('outbox').put({ ...row, state: 'unknown', nextAt: now });",
    "await tx.objectStore('outbox').put({ ...row, state: 'queued', nextAt: now });",
  ],
  ['a lost answer counts as not sent', 'lib/sync/retry-plan.ts', 'if (facts.maybeDone)', 'if (false as boolean)'],
  ['what a dead worker was sending stays as it is', 'lib/sync/drain.ts', '  await parts.outbox.recover(parts.now());\n', ''],
  [
    'a row is not marked as sending before it leaves',
    'lib/sync/send.ts',
    "if (!(await parts.outbox.patch(write.seq, { state: 'sending', ...sent, error: undefined }, body, write.state))) return;",
    'void parts.outbox.patch(write.seq, { ...sent, error: undefined }, body, write.state);',
  ],
  [
    'the click is acknowledged before it is kept',
    'lib/app/act.ts',
    '  await parts.outbox.enqueue(rows, parts.now());',
    '  void parts.outbox.enqueue(rows, parts.now());',
  ],
  [
    'a full disk is believed to have kept the click',
    'lib/app/act.ts',
    'await parts.outbox.enqueue(rows, parts.now());',
    'await parts.outbox.enqueue(rows, parts.now()).catch(() => undefined);',
  ],
  [
    'what was there before counts as made by us',
    'lib/sync/send.ts',
    'body.snapshot ??= action.snapshot?.(fresh);',
    'body.snapshot ??= fresh === undefined ? undefined : [];',
  ],
  [
    'what changed meanwhile is written over',
    'lib/sync/send.ts',
    "if (refused === 'changed') return stop(parts, job, 'needs-you', 'changed-meanwhile');",
    "if (refused === 'changed') return carryOut(parts, job, body, fresh);",
  ],
  // That they are found before the write, too, spares a refusal only: the operation itself refuses to make somebody who stands there.
  [
    'a twin that is there already is not looked for',
    'lib/catalog/clio/contact-write.ts',
    "data.some((one) => isLike(fromWireContact(one, account), input)) ? 'changed' : undefined",
    'data.some((one) => isLike(fromWireContact(one, account), input)) ? undefined : undefined',
  ],
  [
    'a row that waits is never due again',
    'lib/sync/conclude.ts',
    '{ state: plan.state, nextAt: plan.nextAt, failures, error: { code, facts } }',
    '{ state: plan.state, nextAt: Number.MAX_SAFE_INTEGER, failures, error: { code, facts } }',
  ],
  [
    'a write that is done leaves no pair',
    'lib/sync/conclude.ts',
    '  if (!pair) return [];',
    '  if (!pair || (pair as unknown)) return [];',
  ],
  [
    'a 429 pauses nothing',
    'lib/http/window.ts',
    'if (status === 429 && budget.dailyUntil <= now) pause(budget, headers, now, random);',
    '',
  ],
  ["a worker's pause dies with it", 'lib/http/limiter.ts', '  if (state) restore(gate.budget, state, parts.now());\n', ''],
  // The look at what is running in tokens.ts only saves a reading: whoever comes later finds the same refresh here.
  ['each 401 refreshes for itself', 'lib/auth/refresh.ts', '  if (running) return running;\n', ''],
  [
    'no alarm is set for what waits',
    'lib/app/schedule.ts',
    '      await alarms.set(Math.max(next, now() + LEAST_ALARM));\n      if',
    '      if',
  ],
  [
    'a worker that dies on the way is not woken',
    'lib/app/schedule.ts',
    '=> alarms.set(now() + LEAST_ALARM);',
    '=> (void alarms, now(), Promise.resolve());',
  ],
  ['two workers send at once', 'lib/sync/drain.ts', 'await parts.exclusive(() => rounds(parts));', 'await rounds(parts);'],
  ['two workers decide at once', 'lib/app/engine.ts', 'await parts.exclusive(() => steps(parts));', 'await steps(parts);'],
  [
    'rows of one record leave side by side',
    'lib/sync/outbox.ts',
    '    if (at <= now || !HELD.has(error?.code)) busy.add(key);\n',
    '',
  ],
  [
    'a failed row is thrown away',
    'lib/sync/conclude.ts',
    '      writes: [{ seq: write.seq, patch: { state, refused, error }, body: { ...write.body, told: said } }],',
    "      writes: [{ seq: write.seq, patch: { state: 'done', refused, error }, body: { ...write.body, told: said } }],",
  ],
  [
    'a refreshed token is not kept',
    'lib/auth/refresh.ts',
    '  const kept = await parts.vault.renew(connection.id, old, fresh);\n  if (!kept)',
    '  const kept = fresh;\n  if (!kept)',
  ],
  [
    'a retry forgets that it was sent',
    'lib/sync/outbox-rows.ts',
    "const state = row.attempts > 0 && !row.refused ? 'unknown' : 'queued';",
    "const state = 'queued' as const;",
  ],
  ['a record that changed in between is written over', 'lib/http/send.ts', "    ...(ifMatch && { 'if-match': ifMatch }),\n", ''],
  [
    "the day's limit stops nothing",
    'lib/http/window.ts',
    'budget.dailyUntil = overdue ? now + HOUR_MS : nextDay(now);',
    'budget.dailyUntil = overdue ? now + HOUR_MS : now;',
  ],
];
