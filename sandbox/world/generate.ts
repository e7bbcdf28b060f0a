import { noDesk } from './clio-desk.ts';
import { ACCOUNTS, clioCalendars, clioCustomFields, clioUsers } from './firm.ts';
import { clioContactRow, matterRow, noteRow, taskRow } from './generated-clio.ts';
import { hlContactRow, hlNoteRow, hlTaskRow } from './generated-highlevel.ts';
import { type Human, inventHuman } from './generated-person.ts';
import { highlevelRows } from './highlevel-rows.ts';
import { noSales } from './highlevel-sales.ts';
import { createRandom, type Random } from './random.ts';
import { type Calendar, createCalendar } from './time.ts';
import type { ClioRows, HighLevelRows, WorldRows } from './types.ts';

export interface GenerateOptions {
  seed: number;
  /** How many people; about 70 % are in both systems, the rest in one of them. */
  people: number;
  now: number;
}

/** Ids start above all seed ids, so that generated rows may be added to the seed world. */
const FIRST_ID = 2_000_000_000;
const IN_BOTH = 0.7;
const IN_CLIO_ONLY = 0.15;

/** A large world of the same firm; the same options give the same rows, byte for byte. */
export function generateWorld({ seed, people, now }: GenerateOptions): WorldRows {
  const random = createRandom(seed);
  const calendar = createCalendar(now);
  const highlevel = emptyHighLevel(calendar);
  const clio = emptyClio();
  const household: { phone?: string } = {};
  for (let index = 0; index < people; index += 1) {
    const human = inventHuman(random, index, household);
    const share = random.next();
    const inClio = share < IN_BOTH + IN_CLIO_ONLY;
    const inHighLevel = share < IN_BOTH || share >= IN_BOTH + IN_CLIO_ONLY;
    if (inClio) addToClio(clio, human, random, calendar);
    if (inHighLevel) addToHighLevel(highlevel, human, random, calendar);
  }
  return { highlevel, clio };
}

function addToClio(rows: ClioRows, human: Human, random: Random, calendar: Calendar): void {
  const id = FIRST_ID + human.index * 10;
  rows.contacts.push(clioContactRow(human, id, random, calendar));
  if (random.chance(0.4)) rows.matters.push(matterRow(human, id, calendar));
  const matter = rows.matters.at(-1);
  if (matter?.client_id === id && random.chance(0.8)) rows.tasks.push(taskRow(matter, id + 5, random, calendar));
  if (random.chance(0.5)) rows.notes.push(noteRow(human, id, calendar));
}

function addToHighLevel(rows: HighLevelRows, human: Human, random: Random, calendar: Calendar): void {
  const contact = hlContactRow(human, random, calendar);
  rows.contacts.push(contact);
  if (random.chance(0.3)) rows.tasks.push(hlTaskRow(contact, random, calendar));
  if (random.chance(0.4)) rows.notes.push(hlNoteRow(contact, calendar));
}

function emptyHighLevel(calendar: Calendar): HighLevelRows {
  return { ...highlevelRows(calendar), ...noSales(), contacts: [], tasks: [], notes: [], appointments: [] };
}

function emptyClio(): ClioRows {
  return {
    accounts: Object.values(ACCOUNTS).map((account) => ({ ...account })),
    users: clioUsers(),
    contacts: [],
    matters: [],
    relationships: [],
    tasks: [],
    notes: [],
    calendarEntries: [],
    calendars: clioCalendars(),
    customFields: clioCustomFields(),
    ...noDesk(),
  };
}
