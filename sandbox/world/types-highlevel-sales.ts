/** Rows of the HighLevel stand-in beside people and their work: pipelines, conversations, papers, custom objects. Wire names, as in `types-highlevel.ts`. */

export interface HlStage {
  id: string;
  name: string;
  position: number;
}
export interface HlPipeline {
  id: string;
  locationId: string;
  name: string;
  stages: HlStage[];
}
export interface HlOpportunity {
  id: string;
  locationId: string;
  /** Absent only after an upsert, which has no field for it. */
  contactId?: string;
  name: string;
  pipelineId: string;
  pipelineStageId: string;
  status: 'open' | 'won' | 'lost' | 'abandoned';
  monetaryValue: number;
  source?: string;
  assignedTo?: string;
  lostReasonId?: string;
  followers: string[];
  customFields: { id: string; fieldValue: unknown }[];
  createdAt: string;
  updatedAt: string;
  lastStatusChangeAt: string;
  lastStageChangeAt: string;
}
export interface HlConversation {
  id: string;
  locationId: string;
  contactId: string;
  assignedTo?: string;
  unreadCount: number;
  starred: boolean;
  deleted: boolean;
  dateAdded: string;
  dateUpdated: string;
}
export interface HlMessage {
  id: string;
  conversationId: string;
  contactId: string;
  locationId: string;
  messageType: string;
  direction: 'inbound' | 'outbound';
  status: string;
  body?: string;
  subject?: string;
  attachments: string[];
  source: 'workflow' | 'bulk_actions' | 'campaign' | 'api' | 'app';
  userId?: string;
  call?: { duration: number; status: string };
  /** What the call recording says; only calls that were answered have one. */
  transcript?: string;
  conversationProviderId?: string;
  /** Milliseconds since 1970, for messages that wait to be sent. */
  scheduledAt?: number;
  /** Id under which a queued e-mail is called off. */
  emailMessageId?: string;
  dateAdded: string;
}
/** A form or a survey. */
export interface HlForm {
  id: string;
  locationId: string;
  kind: 'form' | 'survey';
  name: string;
}
export interface HlSubmission {
  id: string;
  locationId: string;
  formId: string;
  contactId: string;
  name: string;
  email: string;
  others: Record<string, unknown>;
  createdAt: string;
}
export interface HlPaper {
  id: string;
  locationId: string;
  contactId: string;
  name: string;
  status: 'draft' | 'sent' | 'viewed' | 'completed' | 'accepted';
  paymentStatus: 'waiting_for_payment' | 'paid' | 'no_payment';
  amount: number;
  signedAt?: string;
  createdAt: string;
  updatedAt: string;
}
export interface HlPaperTemplate {
  id: string;
  locationId: string;
  name: string;
  createdAt: string;
}
export interface HlInvoice {
  id: string;
  locationId: string;
  contactId: string;
  name: string;
  title: string;
  invoiceNumber: number;
  currency: string;
  items: { name: string; currency: string; amount: number; qty: number }[];
  status: 'draft' | 'sent' | 'payment_processing' | 'paid' | 'void' | 'partially_paid';
  liveMode: boolean;
  amountPaid: number;
  issueDate: string;
  dueDate: string;
  createdAt: string;
  updatedAt: string;
}
/** What kind of custom object there is; `key` is `custom_objects.matter`. */
export interface HlObject {
  id: string;
  locationId: string;
  key: string;
  labels: { singular: string; plural: string };
  description: string;
  primaryDisplayProperty: string;
  dateAdded: string;
  dateUpdated: string;
}
export interface HlRecord {
  id: string;
  locationId: string;
  objectKey: string;
  owner: string[];
  followers: string[];
  properties: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
}
export interface HlAssociation {
  id: string;
  locationId: string;
  key: string;
  firstObjectKey: string;
  firstObjectLabel: string;
  secondObjectKey: string;
  secondObjectLabel: string;
}
export interface HlRelation {
  id: string;
  locationId: string;
  associationId: string;
  firstRecordId: string;
  secondRecordId: string;
}
export interface HlTemplate {
  id: string;
  locationId: string;
  name: string;
  type: 'sms' | 'email';
  body: string;
  subject?: string;
  deleted: boolean;
  dateAdded: string;
}
export interface HlBlock {
  id: string;
  locationId: string;
  calendarId: string;
  assignedUserId?: string;
  title: string;
  startTime: string;
  endTime: string;
  dateAdded: string;
  dateUpdated: string;
}
export interface HlAppointmentNote {
  id: string;
  appointmentId: string;
  contactId: string;
  userId?: string;
  body: string;
  dateAdded: string;
}
/** An e-mail address that its owner has unsubscribed. */
export interface HlUnsubscription {
  id: string;
  locationId: string;
  contactId: string;
  email: string;
  at: string;
}

export interface HlSalesRows {
  pipelines: HlPipeline[];
  opportunities: HlOpportunity[];
  conversations: HlConversation[];
  messages: HlMessage[];
  forms: HlForm[];
  submissions: HlSubmission[];
  papers: HlPaper[];
  paperTemplates: HlPaperTemplate[];
  invoices: HlInvoice[];
  objects: HlObject[];
  records: HlRecord[];
  associations: HlAssociation[];
  relations: HlRelation[];
  templates: HlTemplate[];
  blocks: HlBlock[];
  appointmentNotes: HlAppointmentNote[];
  unsubscriptions: HlUnsubscription[];
}
