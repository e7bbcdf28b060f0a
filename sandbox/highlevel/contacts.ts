import type { HlContact } from '../world/types.ts';
import { applyInput, CREATE_CONTACT, UPDATE_CONTACT, UPSERT_CONTACT } from './contact-input.ts';
import { assertUnique, contactOf, findTwin, putContact, removeContact } from './contact-store.ts';
import { refuse } from './errors.ts';
import { normalizeEmail, normalizePhone } from './normalize.ts';
import { plays } from './quirks.ts';
import type { HlCall, HlRoute } from './route.ts';
import type { HighLevelState } from './state.ts';
import { bodyProblems } from './validate.ts';
import { createdContact, fullContact } from './views.ts';

type Input = Record<string, unknown>;

function blank(state: HighLevelState, locationId: string): HlContact {
  const location = state.rows.locations.find((row) => row.id === locationId);
  const now = state.now();
  return {
    id: state.newId(),
    locationId,
    country: location?.country,
    source: 'public api',
    type: 'lead',
    dnd: false,
    tags: [],
    customFields: [],
    additionalEmails: [],
    additionalPhones: [],
    followers: [],
    dateAdded: now,
    dateUpdated: now,
  };
}

function create(call: HlCall) {
  const { state } = call;
  const problems = bodyProblems(CREATE_CONTACT, call.body);
  const fatal = problems.filter((problem) => !problem.endsWith('should not exist'));
  if (fatal.length || (problems.length && !state.quirks['create-422-but-created'])) refuse(422, problems);
  const input = call.body as Input;
  const contact = applyInput(state, blank(state, String(input.locationId)), input);
  assertUnique(state, contact);
  const stored = putContact(state, contact);
  // Issue 64: refused in words, kept in fact.
  if (plays(state.quirks, 'create-422-but-created')) refuse(422, problems.length ? problems : ['customFields must be an array']);
  return { contact: createdContact(stored) };
}

function update(call: HlCall) {
  const contact = contactOf(call);
  const next = applyInput(call.state, contact, (call.body ?? {}) as Input);
  const changed = next.email !== contact.email || next.phone !== contact.phone;
  if (changed) assertUnique(call.state, next);
  return { succeded: true, contact: fullContact(putContact(call.state, next)) };
}

/** Kept with its hazards so that tests can show that nothing of ours calls it. */
function upsert(call: HlCall) {
  const { state } = call;
  const input = { ...(call.body as Input) };
  const locationId = String(input.locationId);
  if (!input.email && !input.phone) refuse(400, 'Either email or phone is required');
  const email = input.email ? normalizeEmail(String(input.email)) : undefined;
  const phone = input.phone ? normalizePhone(String(input.phone), String(input.country ?? 'US')) : undefined;
  const found = findTwin(state, { locationId, email, phone })?.contact;
  if (!found) {
    const contact = putContact(state, applyInput(state, blank(state, locationId), input));
    return { new: true, contact: fullContact(contact) };
  }
  const phoneOwner = phone ? state.rows.contacts.find((row) => row.locationId === locationId && row.phone === phone) : undefined;
  const stolen = phoneOwner && phoneOwner.id !== found.id;
  if (stolen && plays(state.quirks, 'upsert-drops-phone')) delete input.phone;
  const next = applyInput(state, found, input);
  if (email && found.additionalEmails.includes(email)) {
    const erases = plays(state.quirks, 'upsert-secondary-email-erases-primary');
    next.additionalEmails = erases ? found.additionalEmails.filter((each) => each !== email) : found.additionalEmails;
    next.email = erases ? email : found.email;
  }
  assertUnique(state, next);
  return { new: false, contact: fullContact(putContact(state, next)) };
}

function remove(call: HlCall) {
  removeContact(call.state, contactOf(call).id);
  return { succeded: true };
}

const shared = { spec: 'contacts', version: '2021-07-28' } as const;

export const contactRoutes: HlRoute[] = [
  {
    ...shared,
    id: 'highlevel.create-contact',
    method: 'POST',
    path: '/contacts/',
    scope: 'contacts.write',
    body: CREATE_CONTACT,
    checksOwnBody: true,
    status: 201,
    handle: create,
  },
  {
    ...shared,
    id: 'highlevel.upsert-contact',
    method: 'POST',
    path: '/contacts/upsert',
    scope: 'contacts.write',
    body: UPSERT_CONTACT,
    handle: upsert,
  },
  {
    ...shared,
    id: 'highlevel.get-contact',
    method: 'GET',
    path: '/contacts/:contactId',
    scope: 'contacts.readonly',
    handle: (call) => ({ contact: fullContact(contactOf(call)) }),
  },
  {
    ...shared,
    id: 'highlevel.update-contact',
    method: 'PUT',
    path: '/contacts/:contactId',
    scope: 'contacts.write',
    body: UPDATE_CONTACT,
    handle: update,
  },
  {
    ...shared,
    id: 'highlevel.delete-contact',
    method: 'DELETE',
    path: '/contacts/:contactId',
    scope: 'contacts.write',
    handle: remove,
  },
];
