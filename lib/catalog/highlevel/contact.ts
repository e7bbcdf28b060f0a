import * as z from 'zod/mini';
import { createContactBody, dndBody, fromWireContact, searchBody, tagsBody, updateContactBody } from '../../highlevel/convert.ts';
import { HIGHLEVEL } from '../../highlevel/endpoints.ts';
import type { WireContact } from '../../highlevel/types.ts';
import { type Contact, type ContactValues, valuesOf } from '../../model/contact.ts';
import { countryCode } from '../../model/countries.ts';
import { CUSTOM, heldBy, prefixed } from '../custom.ts';
import { defineAction, type Outcome } from '../define.ts';
import { customFields, id, tags, values } from '../inputs.ts';
import { removeAction } from '../remove.ts';
import { differing, filledNames, same } from '../same.ts';
import { formerOf, updateAction } from '../update.ts';

const contactId = z.object({ contactId: id });
const keyOf = ({ contactId }: { contactId: string }): string => `highlevel:contact:${contactId}`;
const told = (contact: Contact, differs: string[] = []): Outcome => ({
  id: contact.id,
  told: [{ entity: 'contact', id: contact.id, value: contact }],
  differs,
});
const readBack = (wire: WireContact, account: string, sent: ContactValues): Outcome => {
  const contact = fromWireContact(wire, account);
  // A country HighLevel has no code for is not sent (lib/highlevel/convert-contact), so it is not missed either.
  const { country: _, ...rest } = sent;
  return told(contact, differing(rest, valuesOf(contact) as Record<string, unknown>));
};

const createInput = z.object({ values, tags: z.optional(z.array(z.string())), dnd: z.optional(z.boolean()) });
type Create = z.infer<typeof createInput>;
type Found = { contacts: WireContact[] };

/** The same person as the one we meant to make: by e-mail, else phone, else the full name. */
function isMade(contact: Contact, { values: sent }: Create): boolean {
  if (sent.email) return contact.emails.some((one) => same('email', sent.email, one.value));
  if (sent.phone) return contact.phones.some((one) => same('phone', sent.phone, one.value));
  return same('name', `${sent.firstName ?? ''} ${sent.lastName ?? ''}`.toLowerCase(), contact.name.toLowerCase());
}

/** No upsert: it drops phones and erases e-mails [issues 37, 337]. Search first, create, compare what came back. */
export const createContact = defineAction<Create, Found, { contact: WireContact }>({
  id: 'highlevel.contact.create',
  system: 'highlevel',
  resend: 'check',
  // The search shows a new contact only after some seconds [doc: "may lag"].
  lag: 5000,
  input: createInput,
  key: ({ values: sent }, { account }) =>
    `highlevel:new:${account}:${sent.email ?? sent.phone ?? `${sent.firstName} ${sent.lastName}`}`,
  look: ({ values: sent }, { account }) => ({
    endpoint: HIGHLEVEL.contact.search,
    body: searchBody({
      locationId: account,
      emails: sent.email ? [sent.email] : [],
      phones: sent.phone ? [sent.phone] : [],
      firstName: sent.firstName ?? sent.company,
      lastName: sent.lastName,
    }),
  }),
  lookFirst: true,
  snapshot: ({ contacts }) => contacts.map((one) => one.id),
  find(input, { contacts }, snapshot, { account }) {
    const made = contacts
      .map((one) => fromWireContact(one, account))
      .filter((one) => !snapshot.includes(one.id) && isMade(one, input));
    // Rows of the search hold names in lower case only: the contact is read afresh after it was adopted, not stored from here.
    return made.length > 1 ? 'several' : made[0] && { id: made[0].id, told: [], differs: [] };
  },
  request: ({ values: sent, tags: with_, dnd }, { account }) => ({
    endpoint: HIGHLEVEL.contact.create,
    body: createContactBody(account, sent, { tags: with_, dnd }),
  }),
  outcome: ({ values: sent }, { contact }, { account }) => readBack(contact, account, sent),
  undo: (_, result) => ({ op: 'highlevel.contact.delete', input: { contactId: result.id } }),
});

const updateInput = z.object({
  contactId: id,
  values,
  /** HighLevel's values as the person saw them. */
  seen: values,
  customFields: z.optional(customFields),
  seenCustomFields: z.optional(customFields),
});
type Update = z.infer<typeof updateInput>;
type One = { contact: WireContact };

export const updateContact = updateAction<Update, One, One, WireContact>({
  id: 'highlevel.contact.update',
  system: 'highlevel',
  input: updateInput,
  key: keyOf,
  look: ({ contactId }) => ({ endpoint: HIGHLEVEL.contact.get, params: { contactId } }),
  fresh: ({ contact }) => contact,
  answered: ({ contact }) => contact,
  wanted: ({ values: sent, customFields: custom }) => {
    // A country HighLevel has no code for is not sent (lib/highlevel/convert-contact), so it is not missed either.
    const { country, ...rest } = sent;
    return { ...rest, ...(countryCode(country ?? '') && { country }), ...prefixed(custom) };
  },
  seen: ({ seen, seenCustomFields }) => ({ ...seen, ...prefixed(seenCustomFields) }),
  blind: ({ seenCustomFields }, name) => name.startsWith(CUSTOM) && !seenCustomFields,
  held: (wire, _, { account }) => heldBy(fromWireContact(wire, account)),
  told: (wire, _, { account }) => ({ entity: 'contact', id: wire.id, value: fromWireContact(wire, account) }),
  request: ({ contactId, values: sent, customFields: custom }) => ({
    endpoint: HIGHLEVEL.contact.update,
    params: { contactId },
    body: updateContactBody(sent, { customFields: custom }),
  }),
  former({ values: sent, customFields: custom = {} }, wire) {
    const was = fromWireContact(wire, '');
    const fields = formerOf(custom, was.customFields ?? {});
    const back = formerOf(sent, valuesOf(was));
    if ((filledNames(sent).length && !back) || (Object.keys(custom).length && !fields)) return undefined;
    return { values: back ?? {}, customFields: fields, seenCustomFields: custom };
  },
});

const dndInput = z.object({ contactId: id, dnd: z.boolean() });

/** The switch for all channels. Nothing is compared with what was seen: whoever says "leave me alone" last is heard. */
export const setDnd = updateAction<z.infer<typeof dndInput>, One, One, WireContact>({
  id: 'highlevel.contact.set-dnd',
  system: 'highlevel',
  input: dndInput,
  key: keyOf,
  look: ({ contactId }) => ({ endpoint: HIGHLEVEL.contact.get, params: { contactId } }),
  fresh: ({ contact }) => contact,
  answered: ({ contact }) => contact,
  wanted: ({ dnd }) => ({ dnd }),
  seen: ({ dnd }) => ({ dnd: !dnd }),
  blind: () => true,
  held: ({ dnd }) => ({ dnd: dnd ?? false }),
  told: (wire, _, { account }) => ({ entity: 'contact', id: wire.id, value: fromWireContact(wire, account) }),
  request: ({ contactId, dnd }) => ({ endpoint: HIGHLEVEL.contact.update, params: { contactId }, body: dndBody(dnd) }),
  former: (_, { dnd }) => ({ dnd: dnd ?? false }),
});

export const deleteContact = removeAction<z.infer<typeof contactId>>({
  id: 'highlevel.contact.delete',
  system: 'highlevel',
  input: contactId,
  key: keyOf,
  request: ({ contactId }) => ({ endpoint: HIGHLEVEL.contact.delete, params: { contactId } }),
  entity: 'contact',
  idOf: ({ contactId }) => contactId,
});

const tagInput = z.object({ contactId: id, tags });
type Tags = z.infer<typeof tagInput>;
const has = (contact: Contact, tag: string): boolean =>
  contact.tags.some((one) => same('tag', one.toLowerCase(), tag.toLowerCase()));

/** Adding and removing are each other's way back; the tags named are only those the contact did not (or did) have. */
const tagAction = (verb: 'add' | 'remove') =>
  defineAction<Tags, { contact: WireContact }>({
    id: `highlevel.contact.${verb}-tags`,
    system: 'highlevel',
    resend: 'safe',
    input: tagInput,
    key: keyOf,
    request: ({ contactId, tags: names }) => ({
      endpoint: verb === 'add' ? HIGHLEVEL.contact.addTags : HIGHLEVEL.contact.removeTags,
      params: { contactId },
      body: tagsBody(names),
    }),
    look: ({ contactId }) => ({ endpoint: HIGHLEVEL.contact.get, params: { contactId } }),
    find({ tags: names }, { contact }, _, { account }) {
      const now = fromWireContact(contact, account);
      return names.every((tag) => has(now, tag) === (verb === 'add')) ? told(now) : undefined;
    },
    // Whether the answer lists all tags or the changed ones is not documented: the contact is always read back instead.
    outcome: ({ contactId, tags: names }) => ({ id: contactId, told: [], differs: names }),
    undo: ({ contactId, tags: names }) => ({
      op: `highlevel.contact.${verb === 'add' ? 'remove' : 'add'}-tags`,
      input: { contactId, tags: names },
    }),
  });

export const addTags = tagAction('add');
export const removeTags = tagAction('remove');
