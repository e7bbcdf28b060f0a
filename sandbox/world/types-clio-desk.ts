/** Rows of the Clio stand-in beside people and their work: talk, papers, money, settings. Wire names, as in `types-clio.ts`. */

interface Row {
  id: number;
  account_id: number;
  created_at: string;
  updated_at: string;
}
/** A user or a contact who takes part in something. */
export interface ClioParty {
  id: number;
  type: 'User' | 'Contact';
}
export interface ClioProperty {
  id: number;
  name: string;
  value: string;
}
export interface ClioCommunication extends Row {
  type: 'EmailCommunication' | 'PhoneCommunication';
  subject: string;
  body: string;
  date: string;
  received_at: string;
  matter_id: number | null;
  user_id: number;
  senders: ClioParty[];
  receivers: ClioParty[];
  external_properties: ClioProperty[];
}
/** A thread of secure messages in Clio's portal. */
export interface ClioConversation extends Row {
  subject: string;
  matter_id: number | null;
  archived: boolean;
  read: boolean;
  members: ClioParty[];
}
export interface ClioConversationMessage extends Row {
  conversation_id: number;
  body: string;
  date: string;
  sender: ClioParty;
  receivers: ClioParty[];
  document_id: number | null;
}
export interface ClioFolder extends Row {
  name: string;
  root: boolean;
  parent_id: number | null;
  matter_id: number | null;
  contact_id: number | null;
  creator_id: number;
  deleted_at: string | null;
  external_properties: ClioProperty[];
}
export interface ClioDocumentVersion {
  id: number;
  uuid: string;
  filename: string;
  size: number;
  content_type: string;
  fully_uploaded: boolean;
  received_at: string;
  created_at: string;
  updated_at: string;
}
export interface ClioDocument extends Row {
  name: string;
  parent_id: number | null;
  matter_id: number | null;
  contact_id: number | null;
  creator_id: number;
  received_at: string;
  deleted_at: string | null;
  communication_id: number | null;
  /** Oldest first. */
  versions: ClioDocumentVersion[];
  external_properties: ClioProperty[];
}
export interface ClioDocumentTemplate extends Row {
  filename: string;
  size: number;
  content_type: string;
  last_modified_by_id: number;
}
export interface ClioDocumentAutomation extends Row {
  filename: string;
  state: 'queued' | 'completed';
  formats: string[];
  matter_id: number;
  document_template_id: number;
  document_ids: number[];
}
export interface ClioBill extends Row {
  number: string;
  subject: string | null;
  state: 'draft' | 'awaiting_approval' | 'awaiting_payment' | 'paid' | 'void' | 'deleted';
  kind: 'revenue_kind' | 'trust_kind';
  issued_at: string | null;
  due_at: string | null;
  total: number;
  paid: number;
  paid_at: string | null;
  last_sent_at: string | null;
  client_id: number;
  matter_ids: number[];
  user_id: number;
}
export interface ClioTrustRequest extends Row {
  client_id: number;
  trust_amount: number;
  trust_type: 'client' | 'matter';
  issue_date: string;
  due_date: string;
  note: string | null;
  approved: boolean;
  matters: { id: number; trust_amount: number | null; note: string | null }[];
}
export interface ClioBankAccount extends Row {
  name: string;
  type: 'Operating' | 'Trust';
  currency: string;
  balance: number;
  holder: string;
}
export interface ClioPaymentLink extends Row {
  active: boolean;
  amount: number | null;
  currency: string;
  description: string;
  email_address: string | null;
  expires_at: string;
  is_allocated_as_revenue: boolean;
  url: string;
  subject: { id: number; type: 'BankAccount' | 'Bill' | 'Contact' };
  destination_account_id: number;
  destination_contact_id: number | null;
}
export interface ClioPayment extends Row {
  amount: number;
  currency: string;
  state: string;
  description: string;
  email_address: string;
  confirmation_number: string;
  contact_id: number;
  bill_ids: number[];
  link_id: number | null;
  user_id: number;
  destination_account_id: number;
}
export interface ClioPracticeArea extends Row {
  name: string;
  code: string | null;
  category: string;
}
export interface ClioMatterStage extends Row {
  name: string;
  order: number;
  practice_area_id: number;
}
export interface ClioTaskList extends Row {
  name: string;
  description: string;
  practice_area_id: number | null;
  creator_id: number;
  /** What applying the list makes; days count from the list's date. */
  templates: { name: string; description: string; days: number }[];
}
export interface ClioCustomAction extends Row {
  label: string;
  target_url: string;
  ui_reference: string;
}
export interface ClioWebhook extends Row {
  url: string;
  model: string;
  fields: string;
  events: string[];
  status: 'pending' | 'enabled' | 'suspended';
  expires_at: string;
  shared_secret: string;
  user_id: number;
}

export interface ClioDeskRows {
  communications: ClioCommunication[];
  conversations: ClioConversation[];
  conversationMessages: ClioConversationMessage[];
  folders: ClioFolder[];
  documents: ClioDocument[];
  documentTemplates: ClioDocumentTemplate[];
  documentAutomations: ClioDocumentAutomation[];
  bills: ClioBill[];
  trustRequests: ClioTrustRequest[];
  bankAccounts: ClioBankAccount[];
  paymentLinks: ClioPaymentLink[];
  payments: ClioPayment[];
  practiceAreas: ClioPracticeArea[];
  matterStages: ClioMatterStage[];
  taskLists: ClioTaskList[];
  customActions: ClioCustomAction[];
  webhooks: ClioWebhook[];
}
