import type { MutantRow } from './mutant.ts';

/** Bugs in reading both systems and in the store. */
export const KEEPING: MutantRow[] = [
  [
    'a page is skipped',
    'lib/sync/pull.ts',
    'const fresh = rows.filter((row) => isFresh(place, row));',
    'const fresh = rows.slice(1).filter((row) => isFresh(place, row));',
  ],
  [
    'the cursor goes on when a page failed',
    'lib/sync/pull.ts',
    'const cursor = { key, value, at, nextAt,',
    'const cursor = { key, value: { ...value, since: new Date(now()).toISOString() }, at, nextAt,',
  ],
  [
    'what was seen counts as seen in any state',
    'lib/sync/windows.ts',
    'return stamp === undefined || seen[row.id] !== stamp;',
    'return stamp === undefined || seen[row.id] === undefined;',
  ],
  [
    'twins that are gone are not noticed',
    'lib/sync/pull-whole.ts',
    "else marks.push({ key: dirtyKey({ kind: 'gone', system, account, entity, id }), at });",
    'else marks.push();',
  ],
  [
    'a mark made while it was looked at is cleaned',
    'lib/store/put-sync.ts',
    "    if ((await tx.objectStore('dirty').get(key))?.mark === mark) await",
    '    if (mark) await',
  ],
  [
    'a pair is forgotten when it is written anew',
    'lib/store/put-sync.ts',
    'old?.highlevelId === pair.highlevelId ? { ...old, ...pair } : pair',
    'old?.highlevelId === undefined ? { ...old, ...pair } : pair',
  ],
  [
    'what is enqueued with a decision is lost',
    'lib/store/put-sync.ts',
    '  for (const row of prepared.enqueue) await',
    '  for (const row of prepared.enqueue.slice(1)) await',
  ],
  [
    'the cursor moves before its page',
    'lib/sync/pull.ts',
    "  await parts.apply(batch, 'pull');\n  return value;",
    "  await parts.apply({ at: now, cursors: batch.cursors }, 'pull');\n  await parts.apply({ ...batch, cursors: [] }, 'pull');\n  return value;",
  ],
  [
    'a cursor is not kept',
    'lib/store/put-sync.ts',
    'if (!after || (await cursors.getKey(cursor.key)) !== undefined) await cursors.put(cursor);',
    'void [after, cursors, cursor];',
  ],
  [
    'an older answer replaces a newer one',
    'lib/store/put.ts',
    '    if (isNewer(old?.readAt ?? removed.get(key), batch)) continue;\n',
    '',
  ],
  [
    'changes that show late are not asked for again',
    'lib/sync/windows.ts',
    '=> since && earlier(since, overlap);',
    '=> since && earlier(since, overlap * 0);',
  ],
  [
    'a full disk refuses clicks beside what can be read again',
    'lib/store/room.ts',
    '  for (const cache of [undefined, ...CACHES]) {',
    '  for (const cache of [undefined, ...CACHES.slice(9)]) {',
  ],
  [
    'a full disk costs what waits to be sent',
    'lib/store/room.ts',
    "  [['changes', 'readers'], clearLog],",
    "  [['outbox'], (tx) => tx.objectStore('outbox').clear()],",
  ],
  ['a connection that was closed is not opened anew', 'lib/store/transaction.ts', '    if (!isClosed(cause)) throw', '    throw'],
];
