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

/**
 * What was agreed on, with what each field that a person named stood for; without what was agreed on about another one, as that says nothing
 * of the field it was chosen for since.
 */
export function current({ choice: { dnd }, extras }: Ground, base: Values): Values {
  const now = new Map(
    extras.map(({ id, clio, highlevel: to }) => [`=${id}`, `${clio.fieldId} ${'tag' in to ? `#${to.tag}` : to.fieldId}`]),
  ).set('=dnd', JSON.stringify(dnd));
  const held = Object.entries(base).filter(([id]) => [undefined, now.get(`=${id}`)].includes(base[`=${id}`]));
  return Object.fromEntries([...held, ...now]);
}
