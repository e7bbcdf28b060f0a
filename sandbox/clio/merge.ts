import type { Clock } from '../exchange.ts';
import type { ClioRows } from '../world/types.ts';
import { moveDesk } from './desk-moves.ts';
import type { ClioState } from './state.ts';
import { nextId, stamp } from './state.ts';

/** Removes a contact and what hangs on it alone, as its own pages do. Its id answers 404 from then on. */
export function removeContact(state: ClioState, id: number): void {
  const { rows } = state;
  if (!rows.contacts.some((contact) => contact.id === id)) throw new TypeError(`no contact ${id}`);
  rows.contacts = rows.contacts.filter((contact) => contact.id !== id);
  rows.relationships = rows.relationships.filter((relationship) => relationship.contact_id !== id);
  rows.notes = rows.notes.filter((note) => note.contact_id !== id);
}

/**
 * Merges two contacts: what belonged to the loser moves to the winner, the loser answers 404, and nothing tells of it
 * [Clio's webhook list has no merge event]. Doubt: whether moved records get a new `updated_at`; here they keep theirs,
 * the case in which a polling client sees nothing of them.
 */
export function mergeContacts(state: ClioState, clock: Clock, winnerId: number, loserId: number): void {
  const { rows } = state;
  const winner = rows.contacts.find(({ id }) => id === winnerId);
  const loser = rows.contacts.find(({ id }) => id === loserId);
  if (!winner || !loser || winner === loser) throw new TypeError(`cannot merge ${loserId} into ${winnerId}`);
  moveRecords(rows, loserId, winnerId);
  const lacking = <T>(mine: T[], theirs: T[], key: (part: T) => string) => {
    const had = new Set(mine.map(key));
    return theirs.filter((part) => !had.has(key(part))).map((part) => ({ ...part, id: nextId(state), primary: false }));
  };
  winner.email_addresses.push(...lacking(winner.email_addresses, loser.email_addresses, (email) => email.address.toLowerCase()));
  winner.phone_numbers.push(...lacking(winner.phone_numbers, loser.phone_numbers, (phone) => phone.number.replace(/\D/g, '')));
  winner.updated_at = stamp(clock);
  rows.contacts.splice(rows.contacts.indexOf(loser), 1);
}

function moveRecords(rows: ClioRows, from: number, to: number): void {
  moveDesk(rows, from, to);
  for (const matter of rows.matters) if (matter.client_id === from) matter.client_id = to;
  for (const relationship of rows.relationships) if (relationship.contact_id === from) relationship.contact_id = to;
  for (const note of rows.notes) if (note.contact_id === from) note.contact_id = to;
  for (const contact of rows.contacts) if (contact.company_id === from) contact.company_id = to;
  for (const task of rows.tasks) {
    if (task.assignee?.type === 'Contact' && task.assignee.id === from) task.assignee = { ...task.assignee, id: to };
  }
  for (const entry of rows.calendarEntries) {
    for (const attendee of entry.attendees) if (attendee.type === 'Contact' && attendee.id === from) attendee.id = to;
  }
}
