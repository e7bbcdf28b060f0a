import type { Keep } from '../auth/keep.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { Credentials } from '../auth/vault.ts';
import type { Connection, Right } from '../model/connection.ts';
import { toAppError } from '../model/errors.ts';
import type { Eras } from '../store/eras.ts';
import type { Connections } from '../store/settings.ts';

export interface AdoptParts {
  tokens: Tokens;
  keep: Keep;
  eras: Eras;
  connections: Connections;
  /** Asks the system whose credentials these are; the draft's account may still be empty (Clio). */
  identify: (draft: Connection) => Promise<Connection>;
  checkRights: (connection: Connection) => Promise<Right[]>;
  now: () => number;
  /** After a connection was made or came back: read and send what waited. */
  connected: (connection: Connection) => void;
}

/** Ids of the connections whose rights are being checked. */
export type Checking = Set<string>;

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

/** What a sign-in brought: the account as far as it is known, its credentials, and when (`eras.mark()`) the person began. */
export interface Found {
  draft: Connection;
  credentials: Credentials;
  mark: number;
}

/** Proves the credentials by asking who they belong to, and only then keeps them, unless the account was erased since the person began. */
export async function adopt(parts: AdoptParts, checking: Checking, { draft, credentials, mark }: Found): Promise<void> {
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
  await parts.keep(known, credentials, mark);
  parts.connected(known);
  check(parts, checking, known.id).catch((cause) => console.warn('Rankr: permission check failed:', toAppError(cause).code));
}
