import type { ClioConversation, ClioConversationMessage, ClioParty } from '../world/types.ts';
import type { ApiRoute } from './api-route.ts';
import { type BodyRules, type Data, int, list, must, ref, refId, text } from './body.ts';
import { merge } from './communications.ts';
import { boolIs, common, contains, idIs } from './list.ts';
import { unprocessable } from './refusal.ts';
import { known, newRow, resource } from './resource.ts';
import type { View } from './view.ts';

const RECEIVER: BodyRules = { id: must(int), type: must(text(['Contact', 'User'])) };
const CREATE: BodyRules = {
  ...{ subject: must(text()), body: must(text()), receivers: must(list(RECEIVER)), conversation: ref(), matter: ref() },
  attachment: { kind: 'object', fields: { document_id: int, document_version_id: int } },
};

/** A new thread, or the one named; everybody who takes part is a member of it from then on. */
function threadOf(data: Data, receivers: ClioParty[], view: View): ClioConversation {
  const id = refId(data.conversation);
  const matterId = refId(data.matter) ?? null;
  if (matterId) known(view.rows.matters, matterId, 'Matter');
  const old = id ? known(view.rows.conversations, id, 'Conversation') : undefined;
  const blank = { ...newRow(view), subject: String(data.subject), matter_id: matterId, archived: false, read: true, members: [] };
  const thread: ClioConversation = old ?? blank;
  const me: ClioParty = { id: view.user.id, type: 'User' };
  thread.members = merge(thread.members, [me, ...receivers], view);
  if (!old) {
    view.rows.conversations.push(thread);
    view.state.rows.conversations.push(thread);
  }
  return thread;
}

function make(data: Data, view: View): ClioConversationMessage {
  const receivers = merge([], data.receivers, view);
  if (receivers.length === 0) throw unprocessable("Receivers can't be blank");
  if (!String(data.body).trim()) throw unprocessable("Body can't be blank");
  const attached = (data.attachment as Data | undefined)?.document_id ?? null;
  if (attached !== null) known(view.rows.documents, attached, 'Document');
  const thread = threadOf(data, receivers, view);
  const row = newRow(view);
  thread.updated_at = row.updated_at;
  return {
    ...{ ...row, conversation_id: thread.id, body: String(data.body), date: row.created_at.slice(0, 10), receivers },
    ...{ sender: { id: view.user.id, type: 'User' }, document_id: attached as number | null },
  };
}

const has = (row: ClioConversation, type: string, id: number) => row.members.some((each) => each.type === type && each.id === id);
const lastOf = (row: ClioConversation, view: View) =>
  Math.max(0, ...view.rows.conversationMessages.filter((each) => each.conversation_id === row.id).map(({ id }) => id));

/** Secure messages between the firm and its clients. */
export const conversationRoutes: ApiRoute[] = [
  ...resource<ClioConversation>({
    ...{ id: 'clio.conversations', kind: 'Conversation', areas: ['communications'], table: 'conversations', get: true },
    list: {
      orders: { last_message_id: lastOf, matter_id: (row) => row.matter_id },
      params: {
        ...common<ClioConversation>(),
        archived: boolIs((row) => row.archived),
        contact_id: { type: 'id', test: (row, value) => has(row, 'Contact', Number(value)) },
        matter_id: idIs((row) => row.matter_id),
        date: { type: 'date', test: (row, value) => row.created_at.startsWith(value) },
        for_user: boolIs((row, view) => has(row, 'User', view.user.id)),
        read_status: boolIs((row) => row.read),
        time_entries: boolIs(() => false),
      },
    },
  }),
  ...resource<ClioConversationMessage>({
    ...{
      id: 'clio.conversation_messages',
      kind: 'ConversationMessage',
      areas: ['communications'],
      table: 'conversationMessages',
    },
    ...{ create: CREATE, make },
    list: {
      ...{ orders: {}, required: ['conversation_id'] },
      params: {
        ...common<ClioConversationMessage>(),
        conversation_id: idIs((row) => row.conversation_id),
        query: contains((row) => [row.body]),
      },
    },
  }),
];
