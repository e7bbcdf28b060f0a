import type { Batch } from './batch.ts';
import { keepCounts, noteCount } from './count-people.ts';
import type { Prepared } from './prepare.ts';
import { putPerson } from './put-links.ts';
import type { PairRow, StoreName } from './rows.ts';
import { putRules, rulesStores } from './rules-batch.ts';
import type { Tx } from './transaction.ts';

type WriteTx = Tx<'readwrite'>;

/** Where the counter of marks lies among the settings: it outlives the worker, so that no mark is ever given twice. */
const MARKS = 'marks';

/** Stores a batch writes to, and no other: what is known of those stays known (`rememberReads`). */
export function storesOf(batch: Batch): StoreName[] {
  const { links, agreed, people, asks, activity, cursors, readers, dirty, clean, records, lists, gone, lost } = batch;
  const some = (...lists: (unknown[] | undefined)[]): boolean => lists.some((list) => list?.length);
  const needed: [StoreName, boolean][] = [
    ['records', some(records, lists, gone, lost)],
    ['changes', some(records, lists, gone, lost)],
    ['reads', some(lists, batch.seen, batch.problems)],
    ['links', some(links, agreed, people?.put)],
    // A link that ends takes its pairs along.
    ['pairs', some(links, batch.pairs, batch.unpair)],
    ['known', some(batch.known)],
    ['outbox', some(batch.writes, batch.enqueue)],
    ['people', some(links, agreed, people?.put, people?.gone)],
    // … and its open questions.
    ['asks', some(asks, links)],
    ['activity', some(activity)],
    ['cursors', some(cursors)],
    ['readers', some(readers)],
    ['dirty', some(dirty, clean)],
    ['settings', some(dirty, people?.put, people?.gone)],
  ];
  return [...needed.filter(([, is]) => is).map(([name]) => name), ...rulesStores(batch)];
}

/** What both sides agreed on, and which was made by us, stays unless given anew, or unless the pair leads elsewhere now. */
async function putPair(tx: WriteTx, pair: PairRow): Promise<void> {
  const pairs = tx.objectStore('pairs');
  const old = await pairs.get(pair.key);
  await pairs.put(old?.highlevelId === pair.highlevelId ? { ...old, ...pair } : pair);
}

/** Marks keys: the earlier time wins, and whoever looks at one right now will find that it was marked again. */
export async function markDirty(tx: WriteTx, marks: NonNullable<Batch['dirty']>): Promise<void> {
  if (!marks.length) return;
  const settings = tx.objectStore('settings');
  const mark = (((await settings.get(MARKS)) as number | undefined) ?? 0) + 1;
  await settings.put(mark, MARKS);
  const dirty = tx.objectStore('dirty');
  for (const { key, at, tries } of marks) {
    const old = await dirty.get(key);
    const count = tries ?? old?.tries;
    await dirty.put({ key, at: Math.min(at, old?.at ?? at), mark, ...(count === undefined ? {} : { tries: count }) });
  }
}

async function cleanOff(tx: WriteTx, clean: NonNullable<Batch['clean']>): Promise<void> {
  for (const { key, mark } of clean) {
    if ((await tx.objectStore('dirty').get(key))?.mark === mark) await tx.objectStore('dirty').delete(key);
  }
}

async function putPeople(tx: WriteTx, gone: string[], people: Prepared['people']): Promise<void> {
  const counts = new Map<string, number>();
  for (const person of people) if (await putPerson(tx, person)) noteCount(counts, person.key, 1);
  for (const key of gone) {
    const store = tx.objectStore('people');
    if (await store.getKey(key)) noteCount(counts, key, -1);
    await store.delete(key);
  }
  await keepCounts(tx, counts);
}

export async function putSync(tx: WriteTx, batch: Batch, prepared: Prepared): Promise<void> {
  for (const pair of prepared.pairs) await putPair(tx, pair);
  for (const key of batch.unpair ?? []) await tx.objectStore('pairs').delete(key);
  await putPeople(tx, batch.people?.gone ?? [], prepared.people);
  await putRules(tx, batch, prepared.runs);
  for (const ask of prepared.asks) await tx.objectStore('asks').put(ask);
  for (const row of prepared.activity) await tx.objectStore('activity').add(row);
  for (const { after, ...cursor } of batch.cursors ?? []) {
    const cursors = tx.objectStore('cursors');
    if (!after || (await cursors.getKey(cursor.key)) !== undefined) await cursors.put(cursor);
  }
  for (const reader of batch.readers ?? []) await tx.objectStore('readers').put(reader);
  await cleanOff(tx, batch.clean ?? []);
  await markDirty(tx, batch.dirty ?? []);
  // `seq` is given by the store.
  for (const row of prepared.enqueue) await tx.objectStore('outbox').add(row as never);
}
