import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import type { SyncChoice } from '../model/sync.ts';
import type { Database } from './db.ts';
import type { Tx } from './transaction.ts';

/** Settings without client data, with their defaults. Writing is off until somebody switches it on. */
export interface Settings {
  writing: { highlevel: boolean; clio: boolean };
  /** Clio connection id -> HighLevel connection id. */
  pairs: Record<string, string>;
  /** What stays equal, by Clio connection id. Missing: nothing. */
  sync: Record<string, SyncChoice>;
  /** How many days the activity log is kept. */
  keepDays: number;
  /** When what is old was last cleared away. */
  prunedAt: number;
}
export const DEFAULTS: Settings = {
  writing: { highlevel: false, clio: false },
  pairs: {},
  sync: {},
  keepDays: 90,
  prunedAt: 0,
};

export interface SettingsStore {
  get<K extends keyof Settings>(name: K): Promise<Settings[K]>;
  /** Reads and writes in one transaction, so that nothing written between (or erased) is undone. */
  update<K extends keyof Settings>(name: K, change: (old: Settings[K]) => Settings[K]): Promise<void>;
  /** Chooses the location of a Clio account; throws `not-connected` unless both are there. True where that switched two-way sync off. */
  pair(clio: string, highlevel: string): Promise<boolean>;
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

/** Takes an account out of all pairs, and forgets what was to stay equal with it. */
export async function forgetChoices(tx: SettingsTx, id: string): Promise<void> {
  let left: string[] = [];
  const without = <T>(rows: Record<string, T>, goes: (clio: string, row: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(rows).filter(([clio, row]) => !goes(clio, row)));
  await change(tx, 'pairs', (pairs) => {
    const kept = without(pairs, (clio, highlevel) => clio === id || highlevel === id);
    left = Object.keys(pairs).filter((clio) => !(clio in kept));
    return kept;
  });
  // Without the other side the choices speak of nothing: users, calendars and fields of an account that is gone.
  if ((await tx.objectStore('settings').get('sync')) !== undefined)
    await change(tx, 'sync', (sync) => without(sync, (clio) => clio === id || left.includes(clio)));
}

/** What was chosen speaks of the former location's people, users and fields, and "new from now on" of another day: another one begins anew. */
const elsewhere = (choice: SyncChoice): SyncChoice => ({
  ...choice,
  ...{ on: false, users: [], extras: [], calendars: { clio: choice.calendars.clio } },
});

async function pairChosen(tx: SettingsTx, clio: string, highlevel: string): Promise<boolean> {
  const connections = tx.objectStore('connections');
  if (!(await connections.get(clio)) || !(await connections.get(highlevel))) throw new AppError('not-connected');
  let former: string | undefined;
  await change(tx, 'pairs', (pairs) => {
    former = pairs[clio];
    return { ...pairs, [clio]: highlevel };
  });
  let wasOn = false;
  if (former && former !== highlevel)
    await change(tx, 'sync', ({ [clio]: choice, ...rest }) => {
      wasOn = choice?.on === true;
      return choice ? { ...rest, [clio]: elsewhere(choice) } : rest;
    });
  return wasOn;
}

export function createSettings(db: Database, changed: () => void): SettingsStore {
  return {
    async get(name) {
      const kept = await db.read(['settings'], (tx) => tx.objectStore('settings').get(name), name);
      return (kept as Settings[typeof name] | undefined) ?? DEFAULTS[name];
    },
    async update(name, next) {
      await db.write(['settings'], (tx) => change(tx, name, next), true);
      changed();
    },
    async pair(clio, highlevel) {
      const wasOn = await db.write(['connections', 'settings'], (tx) => pairChosen(tx, clio, highlevel), true);
      changed();
      return wasOn;
    },
  };
}

export interface Connections {
  all(): Promise<Connection[]>;
  get(id: string): Promise<Connection | undefined>;
  /** Changes some values of a connection that still exists; a removed one stays removed. */
  patch(id: string, values: Partial<Connection>): Promise<void>;
}

/** `lost`: told when a sign-in ended. */
export function createConnections(db: Database, changed: () => void, lost?: (connection: Connection) => void): Connections {
  return {
    all: () => db.read(['connections'], (tx) => tx.objectStore('connections').getAll(), ''),
    get: (id) => db.read(['connections'], (tx) => tx.objectStore('connections').get(id), id),
    async patch(id, values) {
      const ended = await db.write(
        ['connections'],
        async (tx) => {
          const old = await tx.objectStore('connections').get(id);
          if (!old) return undefined;
          const next = { ...old, ...values };
          await tx.objectStore('connections').put(next);
          return next.state === 'reconnect' && old.state === 'ok' ? next : undefined;
        },
        true,
      );
      changed();
      if (ended) lost?.(ended);
    },
  };
}
