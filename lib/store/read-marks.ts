import type { Ask, AskBody } from '../model/ask.ts';
import type { Change } from '../model/change.ts';
import type { Database } from './db.ts';
import { askContext } from './prepare-asks.ts';
import type { SyncReader } from './read-sync.ts';
import { type AskStored, type ChangeRow, recordKey, type Sealed, type Sealer } from './rows.ts';
import type { Tx } from './transaction.ts';

type Part = Pick<
  SyncReader,
  | 'changes'
  | 'newestChange'
  | 'reader'
  | 'cursor'
  | 'cursors'
  | 'dirty'
  | 'dirtyAt'
  | 'asks'
  | 'asksAt'
  | 'asksOfLink'
  | 'ask'
  | 'countAsks'
>;

/** Undefined for a row that can't be opened: of the first version, or sealed with a key that is gone. */
async function openChange(sealer: Sealer, row: ChangeRow): Promise<Change | undefined> {
  const { seq = 0, system, account, entity, id, origin, at } = row;
  if (account === undefined) return undefined;
  const open = (sealed?: Sealed): unknown => sealed && sealer.open(sealed, recordKey(system, account, entity, id));
  return Promise.all([open(row.before), open(row.after)]).then(
    ([before, after]) => ({ seq, system, account, entity, id, before, after, origin, at }),
    () => undefined,
  );
}

function readQuestions(db: Database, sealer: Sealer): Pick<Part, 'asks' | 'asksAt' | 'asksOfLink' | 'ask' | 'countAsks'> {
  const open = async ({ sealed, ...row }: AskStored): Promise<Ask> => ({
    ...row,
    body: await sealer.open<AskBody>(sealed, askContext(row.key)),
  });
  const asksAt = async (keys: string[]): Promise<(Ask | undefined)[]> => {
    const get = (tx: Tx) => Promise.all(keys.map((key) => tx.objectStore('asks').get(key)));
    const rows = keys.length ? await db.read(['asks'], get, keys.join()) : [];
    return Promise.all(rows.map((row) => row && open(row)));
  };
  const newest = (rows: AskStored[]): AskStored[] => rows.sort((a, b) => b.at - a.at);
  return {
    async asks(state, most, under = '') {
      const newestOf = async (tx: Tx) => {
        const store = tx.objectStore('asks');
        const keys = await store.index('newest').getAllKeys(IDBKeyRange.bound([state], [state, Infinity]));
        const wanted = keys
          .filter((key) => key.startsWith(under))
          .slice(-most)
          .reverse();
        return (await Promise.all(wanted.map((key) => store.get(key)))) as AskStored[];
      };
      const rows = await db.read(['asks'], newestOf, `${state} ${most} ${under}`);
      return Promise.all(rows.map(open));
    },
    async asksOfLink(link) {
      const rows = await db.read(['asks'], (tx) => tx.objectStore('asks').index('link').getAll(link));
      return Promise.all(newest(rows).map(open));
    },
    ask: async (key) => (await asksAt([key]))[0],
    asksAt,
    countAsks: () => db.read(['asks'], (tx) => tx.objectStore('asks').index('state').count('open'), ''),
  };
}

export function readMarks(db: Database, sealer: Sealer): Part {
  const dirtyAt = () => db.read(['dirty'], async (tx) => (await tx.objectStore('dirty').index('at').openKeyCursor())?.key, '');
  // Few, and asked for one by one at every turn.
  const cursors = () => db.read(['cursors'], (tx) => tx.objectStore('cursors').getAll(), '');
  return {
    ...readQuestions(db, sealer),
    async changes(after, most) {
      const rows = await db.read(['changes'], (tx) =>
        tx.objectStore('changes').getAll(IDBKeyRange.lowerBound(after, true), most),
      );
      const changes = await Promise.all(rows.map((row) => openChange(sealer, row)));
      return { changes: changes.filter((one) => one !== undefined), last: rows.at(-1)?.seq ?? after };
    },
    newestChange: () =>
      db.read(['changes'], async (tx) => (await tx.objectStore('changes').openKeyCursor(undefined, 'prev'))?.primaryKey ?? 0, ''),
    reader: async (name) => (await db.read(['readers'], (tx) => tx.objectStore('readers').get(name), name))?.seq,
    cursor: async (key) => (await cursors()).find((one) => one.key === key),
    cursors,
    async dirty(now, most) {
      // Mostly there is nothing to look at yet, and that is known without looking.
      const first = await dirtyAt();
      if (first === undefined || first > now) return [];
      return db.read(['dirty'], (tx) => tx.objectStore('dirty').index('at').getAll(IDBKeyRange.upperBound(now), most));
    },
    dirtyAt,
  };
}
