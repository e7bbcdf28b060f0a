import { pairNotes } from '../match/pair.ts';
import type { Payload, Queued } from '../messages/protocol.ts';
import type { From } from '../messages/serve.ts';
import { AppError } from '../model/errors.ts';
import type { Note } from '../model/note.ts';
import {
  type ActsParts,
  clioList,
  highlevelList,
  type Linked,
  linkedFor,
  notThereYet,
  type Pushed,
  pushed,
  queue,
  queuePush,
} from './act.ts';
import { looksPrivileged } from './privileged.ts';

/** As much of a note's text as names it in a list. */
const LABEL = 80;

/** The contact's notes, and on a matter page the matter's. */
async function notesOf(parts: ActsParts, scene: Linked): Promise<Note[]> {
  const { subject, contact } = scene;
  const own = await clioList<Note>(parts, scene, 'note', contact.id);
  return subject.kind === 'matter' ? [...own, ...(await clioList<Note>(parts, scene, 'note', `matter:${subject.id}`))] : own;
}

/** Clio ids of the notes that stand in HighLevel already: pushed before, or written there by somebody in the same words. */
async function notesThere(parts: ActsParts, scene: Linked, clio: Note[], { known }: Pushed): Promise<Set<string>> {
  const highlevel = await highlevelList<Note>(parts, scene, 'note');
  const items = pairNotes({ clio, highlevel, known, pending: new Map() });
  return new Set(items.flatMap((item) => (item.clioId && item.highlevelId ? [item.clioId] : [])));
}

/** A Clio note goes to HighLevel, once. A matter's note, and one that looks privileged, is held until somebody says so. */
export async function pushNote(parts: ActsParts, payload: Payload<'note.push'>, from: From): Promise<Queued> {
  const { key, noteId, held } = payload;
  const scene = await linkedFor(parts, from, key, 'highlevel');
  const notes = await notesOf(parts, scene);
  const note = notes.find((one) => one.id === noteId);
  if (!note) throw new AppError('not-found', { system: 'clio', about: 'note' });
  const before = await pushed(parts, scene, 'note');
  notThereYet([note], await notesThere(parts, scene, notes, before), before);
  if (!held && (note.matter || (await looksPrivileged(parts, scene.clio))(note)))
    throw new AppError('held', { about: note.matter ? 'matter note' : 'text' });
  const body = {
    label: note.title ?? note.text.slice(0, LABEL),
    pair: { entity: 'note' as const, clioId: note.id },
    input: { contactId: scene.link.highlevelId, text: note.title ? `${note.title}\n\n${note.text}` : note.text },
  };
  return queuePush(parts, scene, 'note.push', [{ op: 'highlevel.note.create', body }], before);
}

/** A note written in the panel, for HighLevel alone. */
export async function addNote(parts: ActsParts, { key, text }: Payload<'note.add'>, from: From): Promise<Queued> {
  const scene = await linkedFor(parts, from, key, 'highlevel');
  const body = { label: text.slice(0, LABEL), input: { contactId: scene.link.highlevelId, text } };
  return queue(parts, scene, 'note.add', scene.location, [{ op: 'highlevel.note.create', body }]);
}
