import type { System } from '../model/subject.ts';
import { countPeople } from './count-people.ts';
import type { Database } from './db.ts';
import { personHashes } from './person-hash.ts';
import { personContext } from './prepare-sync.ts';
import type { PersonOpen, SyncReader } from './read-sync.ts';
import { type PersonRow, recordKey, type Sealer } from './rows.ts';
import type { Tx } from './transaction.ts';

type Part = Pick<
  SyncReader,
  'person' | 'peopleLike' | 'peopleNamed' | 'people' | 'countPeople' | 'peopleSharing' | 'peopleSince' | 'peopleAround'
>;

/** More than this many people alike say nothing about who is meant. */
const ALIKE = 200;
/** A page of people who are linked to nobody looks through so many rows at most. */
const LOOKED_AT = 5000;
/** Of those whose names begin alike so many are looked through, so many opened at a time. */
const NAMED = 5000;
const OPENED = 200;

async function pageOf(
  tx: Tx,
  system: System,
  account: string,
  after: { changedAt: number; id: string } | undefined,
  most: number,
  free?: boolean,
): Promise<PersonRow[]> {
  const rows: PersonRow[] = [];
  const last = after && recordKey(system, account, 'contact', after.id);
  const until = after ? [system, account, after.changedAt] : [system, account, []];
  const range = IDBKeyRange.bound([system, account], until);
  let at = await tx.objectStore('people').index('changed').openCursor(range, 'prev');
  for (let seen = 0; at && rows.length < most && seen < LOOKED_AT; seen += 1) {
    const isSeen = after && last && at.value.changedAt === after.changedAt && at.primaryKey >= last;
    if (!isSeen && !(free && at.value.links.length)) rows.push(at.value);
    at =
      isSeen && at.primaryKey > last
        ? await at.continuePrimaryKey([system, account, after.changedAt], last)
        : await at.continue();
  }
  return rows;
}

/** Keys under any of `some`, and those under all of `every`: only keys are read, so a frequent name costs little. */
async function alike(tx: Tx, some: string[], every: string[]): Promise<string[]> {
  const index = tx.objectStore('people').index('hash');
  const keysOf = (hash: string): Promise<string[]> => index.getAllKeys(hash);
  const sets = await Promise.all(every.map(keysOf));
  const [first = [], ...rest] = sets.sort((a, b) => a.length - b.length);
  const inAll = rest.reduce((left, set) => {
    const also = new Set(set);
    return left.filter((key) => also.has(key));
  }, first);
  const inAny = (await Promise.all(some.map(keysOf))).flat();
  return [...new Set([...inAny, ...inAll])];
}

/** The rows under these hashes, `most` at most. */
const rowsAlike = (db: Database, some: string[], every: string[], most: number): Promise<PersonRow[]> =>
  db.read(['people'], async (tx) => {
    const keys = (await alike(tx, some, every)).slice(0, most);
    const rows = await Promise.all(keys.map((key) => tx.objectStore('people').get(key)));
    return rows.filter((row) => row !== undefined);
  });

/** Who else has a hash of these people, names aside; a set for each hash, whose first one that is. */
async function setsOf(tx: Tx, rows: (PersonRow | undefined)[]): Promise<{ key: string; set: string[] }[]> {
  const index = tx.objectStore('people').index('hash');
  const hashes = rows.flatMap((row) => (row?.hashes ?? []).map((hash) => ({ hash, key: row?.key ?? '' })));
  const own = hashes.filter(({ hash }) => !hash.startsWith('n:'));
  const sets = await Promise.all(own.map(async ({ hash, key }) => ({ key, set: await index.getAllKeys(hash, ALIKE) })));
  return sets.filter(({ set }) => set.length > 1);
}

async function sharing(tx: Tx, system: System, account: string, after: string | undefined, most: number) {
  const ours = `${system}|${account}|`;
  const people = tx.objectStore('people');
  const rows = await people.getAll(IDBKeyRange.bound(after ?? ours, `${ours}\uffff`, after !== undefined), most);
  // Each set once: by the first of its people.
  const found = (await setsOf(tx, rows)).filter(({ key, set }) => set[0] === key);
  return { sets: found.map(({ set }) => set), ...(rows.length === most ? { next: rows.at(-1)?.key } : {}) };
}

/** The sets these people stand in, and those of the others in them: who is one with whom is decided among all of them. */
async function setsAround(tx: Tx, keys: string[], most: number): Promise<string[][]> {
  const rowsOf = (some: string[]) => Promise.all(some.map((key) => tx.objectStore('people').get(key)));
  const near = (await setsOf(tx, await rowsOf(keys))).filter(({ set }) => set.length <= most);
  const all = await setsOf(tx, await rowsOf([...new Set(near.flatMap(({ set }) => set))]));
  return [...new Map(all.map(({ set }) => [set.join(), set])).values()];
}

export function readPeople(db: Database, sealer: Sealer): Part {
  const open = async ({ sealed, hashes: _, ...row }: PersonRow): Promise<PersonOpen> => ({
    ...row,
    brief: await sealer.open(sealed, personContext(row.key)),
  });
  return {
    async person(key) {
      const row = await db.read(['people'], (tx) => tx.objectStore('people').get(key));
      return row && open(row);
    },
    async peopleLike(system, account, look) {
      const { emails, phones, words } = await personHashes(sealer, system, account, look);
      return Promise.all((await rowsAlike(db, [...emails, ...phones], words, ALIKE)).map(open));
    },
    async peopleNamed(system, account, words, fits, most) {
      const hashes = await personHashes(sealer, system, account, { words });
      const rows = (await rowsAlike(db, [], hashes.words, NAMED)).sort((a, b) => b.changedAt - a.changedAt);
      const found: PersonOpen[] = [];
      for (let from = 0; from < rows.length && found.length < most; from += OPENED) {
        const some = await Promise.all(rows.slice(from, from + OPENED).map(open));
        found.push(...some.filter(({ brief }) => fits(brief.name)));
      }
      return found.slice(0, most);
    },
    async people(system, account, after, most, free) {
      // The first page is what the console begins with.
      const name = after ? undefined : `${system} ${account} ${most} ${free}`;
      return Promise.all((await db.read(['people'], (tx) => pageOf(tx, system, account, after, most, free), name)).map(open));
    },
    countPeople: (system, account) => countPeople(db, system, account),
    peopleSince: async (system, account, since, most) => {
      const range = IDBKeyRange.bound([system, account, since], [system, account, []]);
      const rows = await db.read(['people'], (tx) => tx.objectStore('people').index('changed').getAll(range, most));
      return rows.map(({ key, changedAt }) => ({ key, changedAt }));
    },
    peopleAround: (keys, most) => db.read(['people'], (tx) => setsAround(tx, keys, most)),
    peopleSharing: (system, account, after, most) => db.read(['people'], (tx) => sharing(tx, system, account, after, most)),
  };
}
