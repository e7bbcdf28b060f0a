import { readContact } from '../merge/contact.ts';
import { readClioDnd, readHighLevelDnd } from '../merge/dnd.ts';
import { readClioExtras, readHighLevelExtras } from '../merge/extras.ts';
import type { Values } from '../merge/field.ts';
import type { Contact } from '../model/contact.ts';
import type { Link } from '../model/link.ts';
import type { Ground } from './plan-parts.ts';

/** A linked person with both sides' contacts. */
export interface Person {
  link: Link;
  clio: Contact;
  highlevel: Contact;
}

/** A contact of either side in shared terms: its own fields, those a person named, and do-not-disturb. Custom fields that were not asked stay unread. */
export function contactValues(ground: Ground, contact: Contact, near: { other?: Contact; base?: Values } = {}): Values {
  const { extras, phoneKey, choice } = ground;
  const { base } = near;
  const { values } = readContact(contact, { ...near, phoneKey });
  if (contact.system === 'highlevel') {
    const raw = { fields: contact.customFields ?? {}, tags: contact.tags };
    const read = contact.customFields ? extras : extras.filter(({ highlevel }) => 'tag' in highlevel);
    const dnd = choice.dnd ? readHighLevelDnd(contact.dnd, base).values : {};
    return { ...values, ...readHighLevelExtras(read, raw, base).values, ...dnd };
  }
  const { customFields } = contact;
  if (!customFields) return values;
  const dnd = choice.dnd ? readClioDnd(choice.dnd, customFields[choice.dnd.id], base).values : {};
  return { ...values, ...readClioExtras(extras, customFields, base).values, ...dnd };
}
