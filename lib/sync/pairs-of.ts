import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { PairOpen, SyncReader } from '../store/read-sync.ts';

/** Pairs in which a record stands. */
export async function pairsOf(
  syncReader: Pick<SyncReader, 'pair' | 'pairsWith'>,
  { system, account, entity, id }: { system: System; account: string; entity: ChildEntity; id: string },
): Promise<PairOpen[]> {
  const rows = await syncReader.pairsWith(system, entity, [id]);
  const ours = rows.filter(({ link }) => (system === 'clio' ? link.startsWith(`${account}|`) : link.endsWith(`|${account}`)));
  return (await Promise.all(ours.map(({ key }) => syncReader.pair(key)))).filter((one) => one !== undefined);
}
