import { MAIN_LOCATION } from './firm.ts';
import type { Human } from './generated-person.ts';
import { hlId } from './ids.ts';
import type { Random } from './random.ts';
import type { Calendar } from './time.ts';
import type { HlContact, HlNote, HlTask } from './types.ts';

export function hlContactRow(human: Human, random: Random, calendar: Calendar): HlContact {
  const { first, last, email, phone, city, province, country, age } = human;
  return {
    id: hlId(`generated:${human.index}`),
    locationId: MAIN_LOCATION,
    firstName: first,
    lastName: last,
    ...(email && random.chance(0.92) ? { email } : {}),
    ...(phone && random.chance(0.85) ? { phone: `+1${phone}` } : {}),
    city,
    state: province,
    country,
    type: 'lead',
    dnd: random.chance(0.03),
    tags: random.chance(0.5) ? [random.pick(['intake-2026', 'newsletter', 'family-law'])] : [],
    customFields: [],
    additionalEmails: [],
    additionalPhones: [],
    followers: [],
    dateAdded: calendar.past(-age, '15:00'),
    dateUpdated: calendar.past(-random.below(age + 1), '20:00'),
  };
}

export function hlTaskRow(contact: HlContact, random: Random, calendar: Calendar): HlTask {
  return {
    id: hlId(`generated-task:${contact.id}`),
    contactId: contact.id,
    locationId: contact.locationId,
    title: random.pick(['Call back', 'Send letter', 'Ask for documents']),
    dueDate: calendar.iso(random.below(60) - 30),
    completed: random.chance(0.4),
    dateAdded: contact.dateAdded,
  };
}

export function hlNoteRow(contact: HlContact, calendar: Calendar): HlNote {
  return {
    id: hlId(`generated-note:${contact.id}`),
    contactId: contact.id,
    body: 'Filled in the form.',
    dateAdded: calendar.past(-1, '12:00'),
  };
}
