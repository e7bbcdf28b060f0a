import type { HlContact } from '../world/types.ts';
import { refuse } from './errors.ts';
import { type HlCall, need } from './route.ts';
import { dropSales } from './sales-gone.ts';
import type { HighLevelState } from './state.ts';

/** The contact a path names. Another location's contact is refused as the token's fault, an unknown one as missing. */
export function contactOf(call: HlCall, id = call.params.contactId ?? ''): HlContact {
  const found = need(
    call,
    call.state.rows.contacts.find((contact) => contact.id === id),
    'Contact',
  );
  assertLocation(call, found.locationId);
  return found;
}

/** Refuses a location that the token does not speak for. */
export function assertLocation(call: Pick<HlCall, 'token' | 'state'>, locationId: string): void {
  const { token, state } = call;
  if (token.userType === 'Location' && token.locationId === locationId) return;
  const own = state.rows.locations.find((location) => location.id === locationId);
  if (token.userType === 'Company' && own?.companyId === token.companyId) return;
  refuse(403, 'The token does not have access to this location.');
}

/** Stores a contact (new or changed) under a fresh update time and tells the search index. */
export function putContact(state: HighLevelState, contact: HlContact): HlContact {
  const next = { ...contact, dateUpdated: state.now() };
  const at = state.rows.contacts.findIndex((row) => row.id === contact.id);
  if (at < 0) state.rows.contacts.push(next);
  else state.rows.contacts[at] = next;
  state.index.wrote(next.id, next);
  learnTags(state, next);
  return next;
}

/** A location's tag list grows by use. */
function learnTags(state: HighLevelState, contact: HlContact): void {
  for (const name of contact.tags) {
    const known = state.rows.tags.some((tag) => tag.locationId === contact.locationId && tag.name === name);
    if (!known) state.rows.tags.push({ id: state.newId(), locationId: contact.locationId, name });
  }
}

/** Removes a contact with all that hangs on it. */
export function removeContact(state: HighLevelState, id: string): void {
  const { rows } = state;
  rows.contacts = rows.contacts.filter((contact) => contact.id !== id);
  rows.tasks = rows.tasks.filter((task) => task.contactId !== id);
  rows.notes = rows.notes.filter((note) => note.contactId !== id);
  rows.appointments = rows.appointments.filter((appointment) => appointment.contactId !== id);
  dropSales(rows, id);
  state.index.wrote(id, undefined);
}

export interface Twin {
  contact: HlContact;
  matchingField: 'email' | 'phone';
}

/**
 * The contact that already owns the e-mail (first) or the phone. Secondary e-mails count: an upsert by one finds its contact [issue 337].
 * It looks at the live rows, not at the lagging index.
 */
export function findTwin(
  state: HighLevelState,
  wanted: Pick<HlContact, 'locationId' | 'email' | 'phone'>,
  except?: string,
): Twin | undefined {
  const others = state.rows.contacts.filter((row) => row.locationId === wanted.locationId && row.id !== except);
  const { email, phone } = wanted;
  // Imported rows may hold an e-mail in capitals.
  const owns = (row: HlContact) => [row.email, ...row.additionalEmails].some((each) => each?.toLowerCase() === email);
  const byEmail = email ? others.find(owns) : undefined;
  if (byEmail) return { contact: byEmail, matchingField: 'email' };
  const byPhone = phone ? others.find((row) => row.phone === phone) : undefined;
  return byPhone && { contact: byPhone, matchingField: 'phone' };
}

/** Refuses a second contact with the same e-mail or phone, in the words many clients have met in the wild. */
export function assertUnique(state: HighLevelState, wanted: HlContact): void {
  if (state.settings.allowDuplicates) return;
  const twin = findTwin(state, wanted, wanted.id);
  if (!twin) return;
  const { contact, matchingField } = twin;
  const contactName = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  refuse(400, 'This location does not allow duplicated contacts.', {
    meta: { contactId: contact.id, contactName, matchingField },
  });
}
