import { type Act, note } from './edit.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { notesOf, someone } from './systems.ts';

function addClioNote(stage: Stage, memory: Memory): void {
  const contact = someone.clio(stage);
  const detail = `Clio note ${stage.fresh()}`;
  stage.office.clio('POST', '/notes.json', { data: { type: 'Contact', contact: { id: contact.id }, subject: 'Call', detail } });
  memory.texts.set(detail, { entity: 'note', from: 'clio', at: stage.time.now(), owner: String(contact.id) });
}

function editClioNote(stage: Stage, memory: Memory): void {
  const rows = notesOf.clio(stage).filter((one) => one.contact_id !== null);
  if (!rows.length) return;
  const row = stage.chance.pick(rows);
  const value = `Clio note ${stage.fresh()}`;
  const replaced = row.detail;
  stage.office.clio('PATCH', `/notes/${row.id}.json`, { data: { detail: value } });
  memory.texts.set(value, { entity: 'note', from: 'clio' });
  note(stage, memory, {
    side: 'clio',
    contact: String(row.contact_id),
    entity: 'note',
    id: String(row.id),
    field: 'body',
    value,
    replaced,
  });
}

export function editHighLevelNote(stage: Stage, memory: Memory, rows = notesOf.highlevel(stage)): void {
  if (!rows.length) return;
  const row = stage.chance.pick(rows);
  const value = `Lead note ${stage.fresh()}`;
  const replaced = row.body.replace(/<[^>]*>/g, '').trim();
  stage.office.highlevel('PUT', `/contacts/${row.contactId}/notes/${row.id}`, { body: value });
  memory.texts.set(value, { entity: 'note', from: 'highlevel' });
  const about = { side: 'highlevel', contact: row.contactId, entity: 'note', id: row.id } as const;
  note(stage, memory, { ...about, field: 'body', value, replaced });
}

function addHighLevelNote(stage: Stage, memory: Memory): void {
  const { id } = someone.highlevel(stage);
  const body = `Lead note ${stage.fresh()}`;
  stage.office.highlevel('POST', `/contacts/${id}/notes`, { body });
  memory.texts.set(body, { entity: 'note', from: 'highlevel', at: stage.time.now(), owner: id });
}

export const NOTE_EDITS: Record<string, Act> = {
  'new clio note': addClioNote,
  'clio note': editClioNote,
  'new highlevel note': addHighLevelNote,
  'highlevel note': (stage, memory) => editHighLevelNote(stage, memory),
};
