import { CONTACT_FIELDS } from '../../../model/contact.ts';
import { callRows } from '../read-rows.ts';

/** The values of a person, each on its place in a core action's input. */
const PERSON = CONTACT_FIELDS.map((field) => `${field}>values.${field}`).join(' ');
const HERE = 'locationId=@account';

/** Contacts and companies. */
export const contacts = callRows('highlevel', {
  'contact.get': 'contactId!',
  'contact.list': `query limit ${HERE}`,
  'contact.search': `query! ${HERE} pageLimit=50`,
  'contact.duplicate': `email phone>number ${HERE}`,
  'contact.of-company': `businessId! query limit ${HERE}`,
  'contact.unsubscribed': `contactId! email ${HERE}`,
  'contact.create': `core | ${PERSON} tags`,
  'contact.update': `core seen | contactId! ${PERSON} customFields`,
  'contact.set-fields': 'preset=contact.update core=contact.update seen | contactId! customFields!',
  'contact.set-dnd': 'preset=contact.update core | contactId! dnd!',
  'contact.assign': 'preset=contact.update | contactId! assignedTo!',
  'contact.delete': 'core | contactId!',
  'contact.add-tags': 'core | contactId! tags!',
  'contact.remove-tags': 'core | contactId! tags!',
  'contact.bulk-tags': `safe | mode!(add|remove)>type contactIds!>contacts tags! ${HERE}`,
  'contact.bulk-company': `safe | contactIds!>ids businessId! ${HERE}`,
  'contact.add-followers': 'safe | contactId! userIds!:ids(user)>followers',
  'contact.remove-followers': 'contactId! userIds!:ids(user)>followers',
  // Entering a workflow twice may send its messages twice.
  'contact.add-to-workflow': 'contactId! workflowId!',
  'contact.remove-from-workflow': 'absent | contactId! workflowId!',
  'contact.add-to-campaign': 'contactId! campaignId!',
  'contact.remove-from-campaign': 'absent | contactId! campaignId!',
  'company.list': `limit ${HERE}`,
  'company.get': 'businessId!',
  'company.create': `name! phone email website address city state postalCode country description ${HERE}`,
  'company.update': 'businessId! name phone email website address city state postalCode country description',
});
