import { callRows } from '../read-rows.ts';

const asks = (fields: string) => `fields=${fields}`;
const LOG = asks('id,etag,type,subject,body,date,received_at,created_at,updated_at,matter{id,display_number}');
const SAVED = asks('id,etag');
/** Whom it came from: the client, as the firm's own person is not known here. */
const ABOUT = 'subject! text!>body date contactId>senders.0.id party>senders.0.type=Contact matterId>matter.id';

/** Phone and e-mail logs, portal messages, documents. */
export const talk = callRows('clio', {
  'communication.get': `communicationId!:communication>id ${LOG}`,
  'communication.list': `contactId>contact_id matterId>matter_id query channel(PhoneCommunication|EmailCommunication)>type limit ${LOG}`,
  'communication.create': `${ABOUT} channel>type=PhoneCommunication ${SAVED}`,
  'communication.log-email': `preset=communication.create | ${ABOUT} channel>type=EmailCommunication ${SAVED}`,
  // Clio has no kind for texts: a day's texts go in as one call's log.
  'communication.log-texts': `preset=communication.create | ${ABOUT} channel>type=PhoneCommunication ${SAVED}`,
  'communication.update': `communicationId!:communication>id subject text>body date matterId>matter.id ${SAVED}`,
  'communication.delete': 'absent | communicationId!:communication>id',
  'conversation.list': `contactId>contact_id matterId>matter_id limit ${asks('id,etag,subject,message_count,read,created_at,updated_at')}`,
  'conversation.send': `contactId!>receivers.0.id party>receivers.0.type=Contact subject! text!>body matterId>matter.id ${SAVED}`,
  'document.list': `contactId>contact_id matterId>matter_id query limit ${asks('id,etag,name,created_at,updated_at')}`,
  'document.update': `documentId!:document>id name! ${SAVED}`,
  'document.generate': `templateId!:document-template>document_template.id matterId!>matter.id filename! format!(pdf|original)>formats.0 ${SAVED}`,
  'folder.create': `name! matterId!>parent.id parent>parent.type=Matter ${SAVED}`,
});
