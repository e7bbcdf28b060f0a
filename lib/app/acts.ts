import type { Handlers, From } from '../messages/serve.ts';
import type { Mounts } from '../messages/mounts.ts';
import { compareFields } from '../match/fields.ts';
import { dayIn } from '../match/due.ts';
import { normalizePhone } from '../match/normalize.ts';
import { type Contact, type ContactValues, valuesOf } from '../model/contact.ts';
import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import { subjectKey } from '../model/subject.ts';
import type { Task } from '../model/task.ts';
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

const DAY = 24 * 60 * 60 * 1000;

/** The scene of the panel's tab; refuses a click that was meant for the record shown before. */
export async function sceneFor(parts: Pick<ActsParts, 'mounts' | 'accounts' | 'reader'>, from: From, key: string): Promise<Scene> {
  const subject = await parts.mounts.subject(from.tabId);
  if (!subject || subjectKey(subject) !== key) throw new AppError('subject-changed');
  return readScene(subject, parts.accounts, parts.reader);
}

async function mustWrite(parts: ActsParts, system: 'highlevel' | 'clio'): Promise<void> {
  if (!(await parts.settings.get('writing'))[system]) throw new AppError('writing-off', { system });
}

async function linked(parts: ActsParts, from: From, key: string): Promise<Linked> {
  const scene = await sceneFor(parts, from, key);
  if (!scene.clio || !scene.location || !scene.contact || !scene.link || !scene.linkKey) throw new AppError('subject-changed');
  return scene as Linked;
}

/** Phones go out as E.164; everything else as Clio has it. */
const outgoing = (values: ContactValues, scene: Scene): ContactValues => ({ ...values, phone: values.phone && (normalizePhone(values.phone, scene.country) ?? values.phone) });

type Draft = Pick<NewWrite, 'op' | 'body'>;

export type WriteHandlers = Pick<
  Handlers,
  'contact.create' | 'contact.push' | 'contact.copy-to-clio' | 'task.push' | 'task.complete' | 'task.add' | 'note.push' | 'note.add' | 'tag.add' | 'tag.remove'
>;

/** Turns a click into rows of the outbox. Answers once they are on the disk; sends nothing itself. */
export function createActs(parts: ActsParts, keyOf: (op: string, input: unknown, connection: Connection) => string): WriteHandlers {
  const { reader, outbox, now } = parts;

  const queue = async (scene: Scene, kind: string, connection: Connection, drafts: Draft[]): Promise<{ actId: string }> => {
    if (!drafts.length) throw new AppError('invalid-request', { about: 'nothing to do' });
    const actId = parts.newId();
    const rows = drafts.map((draft) => ({ ...draft, connection: connection.id, key: keyOf(draft.op, draft.body.input, connection), act: actId, kind, link: scene.linkKey ?? '' }));
    await outbox.enqueue(rows, now());
    parts.drain();
    return { actId };
  };

  const clioList = <T>(scene: Linked, entity: 'task' | 'note', owner: string): Promise<T[]> => reader.list<T>(listKey('clio', scene.clio.account, entity, owner));

  /** Clio ids that were pushed before, or wait to be: a second click must not make a second record. */
  const pushed = async (scene: Linked, entity: 'task' | 'note'): Promise<Set<string>> => {
    const there = new Set((await reader.list<{ id: string }>(listKey('highlevel', scene.location.account, entity, scene.link.highlevelId))).map((one) => one.id));
    const pairs = (await reader.pairs(scene.linkKey)).filter((pair) => pair.entity === entity && there.has(pair.highlevelId));
    const open = (await outbox.ofLink(scene.linkKey)).filter((write) => write.state !== 'done' && write.body.pair?.entity === entity);
    return new Set([...pairs.map((pair) => pair.clioId), ...open.map((write) => write.body.pair?.clioId ?? '')]);
  };

  const taskDraft = (scene: Linked, task: Task): Draft => ({
    op: 'highlevel.task.create',
    body: {
      label: task.title,
      pair: { entity: 'task', clioId: task.id },
      input: {
        contactId: scene.link.highlevelId,
        // HighLevel demands a due date: a task without one falls due tomorrow.
        values: { title: task.title, body: task.body, due: task.due ?? { kind: 'day', day: dayIn(now() + DAY, parts.timeZone()) }, done: task.done },
      },
    },
  });

  const highlevelTask = async (scene: Linked, id: string): Promise<Task> => {
    const tasks = await reader.list<Task>(listKey('highlevel', scene.location.account, 'task', scene.link.highlevelId));
    const task = tasks.find((one) => one.id === id);
    if (!task) throw new AppError('not-found', { system: 'highlevel', about: 'task' });
    return task;
  };

  const tagDraft = (scene: Linked, verb: 'add' | 'remove', tags: string[]): Draft[] => {
    const has = new Set((scene.highlevel?.tags ?? []).map((tag) => tag.toLowerCase()));
    const names = tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag && has.has(tag) === (verb === 'remove'));
    return names.length ? [{ op: `highlevel.contact.${verb}-tags`, body: { label: names.join(', '), input: { contactId: scene.link.highlevelId, tags: names } } }] : [];
  };

  return {
    async 'contact.create'({ key }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await sceneFor(parts, from, key);
      const { clio, location, contact, linkKey } = scene;
      if (!clio || !location || !contact || !linkKey || scene.link) throw new AppError('subject-changed');
      const values = outgoing(valuesOf(contact), scene);
      const link = { key: linkKey, clioAccount: clio.account, clioId: contact.id, locationId: location.account, by: 'create' as const, reasons: [{ code: 'pushed' as const, tone: 'good' as const }], base: values };
      const open = (await outbox.ofLink(linkKey)).some((write) => write.op === 'highlevel.contact.create' && write.state !== 'done');
      if (open) throw new AppError('invalid-request', { about: 'already queued' });
      return queue(scene, 'contact.create', location, [{ op: 'highlevel.contact.create', body: { label: contact.name, link, input: { values } } }]);
    },
    async 'contact.push'({ key, fields, overwrite }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await linked(parts, from, key);
      if (!scene.highlevel) throw new AppError('subject-changed');
      const rows = compareFields(scene.contact, scene.highlevel, { country: scene.country });
      const chosen = rows.filter((row) => fields.includes(row.field) && row.pushable && (row.state === 'only-clio' || overwrite.includes(row.field)));
      if (!chosen.length) throw new AppError('invalid-request', { about: 'nothing to do' });
      const values = outgoing(Object.fromEntries(chosen.map((row) => [row.field, row.clio])), scene);
      const seen = Object.fromEntries(chosen.map((row) => [row.field, row.highlevel]));
      return queue(scene, 'contact.push', scene.location, [
        { op: 'highlevel.contact.update', body: { label: scene.contact.name, input: { contactId: scene.link.highlevelId, values, seen } } },
      ]);
    },
    async 'contact.copy-to-clio'({ key, fields }, from) {
      await mustWrite(parts, 'clio');
      const scene = await linked(parts, from, key);
      const rows = compareFields(scene.contact, scene.highlevel, { country: scene.country }).filter((row) => row.copyable && fields.includes(row.field));
      if (!rows.length) throw new AppError('invalid-request', { about: 'nothing to do' });
      const values = Object.fromEntries(rows.map((row) => [row.field, row.highlevel]));
      return queue(scene, 'contact.copy-to-clio', scene.clio, [{ op: 'clio.contact.fill', body: { label: scene.contact.name, input: { clioId: scene.contact.id, values } } }]);
    },
    async 'task.push'({ key, taskIds, held }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await linked(parts, from, key);
      const before = await pushed(scene, 'task');
      const tasks = (await clioList<Task>(scene, 'task', scene.contact.id)).filter((task) => taskIds.includes(task.id) && !before.has(task.id));
      if (!held && tasks.some((task) => task.private)) throw new AppError('held', { about: 'private task' });
      return queue(scene, 'task.push', scene.location, tasks.map((task) => taskDraft(scene, task)));
    },
    async 'task.complete'({ key, taskId, completed }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await linked(parts, from, key);
      const task = await highlevelTask(scene, taskId);
      const input = { contactId: scene.link.highlevelId, taskId, completed };
      return queue(scene, completed ? 'task.complete' : 'task.reopen', scene.location, [{ op: 'highlevel.task.complete', body: { label: task.title, input } }]);
    },
    async 'task.add'({ key, title, body, due, assignedTo }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await linked(parts, from, key);
      const values = { title, body, due: { kind: 'day', day: due }, done: false, assignedTo };
      return queue(scene, 'task.add', scene.location, [{ op: 'highlevel.task.create', body: { label: title, input: { contactId: scene.link.highlevelId, values } } }]);
    },
    async 'note.push'({ key, noteId, held }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await linked(parts, from, key);
      const { subject } = scene;
      const notes = [...(await clioList<Note>(scene, 'note', scene.contact.id)), ...(subject.kind === 'matter' ? await clioList<Note>(scene, 'note', `matter:${subject.id}`) : [])];
      const note = notes.find((one) => one.id === noteId);
      if (!note) throw new AppError('not-found', { system: 'clio', about: 'note' });
      if (note.matter && !held) throw new AppError('held', { about: 'matter note' });
      if ((await pushed(scene, 'note')).has(noteId)) throw new AppError('invalid-request', { about: 'already there' });
      const text = note.title ? `${note.title}\n\n${note.text}` : note.text;
      const body = { label: note.title ?? note.text.slice(0, 80), pair: { entity: 'note' as const, clioId: note.id }, input: { contactId: scene.link.highlevelId, text } };
      return queue(scene, 'note.push', scene.location, [{ op: 'highlevel.note.create', body }]);
    },
    async 'note.add'({ key, text }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await linked(parts, from, key);
      return queue(scene, 'note.add', scene.location, [{ op: 'highlevel.note.create', body: { label: text.slice(0, 80), input: { contactId: scene.link.highlevelId, text } } }]);
    },
    async 'tag.add'({ key, tags }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await linked(parts, from, key);
      return queue(scene, 'tag.add', scene.location, tagDraft(scene, 'add', tags));
    },
    async 'tag.remove'({ key, tags }, from) {
      await mustWrite(parts, 'highlevel');
      const scene = await linked(parts, from, key);
      return queue(scene, 'tag.remove', scene.location, tagDraft(scene, 'remove', tags));
    },
  };
}
