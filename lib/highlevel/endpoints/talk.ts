import { endpointRows } from '../../http/endpoint-rows.ts';

/**
 * Conversations and messages. The unsubscribe status and the cancelling of an e-mail state no scope [official spec]: beliefs. A call's
 * recording is left out: it is answered as sound, and nothing here can play or keep it.
 */
export const TALK_ROWS = endpointRows(
  'highlevel',
  {
    'conversation.search':
      'GET /conversations/search conversations.readonly conversations locationId,contactId,query,status,limit',
    'conversation.messages':
      'GET /conversations/:conversationId/messages conversations/message.readonly messages limit,type,lastMessageId',
    'conversation.create': 'POST /conversations/ conversations.write conversation.id',
    'conversation.update': 'PUT /conversations/:conversationId conversations.write conversation.id',
    'message.send': 'POST /conversations/messages conversations/message.write messageId',
    'message.cancel': 'DELETE /conversations/messages/:messageId/schedule conversations/message.write',
    'message.cancel-email': 'DELETE /conversations/messages/email/:emailMessageId/schedule conversations/message.write',
    'message.log-call': 'POST /conversations/messages/outbound conversations/message.write messageId',
    'message.log-inbound': 'POST /conversations/messages/inbound conversations/message.write messageId',
    'message.transcript':
      'GET /conversations/locations/:locationId/messages/:messageId/transcription conversations/message.readonly',
    'contact.unsubscribed':
      'GET /conversations/preferences/unsubscriptions/status conversations.readonly - locationId,contactId,email',
  },
  '2021-04-15',
);
