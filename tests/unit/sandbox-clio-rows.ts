import { createClio } from '../../sandbox/clio/index.ts';
import type { ClioOptions } from '../../sandbox/clio/state.ts';
import { createClock } from '../../sandbox/clock.ts';
import type { Exchange, Reply } from '../../sandbox/exchange.ts';
import { noDesk } from '../../sandbox/world/clio-desk.ts';
import type { ClioContact, ClioMatter, ClioRows, ClioTask, ClioUser } from '../../sandbox/world/types.ts';

/** A handful of rows for the Clio stand-in's own tests: one US firm, one EU firm. */
const TIMES = { created_at: '2026-01-05T10:00:00Z', updated_at: '2026-03-02T09:00:00Z' };

function user(id: number, account_id: number, name: string): ClioUser {
  const [first_name = '', last_name = ''] = name.split(' ');
  const email = `${first_name.toLowerCase()}@firm.example`;
  return { id, account_id, name, first_name, last_name, email, enabled: true, time_zone: 'America/Vancouver', ...TIMES };
}

export function contact(
  id: number,
  account_id: number,
  first: string,
  last: string,
  extra: Partial<ClioContact> = {},
): ClioContact {
  return {
    ...{ id, account_id, type: 'Person', prefix: null, first_name: first, middle_name: null, last_name: last },
    ...{ name: `${first} ${last}`, title: null, date_of_birth: null, company_id: null, is_client: false },
    ...{ email_addresses: [], phone_numbers: [], addresses: [], web_sites: [], custom_field_values: [], ...TIMES, ...extra },
  };
}

function matter(id: number, account_id: number, client_id: number, extra: Partial<ClioMatter> = {}): ClioMatter {
  return {
    ...{
      id,
      account_id,
      number: id,
      display_number: `0${id}-Ortega`,
      description: 'Ortega v. Whitfield',
      status: 'Open',
      client_id,
    },
    ...{ practice_area: { id: 9001, name: 'Family' }, responsible_attorney_id: 11, open_date: '2026-01-10', close_date: null },
    ...{ custom_field_values: [], ...TIMES, ...extra },
  };
}

export function task(id: number, extra: Partial<ClioTask> = {}): ClioTask {
  return {
    ...{
      id,
      account_id: 1,
      name: `Task ${id}`,
      description: 'As discussed',
      status: 'pending',
      priority: 'Normal',
      due_at: '2026-12-01',
    },
    ...{ permission: 'public', completed_at: null, matter_id: 301, assignee: { id: 11, type: 'User' }, assigner_id: 12 },
    ...{ ...TIMES, ...extra },
  };
}

export function smallRows(): ClioRows {
  const marisol = contact(101, 1, 'Marisol', 'Ortega', {
    ...{ is_client: true, date_of_birth: '1984-02-29', title: 'Architect', prefix: 'Ms.', company_id: 104 },
    email_addresses: [
      { id: 501, name: 'Work', address: 'marisol@ortega.example', primary: true },
      { id: 502, name: 'Home', address: 'mari@home.example', primary: false },
    ],
    phone_numbers: [{ id: 511, name: 'Mobile', number: '(604) 555-0123', primary: true }],
    addresses: [
      {
        ...{ id: 521, name: 'Work', street: '12 Cedar St', city: 'Vancouver', province: 'BC', postal_code: 'V5K 0A1' },
        ...{ country: 'CA', primary: true },
      },
    ],
    web_sites: [{ id: 531, name: 'Work', address: 'https://ortega.example', primary: true }],
    custom_field_values: [{ id: 'text_line-541', custom_field_id: 701, value: 'Podcast' }],
  });
  return {
    accounts: [
      { id: 1, name: 'Harbour & Lane Law', region: 'us' },
      { id: 2, name: 'Lindqvist Recht', region: 'eu' },
    ],
    users: [
      user(11, 1, 'Priya Nair'),
      user(12, 1, 'Tomas Reyes'),
      { ...user(13, 1, 'Amelie Fournier'), enabled: false },
      user(21, 2, 'Ebba Lindqvist'),
    ],
    contacts: [
      marisol,
      contact(102, 1, 'David', 'Kim'),
      contact(103, 1, 'Rosa', 'Okafor'),
      { ...contact(104, 1, '', ''), type: 'Company', name: 'Ortega Studio', first_name: null, last_name: null },
      contact(201, 2, 'Jonas', 'Weber'),
    ],
    matters: [matter(301, 1, 101), matter(302, 1, 102, { status: 'Closed', close_date: '2026-02-01' })],
    relationships: [{ id: 401, matter_id: 301, contact_id: 103, description: 'Witness', ...TIMES }],
    tasks: [
      task(601),
      task(602, { status: 'complete', completed_at: TIMES.updated_at }),
      task(603, { matter_id: 302, due_at: null }),
    ],
    notes: [
      {
        ...{
          id: 801,
          account_id: 1,
          type: 'Contact',
          subject: 'Intake',
          detail: 'Prefers calls after 4 pm',
          detail_text_type: 'plain_text',
        },
        ...{ date: '2026-03-02', contact_id: 101, matter_id: null, author_id: 11, ...TIMES },
      },
      {
        ...{ id: 802, account_id: 1, type: 'Matter', subject: 'Strategy', detail: 'Privileged', detail_text_type: 'plain_text' },
        ...{ date: '2026-03-03', contact_id: null, matter_id: 301, author_id: 12, ...TIMES },
      },
    ],
    calendarEntries: [
      {
        ...{ id: 901, account_id: 1, summary: 'Consultation', description: 'By video', location: 'Room 2' },
        ...{ start_at: '2026-12-03T18:30:00Z', end_at: '2026-12-03T19:00:00Z', all_day: false, matter_id: 301 },
        ...{
          calendar_owner_id: 951,
          attendees: [
            { id: 101, type: 'Contact' as const },
            { id: 951, type: 'Calendar' as const },
          ],
        },
        ...TIMES,
      },
    ],
    reminders: [
      {
        ...{ id: 961, account_id: 1, subject: { id: 901, type: 'CalendarEntry' as const } },
        ...{ notification_method_id: 111, duration: 30, ...TIMES },
      },
    ],
    calendars: [{ id: 951, account_id: 1, name: 'Priya Nair', type: 'UserCalendar', user_id: 11 }],
    ...noDesk(),
    customFields: [
      { id: 701, account_id: 1, name: 'Source', parent_type: 'Contact', field_type: 'text_line', picklist_options: [], ...TIMES },
      {
        ...{ id: 702, account_id: 1, name: 'Stage', parent_type: 'Matter', field_type: 'picklist' },
        ...{ picklist_options: [{ id: 711, option: 'Discovery' }], ...TIMES },
      },
    ],
  };
}

/** The stand-in over the small rows, with a clock at noon on 21 November 2026 and a shorthand for calls. */
export function smallClio(options: ClioOptions = {}, rows = smallRows()) {
  const clock = createClock(() => Date.parse('2026-11-21T12:00:00Z'));
  const clio = createClio(rows, clock, options);
  const call = (method: string, address: string, extra: Partial<Exchange> & { token?: string } = {}): Reply => {
    const url = new URL(address, 'https://app.clio.com');
    const { token, headers, ...rest } = extra;
    const auth: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const exchange = { host: url.host, method, path: url.pathname, query: url.searchParams, body: undefined, ...rest };
    return clio.handle({ ...exchange, headers: { ...auth, ...headers } }) as Reply;
  };
  return { clio, clock, call };
}
