const CHUNK = 2_000;
/** What belongs to one linked person. */
const STORES = ['links', 'records', 'pairs', 'known', 'reads', 'people'];

/** Rows a person in each store: the link, both contacts, what is known of them, and a pair or an entry of the index where there is one. */
const MOST = 2;

interface Keyed {
  key: string;
  entity?: string;
}
interface Person {
  clioId: number;
  highlevelId: string;
}

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The rows of the one person again under other ids; what is sealed stays as it is, nobody opens it. */
function renamed(row: unknown, { clioId, highlevelId }: Person, number: number): unknown {
  const names: [string, string][] = [
    [String(clioId), String(5_000_000_000 + number)],
    [highlevelId, `bench${String(number).padStart(highlevelId.length - 5, '0')}`],
  ];
  const again = (value: unknown): unknown => {
    if (typeof value === 'string') return names.reduce((text, [from, to]) => text.replaceAll(from, to), value);
    if (Array.isArray(value)) return value.map(again);
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, again(inner)]));
    return value;
  };
  return again(row);
}

/** Fills the disk of a world with this many linked people, each a copy of one who is there. How many rows it holds then. */
export async function multiplyLinks(database: string, person: Person, links: number): Promise<number> {
  const db = await promised(indexedDB.open(database));
  const stores = STORES.filter((name) => db.objectStoreNames.contains(name));
  const have = await promised(db.transaction('links').objectStore('links').count());
  const seeds = new Map<string, Keyed[]>();
  for (const name of stores) {
    const rows = await promised<Keyed[]>(db.transaction(name).objectStore(name).getAll());
    seeds.set(name, rows.filter((row) => isOfPerson(row, person)).slice(0, MOST));
  }
  for (let first = have; first < links; first += CHUNK) {
    const tx = db.transaction(stores, 'readwrite');
    for (const [name, rows] of seeds)
      for (let number = first; number < Math.min(links, first + CHUNK); number += 1)
        for (const row of rows) tx.objectStore(name).put(renamed(row, person, number));
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onerror = () => reject(tx.error);
    });
  }
  const counts = await Promise.all(stores.map((name) => promised(db.transaction(name).objectStore(name).count())));
  db.close();
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Named by the readable part of the row; lists of tasks and notes are left out. The copies' names hold neither id. */
const isOfPerson = ({ key, entity }: Keyed, { clioId, highlevelId }: Person): boolean =>
  (entity === undefined || entity !== 'task') && [String(clioId), highlevelId].some((id) => key.split('|').includes(id));
