import type { Payload, Queued } from '../messages/protocol.ts';
import type { From } from '../messages/serve.ts';
import { AppError } from '../model/errors.ts';
import type { Note } from '../model/note.ts';
import { type ActsParts, clioList, type Linked, linkedFor, pushed, queue } from './act.ts';

/** As much of a note's text as names it in a list. */
const LABEL = 80;

/** The contact's notes, and on a matter page the matter's. */
async function notesOf(parts: ActsParts, scene: Linked): Promise<Note[]> {
  const { subject, contact } = scene;
  const own = await clioList<Note>(parts, scene, 'note', contact.id);
  return subject.kind === 'matter' ? [...own, ...(await clioList<Note>(parts, scene, 'note', `matter:${subject.id}`))] : own;
}

/** A Clio note goes to HighLevel, once. A matter's note is held until somebody says so. */
export async function pushNote(parts: ActsParts, payload: Payload<'note.push'>, from: From): Promise<Queued> {
  const { key, noteId, held } = payload;
  const scene = await linkedFor(parts, from, key, 'highlevel');
  const note = (await notesOf(parts, scene)).find((one) => one.id === noteId);
  if (!note) throw new AppError('not-found', { system: 'clio', about: 'note' });
  if (note.matter && !held) throw new AppError('held', { about: 'matter note' });
  if ((await pushed(parts, scene, 'note')).has(noteId)) throw new AppError('invalid-request', { about: 'already there' });
  const body = {
    label: note.title ?? note.text.slice(0, LABEL),
    pair: { entity: 'note' as const, clioId: note.id },
    input: { contactId: scene.link.highlevelId, text: note.title ? `${note.title}\n\n${note.text}` : note.text },
  };
  return queue(parts, scene, 'note.push', scene.location, [{ op: 'highlevel.note.create', body }]);
}

/** A note written in the panel, for HighLevel alone. */
export async function addNote(parts: ActsParts, { key, text }: Payload<'note.add'>, from: From): Promise<Queued> {
  const scene = await linkedFor(parts, from, key, 'highlevel');
  const body = { label: text.slice(0, LABEL), input: { contactId: scene.link.highlevelId, text } };
  return queue(parts, scene, 'note.add', scene.location, [{ op: 'highlevel.note.create', body }]);
}
