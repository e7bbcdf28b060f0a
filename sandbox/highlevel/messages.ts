import type { HlContact, HlConversation, HlMessage } from '../world/types.ts';
import { contactOf } from './contact-store.ts';
import { conversationOf, conversationWith, messagesOf } from './conversations.ts';
import { refuse, refuseWith } from './errors.ts';
import { CALL_STATUSES, storedType, typeNumber } from './message-types.ts';
import { drop, dto, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, whole } from './route.ts';

/** GetMessageResponseDto. */
function view(row: HlMessage) {
  const { id, messageType, locationId, contactId, conversationId, dateAdded, body, direction, status, attachments } = row;
  const call = row.call && { callDuration: String(row.call.duration), callStatus: row.call.status };
  const email = row.messageType === 'TYPE_EMAIL' ? { email: { messageIds: [row.emailMessageId ?? row.id] } } : {};
  return {
    ...{ id, type: typeNumber(messageType), messageType, locationId, contactId, conversationId, dateAdded, body, direction },
    ...{ status: row.call ? undefined : status, contentType: messageType === 'TYPE_EMAIL' ? 'text/html' : 'text/plain' },
    ...{ attachments, meta: { ...call, ...email }, source: row.source, userId: row.userId },
    conversationProviderId: row.conversationProviderId,
  };
}

const messageOf = (call: HlCall, id = call.params.messageId ?? call.params.id): HlMessage =>
  rowOf(call, call.state.rows.messages, id, 'Message');

/** Newest first, 20 a page, from `lastMessageId` on. */
function list(call: HlCall) {
  const { query } = call;
  const wanted = query.get('type');
  const rows = messagesOf(call, conversationOf(call).id).filter((row) => !wanted || row.messageType === wanted);
  const start = query.get('lastMessageId') ? rows.findIndex(({ id }) => id === query.get('lastMessageId')) + 1 : 0;
  const limit = whole(query, 'limit', 20);
  const found = rows.slice(start, start + limit);
  return { lastMessageId: found.at(-1)?.id ?? '', nextPage: start + found.length < rows.length, messages: found.map(view) };
}

/** Bodies of the three writing calls, together. */
interface Input {
  type: string;
  contactId: string;
  conversationId: string;
  conversationProviderId?: string;
  message?: string;
  html?: string;
  subject?: string;
  attachments?: string[];
  scheduledTimestamp?: number;
  templateId?: string;
  date?: string;
  call?: { to?: string; from?: string; status?: string };
}

function store(call: HlCall, talk: HlConversation, input: Input, more: Partial<HlMessage>): HlMessage {
  const now = call.state.now();
  const row = put(call.state.rows.messages, {
    ...{ id: call.state.newId(), conversationId: talk.id, contactId: talk.contactId, locationId: talk.locationId },
    ...{ messageType: storedType(input.type), direction: 'outbound', status: 'pending', body: input.message ?? input.html ?? '' },
    ...{
      attachments: input.attachments ?? [],
      source: 'api',
      dateAdded: now,
      ...(input.subject ? { subject: input.subject } : {}),
    },
    ...more,
  } satisfies HlMessage);
  put(call.state.rows.conversations, { ...talk, dateUpdated: now });
  return row;
}

/** Do-not-disturb, for all channels or the one used, stops a message (the vendor's words are reported, not documented). */
function assertReachable(contact: HlContact, type: string): void {
  const channel = contact.dndSettings?.[type] as { status?: string } | undefined;
  if (contact.dnd || channel?.status === 'active' || channel?.status === 'permanent') {
    refuse(400, `Cannot send message as DND is active for ${type}.`);
  }
  if (type === 'SMS' && !contact.phone) refuse(400, 'Missing phone number');
  if (type === 'Email' && !contact.email) refuse(400, 'Missing email');
}

/** `scheduledTimestamp` is in seconds since 1970 by the vendor's guide, "UTC timestamp" in the spec; both sizes are understood. */
function scheduled(call: HlCall, stamp: number | undefined): number | undefined {
  if (stamp === undefined) return undefined;
  const at = stamp < 1e11 ? stamp * 1000 : stamp;
  return at > call.clock.now() ? at : refuse(400, 'scheduledTimestamp must be in the future');
}

function send(call: HlCall) {
  const input = call.body as Input;
  const contact = contactOf(call, input.contactId);
  assertReachable(contact, input.type);
  if (!input.message && !input.html && !input.attachments?.length && !input.templateId) {
    refuse(400, 'There is no message or attachments for this message. Skip sending.');
  }
  const scheduledAt = scheduled(call, input.scheduledTimestamp);
  const emailMessageId = input.type === 'Email' ? call.state.newId() : undefined;
  const row = store(call, conversationWith(call, contact.id), input, {
    ...(scheduledAt ? { scheduledAt, status: 'scheduled' } : {}),
    ...(emailMessageId ? { emailMessageId } : {}),
  });
  const msg = scheduledAt ? 'Message scheduled successfully.' : 'Message queued successfully.';
  return {
    conversationId: row.conversationId,
    messageId: row.id,
    ...(emailMessageId ? { emailMessageId } : {}),
    msg,
    status: 'pending',
  };
}

/** A message or call that happened elsewhere, written down. It sends nothing. */
function log(call: HlCall, direction: HlMessage['direction']) {
  const input = call.body as Input;
  const talk = conversationOf(call, input.conversationId);
  if (input.contactId && input.contactId !== talk.contactId) refuse(400, 'The conversation belongs to another contact.');
  const spoken = input.call && { call: { duration: 0, status: input.call.status ?? 'completed' } };
  const dateAdded = input.date ? new Date(input.date).toISOString() : call.state.now();
  const { conversationProviderId } = input;
  const row = store(call, talk, input, { direction, status: 'delivered', dateAdded, conversationProviderId, ...spoken });
  if (direction === 'inbound') {
    put(call.state.rows.conversations, { ...conversationOf(call, talk.id), unreadCount: talk.unreadCount + 1 });
  }
  const told = { success: true, conversationId: talk.id, messageId: row.id, message: 'Message added successfully' };
  return { ...told, contactId: talk.contactId, dateAdded };
}

function unschedule(call: HlCall, row: HlMessage) {
  if (row.status !== 'scheduled' || (row.scheduledAt ?? 0) <= call.clock.now()) refuse(400, 'Message is not scheduled.');
  drop(call.state.rows.messages, row);
  return { status: 200, message: 'Message cancelled successfully' };
}

function unscheduleEmail(call: HlCall) {
  const { messages } = call.state.rows;
  return unschedule(call, messageOf(call, messages.find((row) => row.emailMessageId === call.params.emailMessageId)?.id ?? ''));
}

/** Only an answered call has one; the bytes are a header without sound. */
function recording(call: HlCall): never {
  const row = messageOf(call);
  if (!row.call || row.call.duration === 0) refuse(404, 'Recording not found');
  const headers = { 'content-type': 'audio/x-wav', 'content-disposition': 'attachment; filename=audio.wav' };
  return refuseWith({ status: 200, headers, body: `RIFF recording of ${row.id}` });
}

/** One object, as the spec's schema says. Doubt: its field `sentenceIndex` sounds like one of a list. */
function transcript(call: HlCall) {
  const row = messageOf(call);
  if (!row.transcript) refuse(404, 'Transcription not found');
  return { mediaChannel: 1, sentenceIndex: 0, startTime: 0, endTime: 4000, transcript: row.transcript, confidence: 0.94 };
}

const route = routesOf({ spec: 'conversations', version: '2021-04-15' });
const READ = 'conversations/message.readonly';
const WRITE = 'conversations/message.write';
const inner = { call: dto('to from status', { status: CALL_STATUSES }) };
const SENT = ['SMS', 'RCS', 'Email', 'WhatsApp', 'IG', 'FB', 'Custom', 'Live_Chat', 'TIKTOK'];
const LISTED = `CALL SMS RCS EMAIL FACEBOOK GMB INSTAGRAM WHATSAPP ACTIVITY_APPOINTMENT ACTIVITY_CONTACT ACTIVITY_INVOICE
  ACTIVITY_PAYMENT ACTIVITY_OPPORTUNITY LIVE_CHAT INTERNAL_COMMENTS ACTIVITY_EMPLOYEE_ACTION_LOG TIKTOK ACTIVITY_WHATSAPP
  FORM_SUBMISSION`.split(/\s+/);
const RECEIVED = `SMS RCS Email WhatsApp GMB IG FB Custom WebChat Live_Chat Call IVR_Call Campaign_Call Campaign_VoiceMail TIKTOK
  ALL_IN_ONE_CHAT FORM_SUBMISSION`.split(/\s+/);
const STATUSES = ['delivered', 'failed', 'pending', 'read'];

export const messageRoutes: HlRoute[] = [
  route('list-messages', 'GET /conversations/:conversationId/messages', READ, list, {
    ...{ query: 'lastMessageId limit:number type', choices: { type: LISTED.map((name) => `TYPE_${name}`) } },
  }),
  route('get-message', 'GET /conversations/messages/:id', READ, (call) => view(messageOf(call))),
  // The spec demands `subType` ("object", the type again) and `status` of a message yet to be sent; every known caller leaves both out.
  route('send-message', 'POST /conversations/messages', WRITE, send, {
    body: `type! subType:any contactId! appointmentId attachments:strings emailFrom emailCc:strings emailBcc:strings html message
      subject replyMessageId templateId threadId scheduledTimestamp:number conversationProviderId emailTo customSubtypeId
      emailReplyMode fromNumber toNumber forward:object status usesNativeSchedulingAi:boolean optimizationPeriod`,
    choices: { type: SENT, status: STATUSES, emailReplyMode: ['reply', 'reply_all'], optimizationPeriod: ['24h', '48h', '72h'] },
  }),
  route('log-inbound-message', 'POST /conversations/messages/inbound', WRITE, (call) => log(call, 'inbound'), {
    body: `type! attachments:strings message conversationId! contactId! conversationProviderId! html subject emailFrom emailTo
      emailCc:strings emailBcc:strings emailMessageId altId direction:any date:date call:object`,
    ...{ choices: { type: RECEIVED }, inner },
  }),
  route('log-outbound-call', 'POST /conversations/messages/outbound', WRITE, (call) => log(call, 'outbound'), {
    body: 'type! attachments:strings conversationId! conversationProviderId! altId date:date call:object',
    ...{ choices: { type: ['Call'] }, inner },
  }),
  route('cancel-scheduled-message', 'DELETE /conversations/messages/:messageId/schedule', WRITE, (call) =>
    unschedule(call, messageOf(call)),
  ),
  // The spec names neither a version nor a scope here; those of its neighbours are taken.
  route('cancel-scheduled-email', 'DELETE /conversations/messages/email/:emailMessageId/schedule', WRITE, unscheduleEmail),
  route('get-recording', 'GET /conversations/messages/:messageId/locations/:locationId/recording', READ, recording),
  route('get-transcription', 'GET /conversations/locations/:locationId/messages/:messageId/transcription', READ, transcript),
];
