import { callRows } from '../read-rows.ts';

const HERE = 'locationId=@account';
const CALL =
  'date:instant from:phone>call.from to:phone>call.to status(pending|completed|answered|busy|no-answer|failed|canceled|voicemail)>call.status';

/** Conversations and messages. Whoever must not be disturbed is not written to: HighLevel refuses it [belief]; rules check it first. */
export const talk = callRows('highlevel', {
  'conversation.search': `contactId query status(all|read|unread|starred|recents) limit ${HERE}`,
  'conversation.messages': 'conversationId! limit',
  'conversation.create': `contactId! ${HERE}`,
  'conversation.update': `conversationId! unreadCount:number starred:flag ${HERE}`,
  'message.send-text': 'of=message.send | contactId! message! sendAt:seconds>scheduledTimestamp type=SMS',
  'message.send-email':
    'preset=message.send-text of=message.send | contactId! subject! html!:long emailFrom:email sendAt:seconds>scheduledTimestamp type=Email',
  'message.cancel': 'absent | messageId!',
  'message.cancel-email': 'absent | messageId!>emailMessageId',
  'message.log-call': `conversationId! conversationProviderId!:provider ${CALL} type=Call`,
  'message.log-inbound': `conversationId! contactId! conversationProviderId!:provider channel!(SMS|Email|WhatsApp|Call|Custom)>type message ${CALL}`,
  'message.transcript': `messageId! ${HERE}`,
});
