import { endpointRows } from '../../http/endpoint-rows.ts';

/**
 * Phone and e-mail logs, portal messages, documents. Uploading a file is left out: its second half goes to a storage host that the
 * extension may not call.
 */
export const WORK_ROWS = endpointRows('clio', {
  'communication.list':
    'GET /communications.json communications.read data fields,limit,contact_id,matter_id,query,type,received_since,received_before',
  'communication.get': 'GET /communications/:id.json communications.read data fields',
  'communication.create': 'POST /communications.json communications.write data.id fields',
  'communication.update': 'PATCH /communications/:id.json communications.write data.id fields',
  'communication.delete': 'DELETE /communications/:id.json communications.write',
  'conversation.list': 'GET /conversations.json communications.read data fields,limit,contact_id,matter_id,read_status',
  'conversation.send': 'POST /conversation_messages.json communications.write data.id fields',
  'document.list': 'GET /documents.json documents.read data fields,limit,contact_id,matter_id,parent_id,query',
  'document.update': 'PATCH /documents/:id.json documents.write data.id fields',
  'document.generate': 'POST /document_automations.json documents.write data.id fields',
  'folder.create': 'POST /folders.json documents.write data.id fields',
});
