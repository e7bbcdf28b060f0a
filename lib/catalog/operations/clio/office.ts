import { CALENDAR_FIELDS_ASKED, CUSTOM_FIELD_FIELDS_ASKED, USER_FIELDS_ASKED, WHO_FIELDS_ASKED } from '../../../clio/fields.ts';
import { callRows } from '../read-rows.ts';

const asks = (fields: string) => `fields=${fields}`;
const NAMED = asks('id,etag,name');
const SAVED = asks('id,etag');

/** Billing, set-up, and the lists that other operations choose from. */
export const office = callRows('clio', {
  'bill.list': `contactId>client_id matterId>matter_id state(draft|awaiting_approval|awaiting_payment|paid|void) overdue:flag>overdue_only limit ${asks('id,etag,number,state,total,balance,issued_at,due_at')}`,
  'balance.list': `contactId>contact_id limit ${asks('id,total_outstanding_balance,contact{id,name}')}`,
  'payment.create-link': `contactId!>subject.id party>subject.type=Contact amount! currency! description! accountId!:bank-account>destination_account.id validDays!:number>duration email>email_address ${SAVED}`,
  'trust-request.create': `contactId!>client_id amount!>trust_amount kind>trust_type=client issueDate!:date>issue_date dueDate!:date>due_date text>note approved=false ${SAVED}`,
  'custom-field.create': `name! parent!(Contact|Matter)>parent_type dataType!(text_line|text_area|checkbox|date|numeric|email|url)>field_type ${SAVED}`,
  'custom-action.create': `label! url!>target_url page!(contacts/show|matters/show)>ui_reference ${SAVED}`,
  'webhook.renew': `webhookId!:webhook>id expiresAt!:instant>expires_at ${SAVED}`,
  'user.who-am-i': `utility | ${asks(WHO_FIELDS_ASKED)}`,
  'user.list': `utility | ${asks(USER_FIELDS_ASKED)} enabled=true`,
  'calendar.list': `utility | ${asks(CALENDAR_FIELDS_ASKED)} writeable=true`,
  'custom-field.list': `utility | parent(contact|matter)>parent_type ${asks(CUSTOM_FIELD_FIELDS_ASKED)}`,
  'matter-stage.list': `utility | practiceAreaId:practice-area>practice_area_id ${NAMED}`,
  'practice-area.list': `utility | ${NAMED}`,
  'task-list.list': `utility | query ${NAMED}`,
});
