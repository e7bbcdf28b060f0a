import { clioContact } from './clio-people.ts';
import { clioMatter } from './clio-work.ts';
import { ACCOUNTS, clioUser } from './firm.ts';
import { clioId } from './ids.ts';
import type { Calendar } from './time.ts';
import type { ClioCalendarEntry, ClioReminder } from './types.ts';

type EntrySeed = [
  key: string,
  summary: string,
  matter: string | undefined,
  owner: string,
  day: number,
  at: string,
  minutes: number,
  attendees: string[],
];

const ENTRIES: EntrySeed[] = [
  ['ortega-consultation', 'Consultation (video): Ortega', 'ortega-v-whitfield', 'priya', 2, '18:30', 30, ['marisol']],
  ['ortega-hearing', 'Custody hearing', 'ortega-v-whitfield', 'priya', 19, '17:30', 180, ['marisol', 'dr-lowell']],
  ['ortega-first', 'First meeting', 'ortega-v-whitfield', 'priya', -58, '21:00', 60, ['marisol']],
  ['kim-call', 'Call with insurer', 'kim-collision', 'grace', 3, '15:00', 30, ['evergreen-insurance']],
  ['haddad-interview', 'Interview preparation', 'haddad-asylum', 'priya', 4, '20:00', 90, ['nadia-haddad']],
  ['lindqvist-signing', 'Signing', 'lindqvist-estate', 'tomas', 9, '19:00', 45, ['anna-lindqvist', 'amelia-lindqvist']],
  ['vance-board', 'Board call', 'vance-merger', 'daniel', 1, '16:00', 60, ['priscilla-vance']],
  ['okafor-mediation', 'Mediation', 'okafor-divorce', 'grace', -30, '17:00', 240, ['ruth-okafor', 'samuel-okafor']],
  ['okafor-closing', 'Closing', 'okafor-house', 'tomas', 26, '18:00', 30, ['ruth-okafor']],
  ['tanaka-deposition', 'Deposition', 'tanaka-injury', 'grace', 0, '23:00', 120, ['yuki-tanaka']],
  ['team', 'Team meeting', undefined, 'priya', 1, '17:00', 30, []],
  ['delgado-visit', 'Visit to the bus stop', 'delgado-injury', 'grace', -18, '18:00', 60, ['rosa-delgado']],
];

/** Clio's calendar entries: hearings, calls, and one with nobody but the firm. */
export function clioEntries(calendar: Calendar): ClioCalendarEntry[] {
  return ENTRIES.map(([key, summary, matter, owner, day, at, minutes, attendees]) => {
    const start = Date.parse(calendar.clio(day, at));
    return {
      id: clioId(`entry:${key}`),
      account_id: ACCOUNTS.us.id,
      summary,
      description: null,
      location: null,
      start_at: calendar.clio(day, at),
      end_at: new Date(start + minutes * 60_000).toISOString().replace('.000Z', 'Z'),
      all_day: false,
      matter_id: matter ? clioMatter(matter) : null,
      calendar_owner_id: clioId(`calendar:${owner}`),
      attendees: attendees.map((contact) => ({ id: clioContact(contact), type: 'Contact' as const })),
      created_at: calendar.pastClio(Math.min(day, 0) - 7, '16:00'),
      updated_at: calendar.pastClio(Math.min(day, 0) - 7, '16:00'),
    };
  });
}

/** The hearing is one that nobody may forget: a day before it, by the e-mail method (clio/reminder-shapes) of whose calendar it is. */
export function clioReminders(calendar: Calendar): ClioReminder[] {
  const at = calendar.pastClio(-7, '16:00');
  return [
    {
      id: clioId('reminder:ortega-hearing'),
      account_id: ACCOUNTS.us.id,
      subject: { id: clioId('entry:ortega-hearing'), type: 'CalendarEntry' },
      notification_method_id: clioUser('priya') * 10 + 1,
      duration: 1440,
      created_at: at,
      updated_at: at,
    },
  ];
}
