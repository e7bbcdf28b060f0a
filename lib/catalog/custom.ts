import { type Contact, valuesOf } from '../model/contact.ts';

/** Custom fields stand beside a contact's own under this prefix, so that one comparison does for both. */
export const CUSTOM = 'custom:';

export const prefixed = (fields: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([id, value]) => [`${CUSTOM}${id}`, value]));

export const heldBy = (contact: Contact): Record<string, unknown> => ({
  ...valuesOf(contact),
  ...prefixed(contact.customFields),
});
