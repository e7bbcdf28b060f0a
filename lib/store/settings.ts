import type { Connection } from '../model/connection.ts';
import type { Database } from './db.ts';

/** Settings without client data, with their defaults. Writing is off until somebody switches it on. */
export interface Settings {
  writing: { highlevel: boolean; clio: boolean };
  /** Clio connection id -> HighLevel connection id. */
  pairs: Record<string, string>;
}
const DEFAULTS: Settings = { writing: { highlevel: false, clio: false }, pairs: {} };

export interface SettingsStore {
  get<K extends keyof Settings>(name: K): Promise<Settings[K]>;
  set<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void>;
}

export function createSettings(db: Database, changed: () => void): SettingsStore {
  return {
    async get(name) {
      const kept = await db.read(['settings'], (tx) => tx.objectStore('settings').get(name));
      return (kept as Settings[typeof name] | undefined) ?? DEFAULTS[name];
    },
    async set(name, value) {
      await db.write(['settings'], (tx) => tx.objectStore('settings').put(value, name), true);
      changed();
    },
  };
}

export interface Connections {
  all(): Promise<Connection[]>;
  get(id: string): Promise<Connection | undefined>;
  put(connection: Connection): Promise<void>;
  /** Changes some values of a connection that still exists; a removed one stays removed. */
  patch(id: string, values: Partial<Connection>): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createConnections(db: Database, changed: () => void): Connections {
  const after = async (work: Promise<unknown>): Promise<void> => {
    await work;
    changed();
  };
  return {
    all: () => db.read(['connections'], (tx) => tx.objectStore('connections').getAll()),
    get: (id) => db.read(['connections'], (tx) => tx.objectStore('connections').get(id)),
    put: (connection) => after(db.write(['connections'], (tx) => tx.objectStore('connections').put(connection), true)),
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
    remove: (id) => after(db.write(['connections'], (tx) => tx.objectStore('connections').delete(id), true)),
  };
}
