import {
  CONTACT_FIELDS_ASKED,
  MATTER_FIELDS_ASKED,
  RELATED_FIELDS_ASKED,
  RELATIONSHIP_FIELDS_ASKED,
} from '../../../clio/fields.ts';
import { CONTACT_FIELDS } from '../../../model/contact.ts';
import { callRows } from '../read-rows.ts';

const PERSON = CONTACT_FIELDS.map((field) => `${field}>values.${field}`).join(' ');
const asks = (fields: string) => `fields=${fields}`;
const MATTER =
  'stageId:matter-stage>matter_stage.id practiceAreaId:practice-area>practice_area.id attorneyId:user>responsible_attorney.id reference>client_reference openDate:date>open_date closeDate:date>close_date customFields>custom_field_values';
const STATUS = '(open|pending|closed)';
const TASKS = 'task_template_list_instances.0';
const THIS = 'matterId!>id';
const SAVED = asks('id,etag');

/** Contacts, matters, and who is related to them. */
export const contacts = callRows('clio', {
  'contact.get': `contactId!>id ${asks(CONTACT_FIELDS_ASKED)}`,
  'contact.list': `query type(Person|Company) limit ${asks(CONTACT_FIELDS_ASKED)}`,
  'contact.create': `core | ${PERSON} type=Person`,
  'contact.create-company': `preset=contact.create | company!>name email>email_addresses.0.address emailKind>email_addresses.0.name=Work phone>phone_numbers.0.number phoneKind>phone_numbers.0.name=Work website>web_sites.0.address siteKind>web_sites.0.name=Work kind>type=Company ${SAVED}`,
  'contact.update': `core seen | contactId!>clioId ${PERSON} customFields`,
  'contact.fill': `preset=contact.update core | contactId!>clioId ${PERSON}`,
  'contact.set-fields': 'preset=contact.update core=contact.update seen | contactId!>clioId customFields!',
  'contact.add-email': 'preset=contact.update core=contact.update seen | contactId!>clioId email!>addEmails.0',
  'contact.add-phone': 'preset=contact.update core=contact.update seen | contactId!>clioId phone!>addPhones.0',
  'contact.emails': `contactId!>contact_id ${asks('id,etag,name,address,primary')}`,
  'contact.phones': `contactId!>contact_id ${asks('id,etag,name,number,primary')}`,
  'matter.get': `${THIS} ${asks(MATTER_FIELDS_ASKED)}`,
  'matter.list': `contactId>client_id status${STATUS} query limit ${asks(MATTER_FIELDS_ASKED)}`,
  'matter.create': `contactId!>client.id description! status${STATUS} ${MATTER} ${SAVED}`,
  'matter.update': `${THIS} description status${STATUS} ${MATTER} ${SAVED}`,
  'matter.set-status': `preset=matter.update | ${THIS} status!${STATUS} ${SAVED}`,
  'matter.set-stage': `preset=matter.update | ${THIS} stageId!:matter-stage>matter_stage.id ${SAVED}`,
  'matter.assign': `preset=matter.update | ${THIS} attorneyId!:user>responsible_attorney.id ${SAVED}`,
  'matter.set-fields': `preset=matter.update | ${THIS} customFields!>custom_field_values ${SAVED}`,
  // Twice applied, the tasks are there twice.
  'matter.apply-task-list': `preset=matter.update never | ${THIS} taskListId!:task-list>${TASKS}.task_template_list.id assigneeId>${TASKS}.assignee_id date>${TASKS}.due_at ${SAVED}`,
  'matter.client': `matterId!>matter_id ${asks('id,name,type,primary_email_address,primary_phone_number')}`,
  'matter.contacts': `matterId!>matter_id limit ${asks('id,etag,name,type,primary_email_address,primary_phone_number')}`,
  'matter.related-contacts': `matterId!>matter_id limit ${asks(RELATED_FIELDS_ASKED)}`,
  'relationship.list': `contactId>contact_id matterId>matter_id limit ${asks(RELATIONSHIP_FIELDS_ASKED)}`,
  'relationship.create': `contactId!>contact.id matterId!>matter.id role!>description ${SAVED}`,
  'relationship.update': `relationshipId!:relationship>id role!>description ${SAVED}`,
  'relationship.delete': 'absent | relationshipId!:relationship>id',
});
