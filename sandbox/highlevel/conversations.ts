import type { HlConversation, HlMessage } from '../world/types.ts';
import { contactOf } from './contact-store.ts';
import { refuse } from './errors.ts';
import { MESSAGE_TYPES } from './message-types.ts';
import { contactName, given, mentions, ofLocation, put, routesOf, rowOf } from './resource.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';

export const conversationOf = (call: HlCall, id = call.params.conversationId): HlConversation =>
  rowOf(call, call.state.rows.conversations, id, 'Conversation');

/** The messages of a conversation, newest first. */
export function messagesOf(call: HlCall, id: string): HlMessage[] {
  const rows = call.state.rows.messages.filter((row) => row.conversationId === id);
  return rows.toSorted((a, b) => Date.parse(b.dateAdded) - Date.parse(a.dateAdded) || (a.id < b.id ? -1 : 1));
}

/** The conversation of a contact, made when there is none. */
export function conversationWith(call: HlCall, contactId: string): HlConversation {
  const contact = contactOf(call, contactId);
  const { conversations } = call.state.rows;
  const known = conversations.find((row) => row.contactId === contact.id && !row.deleted);
  if (known) return known;
  const now = call.state.now();
  return put(conversations, {
    ...{ id: call.state.newId(), locationId: contact.locationId, contactId: contact.id, unreadCount: 0, starred: false },
    ...{ deleted: false, dateAdded: now, dateUpdated: now, ...(contact.assignedTo ? { assignedTo: contact.assignedTo } : {}) },
  });
}

function listed(call: HlCall, row: HlConversation) {
  const contact = call.state.rows.contacts.find(({ id }) => id === row.contactId);
  const last = messagesOf(call, row.id)[0];
  const name = contactName(call, row.contactId);
  return {
    ...{ id: row.id, contactId: row.contactId, locationId: row.locationId, unreadCount: row.unreadCount },
    lastMessageBody: last?.body ?? '',
    lastMessageType: last?.messageType ?? 'TYPE_SMS',
    type: 'TYPE_PHONE',
    ...{ fullName: name, contactName: name, email: contact?.email ?? '', phone: contact?.phone ?? '' },
  };
}

const WAYS: Record<string, (row: HlConversation) => boolean> = {
  read: (row) => row.unreadCount === 0,
  unread: (row) => row.unreadCount > 0,
  starred: (row) => row.starred,
};

/** Newest first by the last message; `startAfterDate` (ms) goes on from there. */
function search(call: HlCall) {
  const { query } = call;
  const at = (row: HlConversation) => Date.parse(messagesOf(call, row.id)[0]?.dateAdded ?? row.dateAdded);
  const last = (row: HlConversation) => messagesOf(call, row.id)[0];
  const is = (name: string, value: string | undefined) => !query.get(name) || query.get(name) === value;
  const found = ofLocation(call, call.state.rows.conversations).filter(
    (row) =>
      !row.deleted &&
      is('contactId', row.contactId) &&
      is('assignedTo', row.assignedTo) &&
      is('id', row.id) &&
      is('lastMessageType', last(row)?.messageType) &&
      is('lastMessageDirection', last(row)?.direction) &&
      (WAYS[query.get('status') ?? '']?.(row) ?? true) &&
      at(row) >= Number(query.get('startDate') ?? 0) &&
      at(row) <= Number(query.get('endDate') ?? Number.POSITIVE_INFINITY) &&
      mentions(query.get('query'), contactName(call, row.contactId), last(row)?.body),
  );
  const way = query.get('sort') === 'asc' ? 1 : -1;
  const sorted = found.toSorted((a, b) => way * (at(a) - at(b)) || (a.id < b.id ? -1 : 1));
  const from = query.get('startAfterDate');
  const rest = from === null ? sorted : sorted.filter((row) => way * (at(row) - Number(from)) > 0);
  const limit = whole(query, 'limit', 20);
  if (limit < 1 || limit > 100) refuse(422, ['limit must not be greater than 100']);
  return { conversations: page(rest, 0, limit).map((row) => listed(call, row)), total: found.length };
}

function show(call: HlCall) {
  const { id, contactId, locationId, deleted, unreadCount, assignedTo, starred } = conversationOf(call);
  return { id, contactId, locationId, deleted, inbox: true, type: 1, unreadCount, assignedTo, starred };
}

/** A contact has one conversation; a second is refused with the id of the first (the vendor's own words are not documented). */
function create(call: HlCall) {
  const { contactId = '' } = call.body as { contactId?: string };
  const known = call.state.rows.conversations.find((row) => row.contactId === contactId && !row.deleted);
  if (known) refuse(400, 'Conversation already exists', { conversationId: known.id });
  const row = conversationWith(call, contactId);
  const { id, dateUpdated, dateAdded, deleted, locationId, assignedTo } = row;
  const conversation = { id, dateUpdated, dateAdded, deleted, contactId, locationId, lastMessageDate: dateAdded, assignedTo };
  return { success: true, conversation };
}

function update(call: HlCall) {
  const old = conversationOf(call);
  const asked = call.body as { unreadCount?: number; starred?: boolean };
  const row = put(call.state.rows.conversations, {
    ...{ ...old, ...given(asked, 'unreadCount', 'starred'), dateUpdated: call.state.now() },
  });
  const last = messagesOf(call, row.id)[0];
  const { id, locationId, contactId, assignedTo, unreadCount, starred, deleted } = row;
  const told = { id, locationId, contactId, assignedTo, unreadCount, starred, deleted, inbox: true };
  const talk = last && { lastMessageBody: last.body ?? '', lastMessageDate: last.dateAdded, lastMessageType: last.messageType };
  return { success: true, conversation: { ...told, ...talk } };
}

/** The spec gives this call no security at all; any valid token is let in, and the answer's shape is open: a belief. */
function unsubscriptions(call: HlCall) {
  const contact = contactOf(call, call.query.get('contactId') ?? '');
  const wanted = call.query.get('email');
  const addresses = [contact.email, ...contact.additionalEmails].filter((each) => each && (!wanted || each === wanted));
  const gone = call.state.rows.unsubscriptions.filter((row) => row.contactId === contact.id).map(({ email }) => email);
  return { contactId: contact.id, emails: addresses.map((email) => ({ email, unsubscribed: gone.includes(email ?? '') })) };
}

const route = routesOf({ spec: 'conversations', version: '2021-04-15' });
const choices = {
  ...{ sort: ['asc', 'desc'], lastMessageType: MESSAGE_TYPES, lastMessageAction: ['automated', 'manual'] },
  ...{ lastMessageDirection: ['inbound', 'outbound'], status: ['all', 'read', 'unread', 'starred', 'recents'] },
  sortBy: ['last_manual_message_date', 'last_message_date', 'score_profile', 'overdue_at', 'due_at'],
};

export const conversationRoutes: HlRoute[] = [
  route('search-conversations', 'GET /conversations/search', 'conversations.readonly', search, {
    query: `locationId! contactId assignedTo followers mentions query sort startAfterDate:any id limit:number lastMessageType
      lastMessageAction lastMessageDirection status sortBy sortScoreProfile scoreProfile scoreProfileMin:number
      scoreProfileMax:number startDate:number endDate:number`,
    choices,
  }),
  route('get-conversation', 'GET /conversations/:conversationId', 'conversations.readonly', show),
  route('create-conversation', 'POST /conversations/', 'conversations.write', create, {
    ...{ body: 'locationId! contactId!', status: 201 },
  }),
  route('update-conversation', 'PUT /conversations/:conversationId', 'conversations.write', update, {
    body: 'locationId! unreadCount:number starred:boolean feedback:any',
  }),
  route('get-unsubscription-status', 'GET /conversations/preferences/unsubscriptions/status', '', unsubscriptions, {
    query: 'locationId! contactId! email',
  }),
];
