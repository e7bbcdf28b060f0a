/** Kinds of values that people fill in. Every other word in a table names an entity: the value is the id of such a record. */
const KINDS = [
  'text',
  'long',
  'email',
  'phone',
  'date',
  /** ISO 8601; `millis` and `seconds` are the same for people, sent as a number since 1970. */
  'instant',
  'millis',
  'seconds',
  /** A day or an instant: tasks are due on either. */
  'due',
  'number',
  'money',
  'flag',
  'choice',
  /** A list of texts, and a list of ids of records. */
  'list',
  'ids',
  /** Custom field's id -> value; `properties` the same by key, sent as it is. */
  'custom-fields',
  'properties',
] as const;
export type FieldKind = (typeof KINDS)[number] | 'record';

/** One value of an operation: form, check and place in the request in one declaration. */
export interface Field {
  name: string;
  kind: FieldKind;
  /** Of a `record`, or of `ids`: what the id is of (`contact`, `user`, `calendar`, …); operations/look-ups.ts says where to choose one. */
  entity?: string;
  required?: boolean;
  /** Most characters of a text; entries of a list. */
  max: number;
  options?: readonly string[];
  in: 'path' | 'query' | 'body' | 'input';
  /** Dotted place in the query or body, or in a core action's input; several by commas. */
  at: string;
  /** Filled in by the operation, not by people; `@account` is the account's id. */
  fixed?: string;
}

/** What a name means everywhere, so that tables need not say it again. */
const MEANING: Record<string, string> = {
  appointmentId: 'appointment',
  assignedTo: 'user',
  assigneeId: 'user',
  body: 'long',
  businessId: 'company',
  calendarId: 'calendar',
  campaignId: 'campaign',
  contactId: 'contact',
  contactIds: 'ids',
  conversationId: 'conversation',
  customFields: 'custom-fields',
  date: 'date',
  dateOfBirth: 'date',
  description: 'long',
  dnd: 'flag',
  due: 'due',
  email: 'email',
  endsAt: 'instant',
  entryId: 'calendar-entry',
  eventId: 'appointment',
  invoiceId: 'invoice',
  limit: 'number',
  matterId: 'matter',
  message: 'long',
  messageId: 'message',
  amount: 'money',
  noteId: 'note',
  opportunityId: 'opportunity',
  phone: 'phone',
  pipelineId: 'pipeline',
  properties: 'properties',
  stageId: 'stage',
  startsAt: 'instant',
  tags: 'list',
  taskId: 'task',
  templateId: 'template',
  text: 'long',
  userId: 'user',
  workflowId: 'workflow',
};
const LONGEST: Partial<Record<FieldKind, number>> = { text: 500, long: 10_000, list: 100, ids: 500 };

/** `name! : kind(a|b) > place = fixed`, without blanks; all but the name may be left out. */
const TOKEN = /^([\w]+)(!?)(?::([\w-]+))?(?:\(([^)]*)\))?(?:>([\w.,]+))?(?:=(.*))?$/;

/**
 * A field from its line in a table. Where it goes follows from the endpoint: a name in the path, else the query of a GET or of a name the
 * endpoint lists as query, else the body.
 */
export function fieldOf(token: string, place: (at: string) => Field['in']): Field {
  const [, name = '', required, said, options, at = name, fixed] = TOKEN.exec(token) ?? [];
  if (!name) throw new Error(`no field: ${token}`);
  const word = said ?? (options === undefined ? (MEANING[name] ?? 'text') : 'choice');
  const isKind = (KINDS as readonly string[]).includes(word);
  const kind = isKind ? (word as FieldKind) : 'record';
  return {
    name,
    kind,
    ...(!isKind && { entity: word }),
    ...(word === 'ids' && { entity: options ?? 'contact' }),
    ...(required && { required: true }),
    max: LONGEST[kind] ?? 500,
    ...(kind === 'choice' && options !== undefined && { options: options.split('|') }),
    in: place(at),
    at,
    ...(fixed !== undefined && { fixed }),
  };
}

/** The fields that people (or a rule's mapping) fill in. */
export const openFields = (fields: readonly Field[]): Field[] => fields.filter((field) => field.fixed === undefined);
