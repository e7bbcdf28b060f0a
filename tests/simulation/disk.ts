import { createSealer } from '../../lib/auth/seal.ts';
import type { Activity } from '../../lib/model/activity.ts';
import type { Ask } from '../../lib/model/ask.ts';
import type { Link } from '../../lib/model/link.ts';
import type { Write } from '../../lib/model/outbox.ts';
import { createReader } from '../../lib/store/read.ts';
import { createSyncReader } from '../../lib/store/read-sync.ts';
import type { DirtyRow, PairRow, StoreName } from '../../lib/store/rows.ts';
import { createOutbox } from '../../lib/sync/outbox.ts';
import { createMemoryDisk } from './memory-disk.ts';

/** What lies on the disk of a history, opened. */
export async function openDisk(name: string) {
  const db = createMemoryDisk(name);
  const sealer = createSealer(db);
  const sync = createSyncReader(db, sealer);
  const reader = createReader(db, sealer);
  const all = <T>(store: StoreName): Promise<T[]> => db.read([store], (tx) => tx.objectStore(store).getAll()) as Promise<never>;
  const outbox = createOutbox(db, sealer, () => undefined);
  const writes = async (): Promise<Write[]> => {
    const rows = await all<{ seq: number }>('outbox');
    return (await Promise.all(rows.map(({ seq }) => outbox.get(seq)))).filter((one) => one !== undefined);
  };
  const links = async (): Promise<Link[]> => {
    const rows = await all<{ key: string; sealed: never }>('links');
    return Promise.all(rows.map((row) => sealer.open<Link>(row.sealed, `link|${row.key}`)));
  };
  const opened = async (key: string): Promise<unknown> => (await reader.record(key)) ?? {};
  return { all, opened, writes, links, sync, reader, close: db.close };
}

/** Everything on the disk at the end, read once. */
export interface Lying {
  writes: Write[];
  links: Link[];
  pairs: PairRow[];
  asks: Ask[];
  activity: Activity[];
  dirty: DirtyRow[];
  /** What rules ran for, or wait to. */
  runs: { rule: string; record: string; state: string; nextAt?: number }[];
  connections: { id: string; state: string }[];
  /** Whose credentials are kept. */
  vault: string[];
  /** A connection waits for its person to sign in: what it is about waits too. */
  signedOut: boolean;
  /** HighLevel tasks that count as older than two-way sync: nobody can date them. */
  old: Set<string>;
}

export async function readDisk(name: string): Promise<Lying> {
  const disk = await openDisk(name);
  const asks = await disk.all<{ key: string }>('asks');
  const links = await disk.links();
  const old = await Promise.all(links.map(({ key }) => disk.reader.known<{ ids: string[] }>(`person|${key}|old-tasks`)));
  const connections = await disk.all<Lying['connections'][number]>('connections');
  const lying = {
    connections,
    vault: (await disk.all<{ id: string }>('vault')).map(({ id }) => id),
    signedOut: connections.some(({ state }) => state === 'reconnect'),
    old: new Set(old.flatMap((one) => one?.ids ?? [])),
    writes: await disk.writes(),
    links,
    pairs: await disk.all<PairRow>('pairs'),
    asks: (await Promise.all(asks.map(({ key }) => disk.sync.ask(key)))).filter((one) => one !== undefined),
    activity: await disk.sync.activity({}, undefined, 100_000),
    dirty: await disk.all<DirtyRow>('dirty'),
    runs: await disk.all<Lying['runs'][number]>('runs'),
  };
  await disk.close();
  return lying;
}
