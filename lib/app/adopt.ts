import type { Tokens } from '../auth/tokens.ts';
import type { Credentials, Vault } from '../auth/vault.ts';
import type { Connection, Right } from '../model/connection.ts';
import { toAppError } from '../model/errors.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';

export interface AdoptParts {
  tokens: Tokens;
  vault: Vault;
  connections: Connections;
  settings: SettingsStore;
  /** Asks the system whose credentials these are; the draft's account may still be empty (Clio). */
  identify: (draft: Connection) => Promise<Connection>;
  checkRights: (connection: Connection) => Promise<Right[]>;
  now: () => number;
  /** After a connection was made or came back: read and send what waited. */
  connected: (connection: Connection) => void;
}

/** Ids of the connections whose rights are being checked. */
export type Checking = Set<string>;

/** A single pair needs no question; from two on the person chooses. */
async function pairIfObvious({ connections, settings }: AdoptParts): Promise<void> {
  const all = await connections.all();
  const clio = all.filter((one) => one.system === 'clio');
  const highlevel = all.filter((one) => one.system === 'highlevel');
  const pairs = await settings.get('pairs');
  if (clio.length !== 1 || highlevel.length !== 1 || pairs[clio[0]!.id]) return;
  await settings.set('pairs', { ...pairs, [clio[0]!.id]: highlevel[0]!.id });
}

/** Proves each right of a connection, one check of it at a time. */
export async function check(parts: AdoptParts, checking: Checking, id: string): Promise<void> {
  const { connections, now } = parts;
  const connection = await connections.get(id);
  if (!connection || checking.has(id)) return;
  checking.add(id);
  await connections.patch(id, {});
  try {
    const rights = await parts.checkRights(connection);
    checking.delete(id);
    await connections.patch(id, { rights, rightsAt: now() });
  } finally {
    checking.delete(id);
  }
}

/** Proves the credentials by asking who they belong to, and only then keeps them: credentials first, so no connection is ever without. */
export async function adopt(parts: AdoptParts, checking: Checking, draft: Connection, credentials: Credentials): Promise<void> {
  // Under an id of its own: calls of a connection that is being replaced go on with the credentials it has.
  const trial = { ...draft, id: `${draft.id}?trial` };
  const release = parts.tokens.hold(trial.id, credentials);
  let known: Connection;
  try {
    const named = await parts.identify(trial);
    known = { ...named, id: named.id === trial.id ? draft.id : named.id };
  } finally {
    release();
  }
  const old = await parts.connections.get(known.id);
  await parts.vault.put(known.id, credentials);
  await parts.connections.put({ ...known, connectedAt: old?.connectedAt ?? known.connectedAt });
  await pairIfObvious(parts);
  parts.connected(known);
  check(parts, checking, known.id).catch((cause) => console.warn('Rankr: permission check failed:', toAppError(cause).code));
}
