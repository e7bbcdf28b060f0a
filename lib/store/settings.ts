import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import type { Database } from './db.ts';
import type { Tx } from './transaction.ts';

/** Settings without client data, with their defaults. Writing is off until somebody switches it on. */
export interface Settings {
  writing: { highlevel: boolean; clio: boolean };
  /** Clio connection id -> HighLevel connection id. */
  pairs: Record<string, string>;
  /** When what is old was last cleared away. */
  prunedAt: number;
}
const DEFAULTS: Settings = { writing: { highlevel: false, clio: false }, pairs: {}, prunedAt: 0 };

export interface SettingsStore {
  get<K extends keyof Settings>(name: K): Promise<Settings[K]>;
  /** Reads and writes in one transaction, so that nothing written between (or erased) is undone. */
  update<K extends keyof Settings>(name: K, change: (old: Settings[K]) => Settings[K]): Promise<void>;
  /** Chooses the location of a Clio account; throws `not-connected` unless both are there. */
  pair(clio: string, highlevel: string): Promise<void>;
}

type SettingsTx = Tx<'readwrite'>;

async function change<K extends keyof Settings>(tx: SettingsTx, name: K, next: (old: Settings[K]) => Settings[K]): Promise<void> {
  const store = tx.objectStore('settings');
  await store.put(next(((await store.get(name)) as Settings[K] | undefined) ?? DEFAULTS[name]), name);
}

/** A single pair of accounts needs no question; from two on the person chooses. */
export async function pairSingles(tx: SettingsTx): Promise<void> {
  const all = await tx.objectStore('connections').getAll();
  const [clio, ...otherClios] = all.filter((one) => one.system === 'clio');
  const [highlevel, ...otherLocations] = all.filter((one) => one.system === 'highlevel');
  if (!clio || !highlevel || otherClios.length || otherLocations.length) return;
  await change(tx, 'pairs', (pairs) => ({ [clio.id]: highlevel.id, ...pairs }));
}

/** Takes an account out of all pairs. */
export const unpair = (tx: SettingsTx, id: string): Promise<void> =>
  change(tx, 'pairs', (pairs) =>
    Object.fromEntries(Object.entries(pairs).filter(([clio, highlevel]) => clio !== id && highlevel !== id)),
  );

async function pairChosen(tx: SettingsTx, clio: string, highlevel: string): Promise<void> {
  const connections = tx.objectStore('connections');
  if (!(await connections.get(clio)) || !(await connections.get(highlevel))) throw new AppError('not-connected');
  await change(tx, 'pairs', (pairs) => ({ ...pairs, [clio]: highlevel }));
}

export function createSettings(db: Database, changed: () => void): SettingsStore {
  return {
    async get(name) {
      const kept = await db.read(['settings'], (tx) => tx.objectStore('settings').get(name));
      return (kept as Settings[typeof name] | undefined) ?? DEFAULTS[name];
    },
    async update(name, next) {
      await db.write(['settings'], (tx) => change(tx, name, next), true);
      changed();
    },
    async pair(clio, highlevel) {
      await db.write(['connections', 'settings'], (tx) => pairChosen(tx, clio, highlevel), true);
      changed();
    },
  };
}

export interface Connections {
  all(): Promise<Connection[]>;
  get(id: string): Promise<Connection | undefined>;
  /** Changes some values of a connection that still exists; a removed one stays removed. */
  patch(id: string, values: Partial<Connection>): Promise<void>;
}

export function createConnections(db: Database, changed: () => void): Connections {
  const after = async (work: Promise<unknown>): Promise<void> => {
    await work;
    changed();
  };
  return {
    all: () => db.read(['connections'], (tx) => tx.objectStore('connections').getAll()),
    get: (id) => db.read(['connections'], (tx) => tx.objectStore('connections').get(id)),
    patch: (id, values) =>
      after(
        db.write(
          ['connections'],
          async (tx) => {
            const old = await tx.objectStore('connections').get(id);
            if (old) await tx.objectStore('connections').put({ ...old, ...values });
          },
          true,
        ),
      ),
  };
}
