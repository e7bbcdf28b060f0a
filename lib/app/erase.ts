import type { Vault } from '../auth/vault.ts';
import type { Database } from '../store/db.ts';
import type { RankrSchema, StoreName } from '../store/rows.ts';
import { STORE_NAMES } from '../store/rows.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';

export interface EraseParts {
  db: Database;
  vault: Vault;
  connections: Connections;
  settings: SettingsStore;
  /** Drops the sealing key from memory. */
  forgetKey: () => void;
  /** Clears storage.session and storage.local. */
  clearAreas: () => Promise<void>;
  changed: () => void;
}

export interface Erase {
  /** One account: its credentials, every record, link, pair and decision of it, and its waiting writes. */
  connection(id: string): Promise<void>;
  /** Everything, the sealing key first: what a crash leaves behind can't be read any more. */
  everything(): Promise<void>;
}

type Row = RankrSchema[StoreName]['value'];

/** Which rows speak of an account. `known` rows are keyed by subject or person, so those of the region or link go. */
function concerns(name: StoreName, row: Row, account: string, id: string): boolean {
  const one = row as { key?: string; account?: string; connection?: string; link?: string; id?: string };
  switch (name) {
    case 'records':
      return one.account === account;
    case 'outbox':
      return one.connection === id || (one.link ?? '').includes(account);
    case 'links':
    case 'pairs':
    case 'reads':
    case 'known':
      return (one.key ?? '').includes(account);
    default:
      return false;
  }
}

export function createErase(parts: EraseParts): Erase {
  const { db, changed } = parts;
  return {
    async connection(id) {
      const account = id.slice(id.indexOf(':') + 1);
      await parts.vault.remove(id);
      await db.write(
        STORE_NAMES,
        async (tx) => {
          for (const name of ['records', 'outbox', 'links', 'pairs', 'reads', 'known'] as const) {
            for (let at = await tx.objectStore(name).openCursor(); at; at = await at.continue()) {
              if (concerns(name, at.value, account, id)) await at.delete();
            }
          }
          // The log speaks of both sides; which account a row is of isn't in it, so it goes as a whole.
          await tx.objectStore('changes').clear();
          await tx.objectStore('connections').delete(id);
        },
        true,
      );
      const pairs = await parts.settings.get('pairs');
      await parts.settings.set(
        'pairs',
        Object.fromEntries(Object.entries(pairs).filter(([clio, highlevel]) => clio !== id && highlevel !== id)),
      );
      changed();
    },
    async everything() {
      await db.write(['keys'], (tx) => tx.objectStore('keys').clear(), true);
      parts.forgetKey();
      await db.destroy();
      await parts.clearAreas();
      changed();
    },
  };
}
