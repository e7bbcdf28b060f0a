import { type Act, note } from './edit.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { contactsOf, notesOf, someone, tasksOf, twinOf } from './systems.ts';
import { DND_CLIO } from './two-way.ts';

/** Somebody whom few of the other acts are about: a world without people tells nothing. */
const victim = <T>({ chance }: Stage, rows: T[]): T | undefined => (rows.length > 5 ? chance.pick(rows) : undefined);

function gone(stage: Stage, memory: Memory, ...ids: (string | number)[]): void {
  for (const id of ids) memory.removed.add(String(id));
  void stage;
}

function joined({ merged }: Memory, ...people: ({ id: string | number } | undefined)[]): void {
  for (const one of people) if (one) merged.add(String(one.id));
}

/** The record is newer now, whatever was changed. */
function touched(stage: Stage, memory: Memory, side: 'clio' | 'highlevel', id: string | number, field: string): void {
  note(stage, memory, { side, contact: String(id), entity: 'contact', id: String(id), field, value: '' });
}

/** What hangs on a contact of Clio and goes, or moves, with it. */
const hangsOn = (stage: Stage, id: number) => notesOf.clio(stage).filter((one) => one.contact_id === id);

/** Deleting, merging, and what is neither a field nor a record of its own: do-not-disturb and tags. */
export const PEOPLE_EDITS: Record<string, Act> = {
  'clio task deleted'(stage, memory) {
    const row = victim(stage, tasksOf.clio(stage)) ?? tasksOf.clio(stage)[0];
    if (!row) return;
    stage.office.clio('DELETE', `/tasks/${row.id}.json`);
    gone(stage, memory, row.id, row.name);
  },
  'highlevel task deleted'(stage, memory) {
    const rows = tasksOf.highlevel(stage);
    if (!rows.length) return;
    const row = stage.chance.pick(rows);
    stage.office.highlevel('DELETE', `/contacts/${row.contactId}/tasks/${row.id}`);
    gone(stage, memory, row.id, row.title);
  },
  'clio note deleted'(stage, memory) {
    const rows = notesOf.clio(stage);
    if (!rows.length) return;
    const row = stage.chance.pick(rows);
    stage.office.clio('DELETE', `/notes/${row.id}.json`);
    gone(stage, memory, row.id, row.detail);
  },
  'highlevel note deleted'(stage, memory) {
    const rows = notesOf.highlevel(stage);
    if (!rows.length) return;
    const row = stage.chance.pick(rows);
    stage.office.highlevel('DELETE', `/contacts/${row.contactId}/notes/${row.id}`);
    gone(stage, memory, row.id, row.body);
  },
  'clio contact deleted'(stage, memory) {
    const matters = stage.clio.state.rows.matters;
    const free = contactsOf.clio(stage).filter((one) => !matters.some(({ client_id }) => client_id === one.id));
    const row = victim(stage, free);
    if (!row) return;
    gone(stage, memory, row.id, ...hangsOn(stage, row.id).flatMap((one) => [one.id, one.detail]));
    stage.office.clio('DELETE', `/contacts/${row.id}.json`);
  },
  'highlevel contact deleted'(stage, memory) {
    const row = victim(stage, contactsOf.highlevel(stage));
    if (!row) return;
    const tasks = tasksOf.highlevel(stage).filter((one) => one.contactId === row.id);
    const notes = notesOf.highlevel(stage).filter((one) => one.contactId === row.id);
    gone(stage, memory, row.id, ...tasks.map((one) => one.id), ...notes.map((one) => one.id));
    stage.office.highlevel('DELETE', `/contacts/${row.id}`);
  },
  'clio contacts merged'(stage, memory) {
    const rows = contactsOf.clio(stage);
    const [winner, loser] = [stage.chance.pick(rows), victim(stage, rows)];
    if (!loser || winner === loser) return;
    gone(stage, memory, loser.id, winner.id);
    for (const one of [loser, winner]) joined(memory, one, twinOf(stage, one));
    (stage.clio.control.mergeContacts as (args: unknown) => void)({ winner: winner.id, loser: loser.id });
  },
  'highlevel contacts merged'(stage, memory) {
    const rows = contactsOf.highlevel(stage);
    const [winner, loser] = [stage.chance.pick(rows), victim(stage, rows)];
    if (!loser || winner === loser) return;
    gone(stage, memory, loser.id, winner.id);
    for (const one of [loser, winner])
      joined(memory, one, ...contactsOf.clio(stage).filter((other) => twinOf(stage, other)?.id === one.id));
    (stage.highlevel.control.mergeContacts as (args: unknown) => void)({ winner: winner.id, loser: loser.id });
  },
  'clio do not disturb'(stage, memory) {
    const row = someone.clio(stage);
    const old = row.custom_field_values.find((one) => one.custom_field_id === DND_CLIO);
    const value = { ...(old ? { id: old.id } : {}), custom_field: { id: DND_CLIO }, value: stage.chance.chance(0.6) };
    stage.office.clio('PATCH', `/contacts/${row.id}.json`, { data: { custom_field_values: [value] } });
    touched(stage, memory, 'clio', row.id, 'dnd');
  },
  'highlevel do not disturb'(stage, memory) {
    const { id } = someone.highlevel(stage);
    stage.office.highlevel('PUT', `/contacts/${id}`, { dnd: stage.chance.chance(0.6) });
    touched(stage, memory, 'highlevel', id, 'dnd');
  },
  'highlevel tag'(stage, memory) {
    const { id } = someone.highlevel(stage);
    stage.office.highlevel('POST', `/contacts/${id}/tags`, { tags: [`lead-${stage.fresh()}`] });
    touched(stage, memory, 'highlevel', id, 'tag');
  },
};
