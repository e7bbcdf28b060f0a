import { ACCOUNTS, clioUser } from './firm.ts';
import { type Human, typedPhone } from './generated-person.ts';
import type { Random } from './random.ts';
import type { Calendar } from './time.ts';
import type { ClioContact, ClioMatter, ClioNote, ClioTask } from './types.ts';

export function clioContactRow(human: Human, id: number, random: Random, calendar: Calendar): ClioContact {
  const { first, last, email, phone, city, province, country, age } = human;
  return {
    id,
    type: 'Person',
    account_id: ACCOUNTS.us.id,
    prefix: null,
    first_name: first,
    middle_name: null,
    last_name: last,
    name: `${first} ${last}`,
    title: null,
    date_of_birth: null,
    company_id: null,
    is_client: random.chance(0.6),
    email_addresses: email
      ? [{ id: id + 1, name: 'Work', address: random.chance(0.1) ? email.toUpperCase() : email, primary: true }]
      : [],
    phone_numbers: phone ? [{ id: id + 2, name: 'Personal', number: typedPhone(random, phone), primary: true }] : [],
    addresses: [
      {
        id: id + 3,
        name: 'Home',
        street: `${1 + random.below(900)} Main Street`,
        city,
        province,
        postal_code: null,
        country,
        primary: true,
      },
    ],
    web_sites: [],
    custom_field_values: [],
    created_at: calendar.pastClio(-age, '16:00'),
    updated_at: calendar.pastClio(-random.below(age + 1), '18:00'),
  };
}

export function matterRow(human: Human, clientId: number, calendar: Calendar): ClioMatter {
  const number = 10_000 + human.index;
  return {
    id: clientId + 4,
    account_id: ACCOUNTS.us.id,
    number,
    display_number: `${number}-${human.last}`,
    description: `${human.last}: general advice`,
    status: human.index % 5 === 0 ? 'Closed' : 'Open',
    client_id: clientId,
    practice_area: null,
    responsible_attorney_id: clioUser('priya'),
    open_date: calendar.date(-human.age),
    close_date: human.index % 5 === 0 ? calendar.date(-1) : null,
    custom_field_values: [],
    created_at: calendar.pastClio(-human.age, '17:00'),
    updated_at: calendar.pastClio(-human.age, '17:00'),
  };
}

export function taskRow(matter: ClioMatter, id: number, random: Random, calendar: Calendar): ClioTask {
  const done = random.chance(0.3);
  return {
    id,
    account_id: matter.account_id,
    name: random.pick(['Send letter', 'Call the client', 'File the form', 'Review the draft']),
    description: null,
    status: done ? 'complete' : 'pending',
    priority: 'Normal',
    due_at: calendar.date(random.below(120) - 60),
    permission: random.chance(0.05) ? 'private' : 'public',
    completed_at: done ? calendar.pastClio(-1, '20:00') : null,
    matter_id: matter.id,
    assignee: { id: clioUser('priya'), type: 'User' },
    assigner_id: clioUser('priya'),
    created_at: matter.created_at,
    updated_at: done ? calendar.pastClio(-1, '20:00') : matter.created_at,
  };
}

export function noteRow(human: Human, contactId: number, calendar: Calendar): ClioNote {
  const at = calendar.pastClio(-human.age, '19:00');
  return {
    id: contactId + 6,
    account_id: ACCOUNTS.us.id,
    type: 'Contact',
    subject: 'Call',
    detail: `Spoke with ${human.first}.`,
    detail_text_type: 'plain_text',
    date: calendar.date(-human.age),
    contact_id: contactId,
    matter_id: null,
    author_id: clioUser('priya'),
    created_at: at,
    updated_at: at,
  };
}
