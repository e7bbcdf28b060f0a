import { type Act, note } from './edit.ts';
import { CALENDAR_EDITS } from './edits-calendar.ts';
import { NOTE_EDITS } from './edits-notes.ts';
import { PEOPLE_EDITS } from './edits-people.ts';
import type { Memory } from './memory.ts';
import { LOCATION, type Stage } from './stage.ts';
import { contactsOf, matterOf, someone, tasksOf, twinOf } from './systems.ts';

const pad = (value: number) => String(value).padStart(2, '0');
const day = ({ chance }: Stage) => `2026-12-${pad(1 + chance.below(28))}`;

/** Fields both systems have, and whose values tell who wrote them. */
export const FIELDS = ['firstName', 'city', 'website'] as const;
export type Field = (typeof FIELDS)[number];

/** A value nobody has used. */
function freshValue(
  stage: Stage,
  field: Field,
): {
  value: string;
  highlevel: Record<string, unknown>;
} {
  const n = stage.fresh();
  const value = { firstName: `Name${n}`, city: `City ${n}`, website: `https://site${n}.example` }[field];
  return { value, highlevel: { [field]: value } };
}

export function editClioContact(
  stage: Stage,
  memory: Memory,
  contact = someone.clio(stage),
  field: Field = stage.chance.pick(FIELDS),
): string {
  const { value } = freshValue(stage, field);
  const [address] = contact.addresses;
  const [site] = contact.web_sites;
  const data =
    field === 'firstName'
      ? { first_name: value }
      : field === 'city'
        ? { addresses: [address ? { id: address.id, city: value } : { name: 'Home', city: value }] }
        : { web_sites: [site ? { id: site.id, address: value } : { name: 'Work', address: value, default_web_site: true }] };
  const replaced = (field === 'firstName' ? contact.first_name : field === 'city' ? address?.city : site?.address) ?? undefined;
  stage.office.clio('PATCH', `/contacts/${contact.id}.json`, { data });
  const id = String(contact.id);
  note(stage, memory, { side: 'clio', contact: id, entity: 'contact', id, field, value, replaced });
  return value;
}

export function editHighLevelContact(
  stage: Stage,
  memory: Memory,
  row = someone.highlevel(stage),
  field: Field = stage.chance.pick(FIELDS),
): string {
  const { id } = row;
  const { value, highlevel } = freshValue(stage, field);
  const replaced = row[field];
  stage.office.highlevel('PUT', `/contacts/${id}`, highlevel);
  note(stage, memory, { side: 'highlevel', contact: id, entity: 'contact', id, field, value, replaced });
  return value;
}

function addClioTask(stage: Stage, memory: Memory): void {
  const contact = someone.clio(stage);
  const matter = matterOf(stage, contact.id);
  if (!matter) return;
  const name = `Clio task ${stage.fresh()}`;
  const assignee = { id: stage.clio.state.rows.users[0]?.id, type: 'User' };
  stage.office.clio('POST', '/tasks.json', {
    data: { name, description: '', due_at: day(stage), matter: { id: matter.id }, assignee, permission: 'public' },
  });
  memory.texts.set(name, { entity: 'task', from: 'clio', at: stage.time.now(), owner: String(contact.id) });
}

function editClioTask(stage: Stage, memory: Memory): void {
  const open = tasksOf.clio(stage).filter((one) => one.matter_id !== null);
  if (!open.length) return;
  const task = stage.chance.pick(open);
  const status = stage.chance.chance(0.5);
  const value = status ? (task.status === 'complete' ? 'pending' : 'complete') : day(stage);
  stage.office.clio('PATCH', `/tasks/${task.id}.json`, { data: status ? { status: value } : { due_at: value } });
  const contact = stage.clio.state.rows.matters.find((one) => one.id === task.matter_id)?.client_id;
  const field = status ? 'status' : 'due';
  note(stage, memory, { side: 'clio', contact: String(contact), entity: 'task', id: String(task.id), field, value });
}

function addHighLevelTask(stage: Stage, memory: Memory): void {
  const { id } = someone.highlevel(stage);
  const title = `Lead task ${stage.fresh()}`;
  stage.office.highlevel('POST', `/contacts/${id}/tasks`, { title, dueDate: `${day(stage)}T20:00:00Z`, completed: false });
  memory.texts.set(title, { entity: 'task', from: 'highlevel', at: stage.time.now(), owner: id });
}

function editHighLevelTask(stage: Stage, memory: Memory): void {
  const rows = tasksOf.highlevel(stage);
  if (!rows.length) return;
  const task = stage.chance.pick(rows);
  const status = stage.chance.chance(0.5);
  const value = status ? String(!task.completed) : `${day(stage)}T20:00:00Z`;
  const path = `/contacts/${task.contactId}/tasks/${task.id}`;
  if (status) stage.office.highlevel('PUT', `${path}/completed`, { completed: !task.completed });
  else stage.office.highlevel('PUT', path, { title: task.title, dueDate: value });
  note(stage, memory, {
    side: 'highlevel',
    contact: task.contactId,
    entity: 'task',
    id: task.id,
    field: status ? 'status' : 'due',
    value,
  });
}

/** A new title on either side: the one thing of a task nobody else has used. */
function retitle(stage: Stage, memory: Memory): void {
  const side = stage.chance.pick(['clio', 'highlevel'] as const);
  const value = `Renamed task ${stage.fresh()}`;
  if (side === 'clio') {
    const rows = tasksOf.clio(stage).filter((one) => one.matter_id !== null);
    if (!rows.length) return;
    const { id, name: replaced } = stage.chance.pick(rows);
    stage.office.clio('PATCH', `/tasks/${id}.json`, { data: { name: value } });
    note(stage, memory, { side, contact: '', entity: 'task', id: String(id), field: 'title', value, replaced });
  } else {
    const rows = tasksOf.highlevel(stage);
    if (!rows.length) return;
    const { id, contactId, title: replaced, dueDate } = stage.chance.pick(rows);
    stage.office.highlevel('PUT', `/contacts/${contactId}/tasks/${id}`, { title: value, dueDate });
    note(stage, memory, { side, contact: contactId, entity: 'task', id, field: 'title', value, replaced });
  }
  memory.texts.set(value, { entity: 'task', from: side });
}

function addClioContact(stage: Stage, memory: Memory): void {
  const n = stage.fresh();
  const last = `Newclient${n}`;
  stage.office.clio('POST', '/contacts.json', {
    data: {
      type: 'Person',
      first_name: 'Nora',
      last_name: last,
      email_addresses: [{ name: 'Work', address: `nora${n}@new.example` }],
    },
  });
  memory.texts.set(last, { entity: 'contact', from: 'clio', at: stage.time.now() });
}

function addHighLevelContact(stage: Stage, memory: Memory): void {
  const n = stage.fresh();
  const lastName = `Newlead${n}`;
  stage.office.highlevel('POST', '/contacts/', {
    locationId: LOCATION,
    firstName: 'Liam',
    lastName,
    email: `liam${n}@new.example`,
  });
  memory.texts.set(lastName, { entity: 'contact', from: 'highlevel', at: stage.time.now() });
}

/** What people do in Clio and in HighLevel themselves. */
export const EDITS: Record<string, Act> = {
  'clio contact': (stage, memory) => void editClioContact(stage, memory),
  'highlevel contact': (stage, memory) => void editHighLevelContact(stage, memory),
  /** Two people at the same record in the same minute: often the same field, sometimes another. */
  'both contacts'(stage, memory) {
    const contact = someone.clio(stage);
    const twin = twinOf(stage, contact);
    for (let count = 0; twin && count < 2; count += 1) {
      // As they are now: whoever edits sees what the last edit left.
      const mine = contactsOf.clio(stage).find(({ id }) => id === contact.id) ?? contact;
      editClioContact(stage, memory, mine);
      stage.time.jump(stage.chance.below(20_000));
      editHighLevelContact(stage, memory, contactsOf.highlevel(stage).find(({ id }) => id === twin.id) ?? twin);
    }
  },
  'new clio task': addClioTask,
  'clio task': editClioTask,
  'new highlevel task': addHighLevelTask,
  'highlevel task': editHighLevelTask,
  'task renamed': retitle,
  ...NOTE_EDITS,
  ...CALENDAR_EDITS,
  ...PEOPLE_EDITS,
  'new clio contact': addClioContact,
  'new highlevel contact': addHighLevelContact,
};
