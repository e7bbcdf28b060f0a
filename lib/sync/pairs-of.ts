import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Database } from '../store/db.ts';
import type { PairOpen, SyncReader } from '../store/read-sync.ts';

/** Pairs in which a record stands. A Clio record is the end of the pair's key; the keys alone are looked through, as this is rare. */
export async function pairsOf(
  { db, syncReader }: { db: Database; syncReader: SyncReader },
  { system, account, entity, id }: { system: System; account: string; entity: ChildEntity; id: string },
): Promise<PairOpen[]> {
  if (system === 'highlevel') {
    const pairs = await syncReader.pairsOfHighLevel(entity, id);
    return pairs.filter(({ link }) => link.endsWith(`|${account}`));
  }
  const range = IDBKeyRange.bound(`${account}|`, `${account}|\uffff`);
  const keys = await db.read(['pairs'], (tx) => tx.objectStore('pairs').getAllKeys(range));
  const ours = keys.filter((key) => key.endsWith(`|${entity}|${id}`));
  return (await Promise.all(ours.map(syncReader.pair))).filter((one) => one !== undefined);
}
