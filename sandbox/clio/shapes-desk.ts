import type {
  ClioCommunication,
  ClioConversation,
  ClioConversationMessage,
  ClioDocument,
  ClioDocumentAutomation,
  ClioDocumentVersion,
  ClioMatterStage,
  ClioParty,
  ClioTaskList,
  ClioUser,
} from '../world/types.ts';
import { always, byId, columns, contactOf, many, matterOf, noOne, nothing, one, stamped } from './shape-parts.ts';
import { type Inner, type Plain, table, userOf } from './shape-table.ts';
import type { AnyShape, Look, Nested, Shape } from './shapes.ts';
import { PEOPLE } from './shapes-people.ts';

/** Somebody with the type that people have in the role of sender, receiver or member. */
export function partyOf(look: Look, { id, type }: ClioParty) {
  if (type === 'Contact') return byId(look.rows.contacts, id);
  const user = byId(look.rows.users, id);
  return user && { ...user, type: 'User' };
}
const parties = <T>(pick: (row: T) => ClioParty[]) =>
  many<T>('Participant', (row, look) => pick(row).flatMap((each) => partyOf(look, each) ?? []));
const creatorOf = one<{ creator_id: number }>('ClioCreator', (row, look) => byId(look.rows.users, row.creator_id));
const properties = many<{ external_properties: object[]; created_at: string; updated_at: string }>('ExternalProperty', (row) =>
  stamped(row, row.external_properties),
);
const { default_calendar_id, account_owner, roles, initials } = PEOPLE.find(({ kind }) => kind === 'User')!
  .plain as Shape<ClioUser>['plain'];
const creator = table('ClioCreator', 'name first_name last_name email enabled time_zone', {
  ...{ default_calendar_id, account_owner, roles, initials },
  ...always('ManageUser', 'type'),
  ...always('Attorney', 'subscription_type'),
  ...always(null, 'phone_number', 'rate'),
  ...always(false, 'clio_connect', 'court_rules_default_attendee'),
} as Plain);

const communication = table('Communication', 'subject body type date received_at', always(0, 'time_entries_count'), {
  ...{ user: userOf<ClioCommunication>((row) => row.user_id), matter: matterOf, external_properties: properties },
  senders: parties<ClioCommunication>((row) => row.senders),
  receivers: parties<ClioCommunication>((row) => row.receivers),
  documents: many<ClioCommunication>('Document', (row, look) =>
    look.rows.documents.filter((each) => each.communication_id === row.id),
  ),
  ...noOne('communication_eml_file'),
  ...nothing('time_entries', 'notification_event_subscribers'),
});

const messagesOf = (row: ClioConversation, look: Look) =>
  look.rows.conversationMessages.filter((each) => each.conversation_id === row.id).sort((a, b) => a.id - b.id);
const byTime = (row: ClioConversation, look: Look) =>
  messagesOf(row, look).toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));

const conversation = table(
  'Conversation',
  'archived subject read',
  {
    message_count: (row, look) => messagesOf(row, look).length,
    ...always(false, 'read_only'),
    ...always(true, 'current_user_is_member'),
    ...always(0, 'time_entries_count'),
  },
  {
    ...{ matter: matterOf, messages: many<ClioConversation>('ConversationMessage', messagesOf) },
    last_message: one<ClioConversation>('ConversationMessage', (row, look) => byTime(row, look).at(-1)),
    first_message: one<ClioConversation>('ConversationMessage', (row, look) => byTime(row, look)[0]),
    memberships: many<ClioConversation>('ConversationMembership', (row) =>
      stamped(
        row,
        row.members.map((member) => ({ ...member, member, read: row.read, archived: row.archived })),
      ),
    ),
    ...nothing('documents'),
  },
);
const membership = table(
  'ConversationMembership',
  'read archived',
  {},
  {
    member: one<{ member: ClioParty }>('Participant', (row, look) => partyOf(look, row.member)),
  },
);
const conversationMessage = table(
  'ConversationMessage',
  'date body',
  {},
  {
    sender: one<ClioConversationMessage>('Participant', (row, look) => partyOf(look, row.sender)),
    receivers: parties<ClioConversationMessage>((row) => row.receivers),
    conversation: one<ClioConversationMessage>('Conversation', (row, look) => byId(look.rows.conversations, row.conversation_id)),
    document: one<ClioConversationMessage>('Document', (row, look) => byId(look.rows.documents, row.document_id)),
  },
);

const parent: Record<string, Nested<{ parent_id: number | null }>> = {
  parent: one('LinkedFolder', (row, look) => byId(look.rows.folders, row.parent_id)),
};
const filed: Inner = {
  ...{ ...parent, matter: matterOf, contact: contactOf, creator: creatorOf, external_properties: properties },
  ...noOne('document_category', 'group'),
};
const newest = (row: ClioDocument) => row.versions.at(-1) as ClioDocumentVersion;
const versionsOf = (row: ClioDocument) =>
  row.versions.map((each, index) => ({ ...each, document_id: row.id, version_number: index + 1, creator_id: row.creator_id }));

const document = table(
  'Document',
  'name deleted_at received_at',
  {
    filename: (row) => newest(row).filename,
    size: (row) => newest(row).size,
    content_type: (row) => newest(row).content_type,
    ...always('Document', 'type'),
    ...always(false, 'locked'),
  },
  {
    ...filed,
    latest_document_version: one<ClioDocument>('DocumentVersion', (row) => versionsOf(row).at(-1)),
    document_versions: many<ClioDocument>('DocumentVersion', versionsOf),
  },
);
// An upload goes to a storage host, not to Clio; the address is given as long as the upload is not finished.
const version = table(
  'DocumentVersion',
  'document_id uuid filename size version_number content_type received_at fully_uploaded',
  { put_url: (row: ClioDocumentVersion) => (row.fully_uploaded ? null : `https://clio-uploads.example/${row.uuid}`) } as Plain,
  { creator: creatorOf, put_headers: many<ClioDocumentVersion>('MultipartHeader', putHeaders), ...nothing('multiparts') },
);
function putHeaders(row: ClioDocumentVersion) {
  if (row.fully_uploaded) return [];
  return [
    { name: 'x-amz-server-side-encryption', value: 'AES256' },
    { name: 'Content-Type', value: row.content_type },
  ];
}
const header: AnyShape = { kind: 'MultipartHeader', plain: columns<Record<string, unknown>>('name', 'value'), nested: {} };
const folderPlain: Plain = { ...always('Folder', 'type'), ...always(false, 'locked') };
const folder = table('Folder', 'name root deleted_at', folderPlain, { ...filed, ...noOne('latest_document_version') });
const linkedFolder = table('LinkedFolder', 'name root deleted_at', folderPlain);
const template = table(
  'DocumentTemplate',
  'size content_type filename',
  {},
  {
    last_modified_by: userOf<{ last_modified_by_id: number }>((row) => row.last_modified_by_id),
    ...noOne('document_category'),
  },
);
const automation = table(
  'DocumentAutomation',
  'state filename',
  // A text in the spec although several can be asked for.
  { export_formats: (row: ClioDocumentAutomation) => row.formats[0] ?? null } as Plain,
  {
    matter: matterOf,
    document_template: one<ClioDocumentAutomation>('DocumentTemplate', (row, look) =>
      byId(look.rows.documentTemplates, row.document_template_id),
    ),
    documents: many<ClioDocumentAutomation>('Document', (row, look) =>
      look.rows.documents.filter(({ id }) => row.document_ids.includes(id)),
    ),
  },
);

const taskList = table(
  'TaskTemplateList',
  'name description',
  { templates_count: (row: ClioTaskList) => row.templates.length } as Plain,
  {
    practice_area: one<ClioTaskList>('PracticeArea', (row, look) => byId(look.rows.practiceAreas, row.practice_area_id)),
    creator: userOf<ClioTaskList>((row) => row.creator_id),
  },
);

export const DESK: AnyShape[] = [
  ...[creator, communication, conversation, membership, conversationMessage, document, version, header, folder, linkedFolder],
  ...[template, automation, taskList],
  table('ExternalProperty', 'name value'),
  // A text in the spec, unlike every other id.
  table('MatterStage', 'name order', { practice_area_id: (row: ClioMatterStage) => String(row.practice_area_id) } as Plain),
  table('CustomAction', 'label target_url ui_reference'),
  table(
    'Webhook',
    'url fields shared_secret model status events expires_at',
    {},
    { user: userOf<{ user_id: number }>((row) => row.user_id) },
  ),
];
