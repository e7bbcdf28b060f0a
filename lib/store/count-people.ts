import type { System } from '../model/subject.ts';
import type { Database } from './db.ts';
import type { Tx } from './transaction.ts';

type WriteTx = Tx<'readwrite'>;

/** Counting 100,000 rows takes a browser longer than reading a page of them, so each account's count is kept, among the settings. */
const PREFIX = 'people|';
const nameOf = (system: System, account: string): string => `${PREFIX}${system}|${account}`;

/** How many people more or fewer there are, by account; a count that was never taken stays untaken. */
export async function keepCounts(tx: WriteTx, changes: Map<string, number>): Promise<void> {
  for (const [name, by] of changes) {
    // Only asked for with people in the batch: no other transaction has this store open.
    const settings = tx.objectStore('settings');
    const old = await settings.get(name);
    if (old !== undefined && by) await settings.put((old as number) + by, name);
  }
}

/** Notes one more or fewer for the account of a row of the contact index. */
export function noteCount(changes: Map<string, number>, key: string, by: number): void {
  const [system = '', account = ''] = key.split('|');
  const name = nameOf(system as System, account);
  changes.set(name, (changes.get(name) ?? 0) + by);
}

/** Forgets the count of one account; without one, all. */
export async function forgetCounts(tx: WriteTx, system?: System, account = ''): Promise<void> {
  const from = system ? nameOf(system, account) : PREFIX;
  await tx.objectStore('settings').delete(IDBKeyRange.bound(from, system ? from : `${PREFIX}\uffff`));
}

/** The kept count; taken once, in the transaction that keeps it. */
export async function countPeople(db: Database, system: System, account: string): Promise<number> {
  const name = nameOf(system, account);
  const kept = await db.read(['settings'], (tx) => tx.objectStore('settings').get(name), name);
  if (kept !== undefined) return kept as number;
  return db.write(['people', 'settings'], async (tx) => {
    // An array sorts behind every number.
    const all = IDBKeyRange.bound([system, account], [system, account, []]);
    const count = await tx.objectStore('people').index('changed').count(all);
    await tx.objectStore('settings').put(count, name);
    return count;
  });
}
