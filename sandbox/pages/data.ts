import { regionOf } from '../clio/regions.ts';
import { byId } from '../clio/shape-parts.ts';
import { type ClioState, pageUser, stamp } from '../clio/state.ts';
import { type View, viewOf } from '../clio/view.ts';
import type { Call } from '../exchange.ts';
import type { ClioContact, ClioMatter, ClioTask } from '../world/types.ts';

type PageCall = Call<ClioState>;
/** What a page shows, as plain values; undefined when there is no such record. */
export type Answer = (view: View, call: PageCall) => unknown;

/** The view of whoever is signed in to the pages of this host. */
export function pageView(call: PageCall): View {
  const user = pageUser(call.state, regionOf(call.host)!);
  return viewOf(call.state, call.clock, user?.id ?? 0);
}

const primary = <T extends { primary: boolean }>(parts: T[]) => parts.find((part) => part.primary) ?? parts[0];
const person = (contact: ClioContact | null) => contact && { id: contact.id, name: contact.name, type: contact.type };
const asked = (call: PageCall) => Number(call.params.id);
const today = (view: View) => stamp(view.clock).slice(0, 10);

function taskRow(task: ClioTask, view: View) {
  const matter = byId(view.rows.matters, task.matter_id);
  const someone =
    task.assignee?.type === 'Contact' ? byId(view.rows.contacts, task.assignee.id) : byId(view.rows.users, task.assignee?.id);
  return {
    ...{ id: task.id, name: task.name, description: task.description, due: task.due_at, priority: task.priority },
    ...{ done: task.status === 'complete', status: task.status, private: task.permission === 'private' },
    overdue: task.status !== 'complete' && task.due_at !== null && task.due_at < today(view),
    assignee: someone?.name ?? null,
    matter: matter && { id: matter.id, name: matter.display_number },
  };
}

const byDue = (a: ClioTask, b: ClioTask) =>
  Number(a.status === 'complete') - Number(b.status === 'complete') ||
  (a.due_at ?? '9').localeCompare(b.due_at ?? '9') ||
  a.id - b.id;

function matterRow(matter: ClioMatter, view: View) {
  const { id, display_number, description, status, open_date, practice_area } = matter;
  return {
    ...{ id, number: display_number, description, status, opened: open_date, area: practice_area?.name ?? null },
    client: person(byId(view.rows.contacts, matter.client_id)),
    attorney: byId(view.rows.users, matter.responsible_attorney_id)?.name ?? null,
  };
}

/** The user's zone if browsers know it; Clio also has Rails' names for zones, which they do not. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

export const session: Answer = (view) => ({
  user: { name: view.user.name, email: view.user.email, timeZone: knownZone(view.user.time_zone) },
  firm: view.account.name,
  region: view.region,
});

export const dashboard: Answer = (view) => {
  const open = view.rows.tasks.filter((task) => task.status !== 'complete').sort(byDue);
  const start = today(view);
  const agenda = view.rows.calendarEntries.filter((entry) => entry.end_at.slice(0, 10) >= start);
  return {
    user: view.user.first_name,
    firm: view.account.name,
    counts: {
      'Open matters': view.rows.matters.filter((matter) => matter.status === 'Open').length,
      'Open tasks': open.length,
      Overdue: open.filter((task) => task.due_at !== null && task.due_at < start).length,
      Contacts: view.rows.contacts.length,
    },
    tasks: open.slice(0, 7).map((task) => taskRow(task, view)),
    agenda: agenda
      .sort((a, b) => a.start_at.localeCompare(b.start_at))
      .slice(0, 6)
      .map(({ id, summary, start_at, end_at, location }) => ({ id, summary, start_at, end_at, location })),
    recent: [...view.rows.contacts]
      .sort((a, b) => b.updated_at.localeCompare(a.updated_at))
      .slice(0, 5)
      .map(person),
  };
};

export const contacts: Answer = (view, call) => {
  const sought = (call.query.get('q') ?? '').toLowerCase();
  const type = call.query.get('type');
  const found = view.rows.contacts
    .filter((contact) => !type || contact.type === type)
    .filter((contact) => contact.name.toLowerCase().includes(sought))
    .sort((a, b) => (a.last_name ?? a.name).localeCompare(b.last_name ?? b.name) || a.id - b.id);
  return {
    total: found.length,
    rows: found.slice(0, 100).map((contact) => ({
      ...person(contact),
      ...{ email: primary(contact.email_addresses)?.address ?? null, phone: primary(contact.phone_numbers)?.number ?? null },
      ...{ client: contact.is_client, company: byId(view.rows.contacts, contact.company_id)?.name ?? null },
    })),
  };
};

export const contact: Answer = (view, call) => {
  const found = byId(view.rows.contacts, asked(call));
  if (!found) return undefined;
  const mine = view.rows.matters.filter((matter) => matter.client_id === found.id);
  const ids = new Set(mine.map(({ id }) => id));
  const related = view.rows.relationships.filter((each) => each.contact_id === found.id);
  return {
    ...person(found),
    ...{
      title: found.title,
      prefix: found.prefix,
      born: found.date_of_birth,
      client: found.is_client,
      created: found.created_at,
    },
    company: person(byId(view.rows.contacts, found.company_id)),
    ...{ emails: found.email_addresses, phones: found.phone_numbers, addresses: found.addresses, sites: found.web_sites },
    fields: found.custom_field_values.map((value) => ({
      name: byId(view.rows.customFields, value.custom_field_id)?.name ?? 'Field',
      value: value.value === true ? 'Yes' : value.value === false ? 'No' : String(value.value ?? ''),
    })),
    matters: mine.map((matter) => matterRow(matter, view)),
    related: related.flatMap((each) => {
      const matter = byId(view.rows.matters, each.matter_id);
      return matter ? [{ ...matterRow(matter, view), role: each.description }] : [];
    }),
    tasks: view.rows.tasks
      .filter((task) => task.matter_id !== null && ids.has(task.matter_id))
      .sort(byDue)
      .map((task) => taskRow(task, view)),
    notes: notesOf(view, (note) => note.contact_id === found.id),
  };
};

function notesOf(view: View, mine: (note: View['rows']['notes'][number]) => boolean) {
  return view.rows.notes
    .filter(mine)
    .sort((a, b) => b.date.localeCompare(a.date) || b.id - a.id)
    .map((note) => ({
      ...{
        id: note.id,
        subject: note.subject,
        detail: note.detail,
        rich: note.detail_text_type === 'rich_text',
        date: note.date,
      },
      author: byId(view.rows.users, note.author_id)?.name ?? null,
    }));
}

export const matters: Answer = (view, call) => {
  const sought = (call.query.get('q') ?? '').toLowerCase();
  const found = view.rows.matters
    .map((matter) => matterRow(matter, view))
    .filter((row) => `${row.number} ${row.description} ${row.client?.name}`.toLowerCase().includes(sought));
  return { total: found.length, rows: found.slice(0, 100) };
};

export const matter: Answer = (view, call) => {
  const found = byId(view.rows.matters, asked(call));
  if (!found) return undefined;
  const related = view.rows.relationships.filter((each) => each.matter_id === found.id);
  return {
    ...matterRow(found, view),
    closed: found.close_date,
    related: related.flatMap((each) => {
      const contact = byId(view.rows.contacts, each.contact_id);
      return contact
        ? [{ ...person(contact), role: each.description, email: primary(contact.email_addresses)?.address ?? null }]
        : [];
    }),
    tasks: view.rows.tasks
      .filter((task) => task.matter_id === found.id)
      .sort(byDue)
      .map((task) => taskRow(task, view)),
    notes: notesOf(view, (note) => note.matter_id === found.id),
  };
};

export const tasks: Answer = (view) => {
  const rows = [...view.rows.tasks].sort(byDue).map((task) => taskRow(task, view));
  return { total: rows.length, rows: rows.slice(0, 150) };
};

/** The tick box of a task in the page: the same as a colleague completing or reopening it. */
export const toggleTask: Answer = (view, call) => {
  const task = byId(view.rows.tasks, asked(call));
  if (!task) return undefined;
  const done = task.status === 'complete';
  const now = stamp(view.clock);
  Object.assign(task, { status: done ? 'pending' : 'complete', completed_at: done ? null : now, updated_at: now });
  return taskRow(task, view);
};
