import { normalizePhone } from '../match/normalize.ts';
import type { Mounts } from '../messages/mounts.ts';
import type { Queued } from '../messages/protocol.ts';
import type { From } from '../messages/serve.ts';
import type { Connection } from '../model/connection.ts';
import type { Contact, ContactValues } from '../model/contact.ts';
import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import { subjectKey } from '../model/subject.ts';
import type { Reader } from '../store/read.ts';
import { listKey } from '../store/rows.ts';
import type { SettingsStore } from '../store/settings.ts';
import type { NewWrite, Outbox } from '../sync/outbox.ts';
import { type Accounts, readScene, type Scene } from './scene.ts';

export interface ActsParts {
  accounts: Accounts;
  reader: Reader;
  settings: SettingsStore;
  outbox: Outbox;
  mounts: Mounts;
  now: () => number;
  /** IANA zone of the user. */
  timeZone: () => string;
  newId: () => string;
  /** What a write queues behind. */
  keyOf: (op: string, input: unknown, connection: Connection) => string;
  /** Sends what was queued; not awaited by the click. */
  drain: () => void;
}

/** A linked person with everything an act needs. */
export interface Linked extends Scene {
  clio: Connection;
  location: Connection;
  contact: Contact;
  link: Link;
  linkKey: string;
}

/** One row to be: what to do and with what. */
export type Draft = Pick<NewWrite, 'op' | 'body'>;

/** The scene of the panel's tab; refuses a click that was meant for the record shown before. */
export async function sceneFor(
  parts: Pick<ActsParts, 'mounts' | 'accounts' | 'reader'>,
  from: From,
  key: string,
): Promise<Scene> {
  const subject = await parts.mounts.subject(from.tabId);
  if (!subject || subjectKey(subject) !== key) throw new AppError('subject-changed');
  return readScene(subject, parts.accounts, parts.reader);
}

/** Refuses while the firm has not switched writing to this system on. */
export async function mustWrite(parts: ActsParts, system: 'highlevel' | 'clio'): Promise<void> {
  if (!(await parts.settings.get('writing'))[system]) throw new AppError('writing-off', { system });
}

/** The scene of a click that changes `system`, for a person linked already. */
export async function linkedFor(parts: ActsParts, from: From, key: string, system: 'highlevel' | 'clio'): Promise<Linked> {
  await mustWrite(parts, system);
  const scene = await sceneFor(parts, from, key);
  if (!scene.clio || !scene.location || !scene.contact || !scene.link || !scene.linkKey) throw new AppError('subject-changed');
  return scene as Linked;
}

/** Phones go out as E.164; everything else as Clio has it. */
export const outgoing = (values: ContactValues, scene: Scene): ContactValues => ({
  ...values,
  phone: values.phone && (normalizePhone(values.phone, scene.country) ?? values.phone),
});

/** One click's rows, on the disk when this resolves. */
export async function queue(
  parts: ActsParts,
  scene: Scene,
  kind: string,
  connection: Connection,
  drafts: Draft[],
): Promise<Queued> {
  if (!drafts.length) throw new AppError('invalid-request', { about: 'nothing to do' });
  const act = parts.newId();
  const rows = drafts.map((draft) => ({
    ...draft,
    connection: connection.id,
    key: parts.keyOf(draft.op, draft.body.input, connection),
    act,
    kind,
    link: scene.linkKey ?? '',
  }));
  await parts.outbox.enqueue(rows, parts.now());
  parts.drain();
  return { actId: act };
}

/** A list of Clio as the store has it; `owner` is the contact's id, or `matter:ID`. */
export const clioList = <T>({ reader }: ActsParts, scene: Linked, entity: 'task' | 'note', owner: string): Promise<T[]> =>
  reader.list<T>(listKey('clio', scene.clio.account, entity, owner));

/** The linked contact's list in HighLevel as the store has it. */
export const highlevelList = <T>({ reader }: ActsParts, scene: Linked, entity: 'task' | 'note'): Promise<T[]> =>
  reader.list<T>(listKey('highlevel', scene.location.account, entity, scene.link.highlevelId));

/** Clio ids that were pushed before, or wait to be: a second click must not make a second record. */
export async function pushed(parts: ActsParts, scene: Linked, entity: 'task' | 'note'): Promise<Set<string>> {
  const there = new Set((await highlevelList<{ id: string }>(parts, scene, entity)).map((one) => one.id));
  const all = await parts.reader.pairs(scene.linkKey);
  const pairs = all.filter((pair) => pair.entity === entity && there.has(pair.highlevelId));
  const writes = await parts.outbox.ofLink(scene.linkKey);
  const open = writes.filter((write) => write.state !== 'done' && write.body.pair?.entity === entity);
  return new Set([...pairs.map((pair) => pair.clioId), ...open.map((write) => write.body.pair?.clioId ?? '')]);
}
