import { normalizePhone } from '../match/normalize.ts';
import type { Mounts } from '../messages/mounts.ts';
import type { Queued } from '../messages/protocol.ts';
import type { From } from '../messages/serve.ts';
import type { Connection } from '../model/connection.ts';
import type { Contact, ContactValues } from '../model/contact.ts';
import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { NewWrite } from '../model/outbox.ts';
import { subjectKey } from '../model/subject.ts';
import type { Reader } from '../store/read.ts';
import { listKey } from '../store/rows.ts';
import type { SettingsStore } from '../store/settings.ts';
import type { Outbox } from '../sync/outbox.ts';
import { type Accounts, readScene, type Scene, sceneKey } from './scene.ts';

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

/** The scene of the panel's tab; refuses a click that was meant for the record or person shown before. `whoever`: the record is enough. */
export async function sceneFor(
  parts: Pick<ActsParts, 'mounts' | 'accounts' | 'reader'>,
  from: From,
  key: string,
  whoever = false,
): Promise<Scene> {
  const subject = await parts.mounts.subject(from.tabId);
  const [record] = key.split(/[@>]/);
  if (!subject || subjectKey(subject) !== record) throw new AppError('subject-changed');
  const scene = await readScene(subject, parts.accounts, parts.reader);
  if (!whoever && key !== record && sceneKey(scene) !== key) throw new AppError('subject-changed');
  return scene;
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

/** What is known of earlier pushes of one person's tasks or notes: a second click must not make a second record. */
export interface Pushed {
  /** Clio id -> HighLevel id of what was pushed before. */
  known: Map<string, string>;
  /** Clio ids whose write is on its way or waits for a person. */
  open: Set<string>;
  /** Rows of final refusals by Clio id: nothing came of them, so the next push takes their place. */
  refused: Map<string, number>;
}

export async function pushed(parts: ActsParts, scene: Linked, entity: 'task' | 'note'): Promise<Pushed> {
  const pairs = (await parts.reader.pairs(scene.linkKey)).filter((pair) => pair.entity === entity);
  const known = new Map(pairs.map((pair) => [pair.clioId, pair.highlevelId]));
  const read = await parts.reader.readAt(listKey('highlevel', scene.location.account, entity, scene.link.highlevelId));
  // Only a list read since tells that a pushed record is gone; a list that could not be read, or was given up for room, tells nothing.
  const untold = pairs.filter((pair) => !read || read.problem || read.at <= pair.at);
  const open = new Set<string>(untold.map((pair) => pair.clioId));
  const refused = new Map<string, number>();
  for (const { state, seq, body } of await parts.outbox.ofLink(scene.linkKey)) {
    if (body.pair?.entity !== entity || state === 'done') continue;
    if (state === 'failed') refused.set(body.pair.clioId, seq);
    else open.add(body.pair.clioId);
  }
  return { known, open, refused };
}

/** Those of `asked` that HighLevel lacks. `there`: Clio ids that stand beside a HighLevel record, by the rule the panel pairs by. */
export function notThereYet<T extends { id: string }>(asked: T[], there: ReadonlySet<string>, { open }: Pushed): T[] {
  const rest = asked.filter(({ id }) => !there.has(id) && !open.has(id));
  if (!rest.length) throw new AppError('already-there', { system: 'highlevel' });
  return rest;
}

/** Queues pushes and, once they are on the disk, forgets the refused rows they stand in for. */
export async function queuePush(
  parts: ActsParts,
  scene: Linked,
  kind: string,
  drafts: Draft[],
  { refused }: Pushed,
): Promise<Queued> {
  const queued = await queue(parts, scene, kind, scene.location, drafts);
  const replaced = drafts.flatMap(({ body }) => refused.get(body.pair?.clioId ?? '') ?? []);
  if (replaced.length) await parts.outbox.drop(replaced);
  return queued;
}
