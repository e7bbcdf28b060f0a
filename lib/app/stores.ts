import { createKeep } from '../auth/keep.ts';
import { createSealer } from '../auth/seal.ts';
import { createVault } from '../auth/vault.ts';
import { createMounts } from '../messages/mounts.ts';
import { createApply } from '../store/apply.ts';
import { createEras } from '../store/eras.ts';
import { createReader } from '../store/read.ts';
import { createSyncReader } from '../store/read-sync.ts';
import { watchDatabase } from '../store/room.ts';
import { createRulesStore } from '../store/rules-store.ts';
import { createConnections, createSettings } from '../store/settings.ts';
import { createOutbox } from '../sync/outbox.ts';
import { logConnection } from './connection-log.ts';
import { quietly } from './door.ts';
import type { AppParts } from './parts.ts';
import { createAccounts } from './scene.ts';
import { createSignInStatus } from './sign-in-status.ts';

/** Signals come in bursts; one is enough for all changes of a turn. */
function createBell(ring: () => void): () => void {
  let pending = false;
  return () => {
    if (pending) return;
    pending = true;
    queueMicrotask(() => {
      pending = false;
      ring();
    });
  };
}

export type Stores = ReturnType<typeof createStores>;

/** Everything that remembers. `changed` tells our pages to ask again. */
export function createStores({ db: disk, session, door, now }: Pick<AppParts, 'db' | 'session' | 'door' | 'now'>) {
  const told: (() => void)[] = [];
  const changed = createBell(() => {
    door.broadcast({ signal: 'store.changed' });
    for (const tell of told) tell();
  });
  const db = watchDatabase(disk, changed);
  const eras = createEras();
  const sealer = createSealer(db);
  const apply = createApply(db, sealer, eras, changed);
  const connections = createConnections(db, changed, (one) => quietly(logConnection(apply, one, now(), one.reason)));
  const settings = createSettings(db, changed);
  return {
    changed,
    onChanged: (tell: () => void) => void told.push(tell),
    /** The browser's reason where it told one. */
    storage: () => (db.problem() && db.why()) ?? db.problem(),
    db,
    eras,
    sealer,
    connections,
    settings,
    vault: createVault(db, sealer, eras),
    keep: createKeep(db, eras, changed),
    reader: createReader(db, sealer),
    syncReader: createSyncReader(db, sealer),
    rules: createRulesStore(db, sealer, changed),
    apply,
    outbox: createOutbox(db, sealer, changed),
    mounts: createMounts(session),
    status: createSignInStatus(session, changed),
    accounts: createAccounts(connections, settings),
  };
}
