import { clioContact, fieldValues } from './clio-people.ts';
import { ACCOUNTS, clioUser } from './firm.ts';
import { clioId } from './ids.ts';
import { MATTERS, type MatterSeed } from './matters.ts';
import { noteSeeds } from './notes.ts';
import { PEOPLE } from './people-plain.ts';
import { type TaskSeed, taskSeeds } from './tasks.ts';
import type { Calendar } from './time.ts';
import type { ClioMatter, ClioNote, ClioRelationship, ClioTask, Region } from './types.ts';

/** Clio's id of a matter by key. */
export const clioMatter = (key: string): number => clioId(`matter:${key}`);
/** Clio's id of a task by key. */
export const clioTask = (key: string): number => clioId(`task:${key}`);
/** Clio's id of a note by key. */
export const clioNote = (key: string): number => clioId(`note:${key}`);

const regionOfMatter = (key: string | undefined): Region => MATTERS.find((seed) => seed.key === key)?.region ?? 'us';
const regionOfContact = (key: string | undefined): Region => PEOPLE.find((seed) => seed.key === key)?.region ?? 'us';

/** The matters, numbered by office in the order of opening. */
export function clioMatters(calendar: Calendar): ClioMatter[] {
  const opened = [...MATTERS].sort((a, b) => b.age - a.age);
  return MATTERS.map((seed) => matterRow(seed, opened.indexOf(seed) + 1, calendar));
}

function matterRow(seed: MatterSeed, number: number, calendar: Calendar): ClioMatter {
  const client = PEOPLE.find((person) => person.key === seed.client)?.last ?? seed.client;
  const status = seed.closed !== undefined ? 'Closed' : seed.pending ? 'Pending' : 'Open';
  return {
    id: clioMatter(seed.key),
    account_id: ACCOUNTS[seed.region ?? 'us'].id,
    number,
    display_number: `${String(number).padStart(5, '0')}-${client}`,
    description: seed.description,
    status,
    client_id: clioContact(seed.client),
    practice_area: { id: clioId(`area:${seed.area}`), name: seed.area },
    responsible_attorney_id: clioUser(seed.attorney),
    open_date: calendar.date(-seed.age),
    close_date: seed.closed === undefined ? null : calendar.date(-seed.closed),
    custom_field_values: fieldValues(seed.key, seed.fields),
    created_at: calendar.pastClio(-seed.age, '17:05'),
    updated_at: calendar.pastClio(-Math.min(seed.closed ?? 3, seed.age), '19:10'),
  };
}

export function clioRelationships(calendar: Calendar): ClioRelationship[] {
  return MATTERS.flatMap((seed) =>
    (seed.related ?? []).map(([contact, description]) => ({
      id: clioId(`relationship:${seed.key}:${contact}`),
      matter_id: clioMatter(seed.key),
      contact_id: clioContact(contact),
      description,
      created_at: calendar.pastClio(-seed.age, '17:30'),
      updated_at: calendar.pastClio(-seed.age, '17:30'),
    })),
  );
}

export function clioTasks(calendar: Calendar): ClioTask[] {
  return taskSeeds().map((seed) => taskRow(seed, calendar));
}

function taskRow(seed: TaskSeed, calendar: Calendar): ClioTask {
  const done = seed.status === 'complete' ? calendar.pastClio(Math.max(-seed.age, Math.min(-1, seed.due ?? -1)), '20:00') : null;
  return {
    id: clioTask(seed.key),
    account_id: ACCOUNTS[regionOfMatter(seed.matter)].id,
    name: seed.name,
    description: seed.description ?? null,
    status: seed.status ?? 'pending',
    priority: seed.priority ?? 'Normal',
    due_at: seed.due === undefined ? null : calendar.date(seed.due),
    permission: seed.private ? 'private' : 'public',
    completed_at: done,
    matter_id: seed.matter ? clioMatter(seed.matter) : null,
    assignee: assigneeOf(seed.assignee),
    assigner_id: clioUser('priya'),
    created_at: calendar.pastClio(-seed.age, '17:40'),
    updated_at: done ?? calendar.pastClio(-Math.min(seed.age, 2), '21:15'),
  };
}

function assigneeOf(key: string | undefined): ClioTask['assignee'] {
  if (key === undefined) return null;
  if (key.startsWith('contact:')) return { id: clioContact(key.slice('contact:'.length)), type: 'Contact' };
  return { id: clioUser(key), type: 'User' };
}

export function clioNotes(calendar: Calendar): ClioNote[] {
  return noteSeeds().map((seed) => ({
    id: clioNote(seed.key),
    account_id: ACCOUNTS[seed.matter ? regionOfMatter(seed.matter) : regionOfContact(seed.contact)].id,
    type: seed.matter ? ('Matter' as const) : ('Contact' as const),
    subject: seed.subject,
    detail: seed.detail,
    detail_text_type: seed.rich ? ('rich_text' as const) : ('plain_text' as const),
    date: calendar.date(-seed.age),
    contact_id: seed.contact ? clioContact(seed.contact) : null,
    matter_id: seed.matter ? clioMatter(seed.matter) : null,
    author_id: clioUser(seed.author),
    created_at: calendar.pastClio(-seed.age, '18:00'),
    updated_at: calendar.pastClio(-seed.age, '18:00'),
  }));
}
