import type { Link } from '../model/link.ts';
import type { Agreed } from '../model/sync.ts';
import type { Database } from './db.ts';
import { pairContext } from './prepare-sync.ts';
import type { PairOpen, SyncReader } from './read-sync.ts';
import type { LinkRow, PairRow, Sealer } from './rows.ts';

type Part = Pick<SyncReader, 'links' | 'countLinks' | 'linksOfClio' | 'pair' | 'pairsOfHighLevel' | 'pairsWith' | 'pairsOfLink'>;

export function readLinks(db: Database, sealer: Sealer): Part {
  const openLinks = (rows: LinkRow[]): Promise<Link[]> =>
    Promise.all(rows.map((row) => sealer.open<Link>(row.sealed, `link|${row.key}`)));
  const openPair = async ({ sealed, ...row }: PairRow): Promise<PairOpen> =>
    sealed ? { ...row, agreed: await sealer.open<Agreed>(sealed, pairContext(row.key)) } : row;
  return {
    links: async (after, most) =>
      openLinks(
        await db.read(['links'], (tx) =>
          tx.objectStore('links').getAll(after === undefined ? undefined : IDBKeyRange.lowerBound(after, true), most),
        ),
      ),
    countLinks: () => db.read(['links'], (tx) => tx.objectStore('links').count(), 'count'),
    async linksOfClio(clioAccount, clioId) {
      const start = `${clioAccount}|${clioId}|`;
      return openLinks(
        await db.read(['links'], (tx) => tx.objectStore('links').getAll(IDBKeyRange.bound(start, `${start}\uffff`))),
      );
    },
    async pair(key) {
      const row = await db.read(['pairs'], (tx) => tx.objectStore('pairs').get(key));
      return row && openPair(row);
    },
    async pairsOfHighLevel(entity, highlevelId) {
      const range = IDBKeyRange.only([entity, highlevelId]);
      const rows = await db.read(['pairs'], (tx) => tx.objectStore('pairs').index('highlevel').getAll(range));
      return Promise.all(rows.map(openPair));
    },
    pairsWith: (system, entity, ids) =>
      db.read(['pairs'], async (tx) => {
        const index = tx.objectStore('pairs').index(system);
        return (await Promise.all(ids.map((id) => index.getAll(IDBKeyRange.only([entity, id]))))).flat();
      }),
    async pairsOfLink(link) {
      const rows = await db.read(['pairs'], (tx) => tx.objectStore('pairs').index('link').getAll(link));
      return Promise.all(rows.map(openPair));
    },
  };
}
