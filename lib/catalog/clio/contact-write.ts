import * as z from 'zod/mini';
import { contactData, fromWireContact, heldValues, newContactData } from '../../clio/convert.ts';
import { clioRequests } from '../../clio/requests.ts';
import type { WireContact } from '../../clio/types.ts';
import { type Contact, type ContactValues, valuesOf } from '../../model/contact.ts';
import { createAction } from '../create.ts';
import { CUSTOM, prefixed } from '../custom.ts';
import type { Context } from '../define.ts';
import { customFields, id, lines, values } from '../inputs.ts';
import { differing, filledNames, same } from '../same.ts';
import { formerOf, updateAction } from '../update.ts';
import { etagOf } from './etag.ts';

type One = { data: WireContact };
type Many = { data: WireContact[] };

const told = (wire: WireContact, _: unknown, { account }: Context) => ({
  entity: 'contact' as const,
  id: String(wire.id),
  value: fromWireContact(wire, account),
});
/** A company is a contact of its own in Clio; nothing makes one by the way, so it is not missed either. */
const sent = ({ company: _, ...rest }: ContactValues): ContactValues => rest;

const createInput = z.object({ values, type: z.optional(z.literal('Person')) });
type Create = z.infer<typeof createInput>;
const nameOf = (of: ContactValues): string => `${of.firstName ?? ''} ${of.lastName ?? ''}`.trim() || (of.company ?? '');

/** The same person as far as can be told: the full name, and the e-mail (else the phone) where there is one. */
function isLike(contact: Contact, { values: of }: Create): boolean {
  const { firstName, lastName } = contact;
  const names = [contact.name, nameOf({ firstName, lastName })].map((name) => name.toLowerCase());
  if (!names.some((name) => same('name', nameOf(of).toLowerCase(), name))) return false;
  if (of.email) return contact.emails.some((one) => same('email', of.email, one.value));
  return !of.phone || contact.phones.some((one) => same('phone', of.phone, one.value));
}

/**
 * Clio takes a second contact with the same e-mail without a word, so a person who stands there already is asked about. After a lost
 * answer the one new contact like it is adopted; several are asked about.
 */
export const createClioContact = createAction<Create, Many, One, WireContact>({
  id: 'clio.contact.create',
  system: 'clio',
  // Whether its search lags is not said; a few seconds cost nothing.
  lag: 5000,
  input: createInput,
  key: ({ values: of }, { account }) => `clio:new:${account}:${of.email ?? nameOf(of)}`,
  look: ({ values: of }) => clioRequests.contactsLike(of.email ?? nameOf(of)),
  refuse: (input, { data }, { account }) =>
    data.some((one) => isLike(fromWireContact(one, account), input)) ? 'changed' : undefined,
  rows: ({ data }) => data,
  answered: ({ data }) => data,
  idOf: (wire) => String(wire.id),
  differs: (input, wire, { account }) => differing(sent(input.values), { ...valuesOf(fromWireContact(wire, account)) }),
  like: (input, wire, { account }) => isLike(fromWireContact(wire, account), input),
  told,
  request: ({ values: of, type }) => clioRequests.createContact(newContactData(of, type)),
});

const updateInput = z.object({
  clioId: id,
  values,
  /** Clio's values as they were seen: of several e-mails, phones and addresses the ones that are synced. */
  seen: values,
  addEmails: z.optional(lines),
  addPhones: z.optional(lines),
  customFields: z.optional(customFields),
  seenCustomFields: z.optional(customFields),
});
type Update = z.infer<typeof updateInput>;

/** Names for added rows: `add:email:…`, held when any row has the value. */
const adds = ({ addEmails = [], addPhones = [] }: Update) => [
  ...addEmails.map((value) => ['email', value] as const),
  ...addPhones.map((value) => ['phone', value] as const),
];
const addName = (kind: string, value: string) => `add:${kind}:${value}`;

/** Replaces what was seen, adds what is to be added, takes nothing away. Sent under the etag just read. */
export const updateClioContact = updateAction<Update, One, One, WireContact>({
  id: 'clio.contact.update',
  system: 'clio',
  input: updateInput,
  key: ({ clioId }) => `clio:contact:${clioId}`,
  look: ({ clioId }) => clioRequests.contact(clioId),
  fresh: ({ data }) => data,
  answered: ({ data }) => data,
  wanted: (input) => ({
    ...sent(input.values),
    ...prefixed(input.customFields),
    ...Object.fromEntries(adds(input).map(([kind, value]) => [addName(kind, value), value])),
  }),
  seen: ({ seen, seenCustomFields }) => ({ ...seen, ...prefixed(seenCustomFields) }),
  blind: ({ seenCustomFields }, name) => name.startsWith('add:') || (name.startsWith(CUSTOM) && !seenCustomFields),
  held(wire, input, { account }) {
    const contact = fromWireContact(wire, account);
    const has = { email: contact.emails, phone: contact.phones };
    const held = adds(input).flatMap(([kind, value]) =>
      has[kind].some((one) => same(kind, value, one.value)) ? [[addName(kind, value), value] as const] : [],
    );
    return {
      ...heldValues(wire, input.values, input.seen),
      ...prefixed(contact.customFields),
      ...Object.fromEntries(held),
    };
  },
  told,
  request: (input, _, wire) =>
    clioRequests.updateContact(input.clioId, { data: contactData(wire, sent(input.values), input.seen, input) }, etagOf(wire)),
  former(input, wire) {
    const of = sent(input.values);
    const custom = input.customFields ?? {};
    const back = formerOf(of, heldValues(wire, of, input.seen));
    const fields = formerOf(custom, fromWireContact(wire, '').customFields ?? {});
    // Rows that were added could be taken away by their id only, which no operation of ours does.
    if (adds(input).length || (filledNames(of).length && !back) || (Object.keys(custom).length && !fields)) return undefined;
    return { values: back ?? {}, customFields: fields, seenCustomFields: custom };
  },
});
