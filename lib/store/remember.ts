import type { Database } from './db.ts';
import type { StoreName } from './rows.ts';

/** Readings of one store are few; those with a record's key for a name are forgotten together once they are so many. */
const MOST = 100;

/**
 * Answers a reading that has a name (of one store) from memory, as long as nothing was written to that store since it was asked: two-way
 * sync asks the same things at every turn, of a disk that hardly ever changes. Only this worker writes to the database; a write counts when
 * it begins and when it ends, whatever came of it. Whoever takes a lock says `forget`: a worker before it may have held that.
 */
export function rememberReads(db: Database): Database & { forget(): void } {
  const kept = new Map<StoreName, Map<string, Promise<unknown>>>();
  const forget = (stores: StoreName[]): void => {
    for (const one of stores) kept.delete(one);
  };
  return {
    ...db,
    forget: () => kept.clear(),
    read<T>(stores: StoreName[], work: Parameters<Database['read']>[1], name?: string): Promise<T> {
      const [store] = stores as [StoreName];
      if (name === undefined) return db.read(stores, work) as Promise<T>;
      let mine = kept.get(store);
      if (!mine || mine.size >= MOST) {
        mine = new Map();
        kept.set(store, mine);
      }
      const known = mine.get(name);
      if (known) return known as Promise<T>;
      // Shared by whoever asks: a list that somebody sorts in place would be sorted for all.
      const answer = db.read(stores, work).then(Object.freeze);
      const here = mine;
      here.set(name, answer);
      answer.catch(() => here.get(name) === answer && here.delete(name));
      return answer as Promise<T>;
    },
    async write(stores, work, strict, looks = []) {
      const changed = stores.filter((one) => !looks.includes(one));
      forget(changed);
      try {
        return await db.write(stores, work, strict, looks);
      } finally {
        forget(changed);
      }
    },
    async destroy() {
      await db.destroy();
      kept.clear();
    },
  };
}
