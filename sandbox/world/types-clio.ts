import type { ClioDeskRows } from './types-clio-desk.ts';

/**
 * Rows of the Clio stand-in. The shapes are the vendor's wire names, so that a reader can hold them against the official spec.
 * Times are ISO 8601 strings in UTC unless a field says otherwise.
 */

export type Region = 'us' | 'eu' | 'ca' | 'au';
export interface ClioEmail {
  id: number;
  name: string;
  address: string;
  primary: boolean;
}
export interface ClioPhone {
  id: number;
  name: string;
  number: string;
  primary: boolean;
}
export interface ClioAddress {
  id: number;
  name: string;
  street: string | null;
  city: string | null;
  province: string | null;
  postal_code: string | null;
  country: string | null;
  primary: boolean;
}
export interface ClioWebSite {
  id: number;
  name: string;
  address: string;
  primary: boolean;
}
export interface ClioUser {
  id: number;
  name: string;
  first_name: string;
  last_name: string;
  email: string;
  enabled: boolean;
  time_zone: string;
  account_id: number;
  created_at: string;
  updated_at: string;
}
export interface ClioContact {
  id: number;
  type: 'Person' | 'Company';
  account_id: number;
  prefix: string | null;
  first_name: string | null;
  middle_name: string | null;
  last_name: string | null;
  name: string;
  title: string | null;
  date_of_birth: string | null;
  company_id: number | null;
  is_client: boolean;
  email_addresses: ClioEmail[];
  phone_numbers: ClioPhone[];
  addresses: ClioAddress[];
  web_sites: ClioWebSite[];
  custom_field_values: ClioCustomFieldValue[];
  created_at: string;
  updated_at: string;
}
export interface ClioMatter {
  id: number;
  account_id: number;
  number: number;
  display_number: string;
  description: string;
  status: 'Pending' | 'Open' | 'Closed';
  client_id: number;
  practice_area: { id: number; name: string } | null;
  responsible_attorney_id: number | null;
  originating_attorney_id?: number | null;
  matter_stage_id?: number | null;
  matter_stage_updated_at?: string | null;
  location?: string | null;
  client_reference?: string | null;
  pending_date?: string | null;
  billable?: boolean;
  open_date: string;
  close_date: string | null;
  custom_field_values: ClioCustomFieldValue[];
  created_at: string;
  updated_at: string;
}
export interface ClioRelationship {
  id: number;
  matter_id: number;
  contact_id: number;
  description: string;
  created_at: string;
  updated_at: string;
}
export interface ClioTask {
  id: number;
  account_id: number;
  name: string;
  description: string | null;
  description_text_type?: 'plain_text' | 'rich_text';
  status: 'pending' | 'in_progress' | 'in_review' | 'complete' | 'draft';
  priority: 'Low' | 'Normal' | 'High';
  /** A calendar date, `YYYY-MM-DD`. */
  due_at: string | null;
  permission: 'public' | 'private';
  completed_at: string | null;
  matter_id: number | null;
  assignee: { id: number; type: 'User' | 'Contact' } | null;
  assigner_id: number | null;
  created_at: string;
  updated_at: string;
}
export interface ClioNote {
  id: number;
  account_id: number;
  type: 'Contact' | 'Matter';
  subject: string;
  detail: string;
  detail_text_type: 'plain_text' | 'rich_text';
  date: string;
  contact_id: number | null;
  matter_id: number | null;
  author_id: number;
  created_at: string;
  updated_at: string;
}
export interface ClioCalendarEntry {
  id: number;
  account_id: number;
  summary: string;
  description: string | null;
  location: string | null;
  start_at: string;
  end_at: string;
  all_day: boolean;
  matter_id: number | null;
  calendar_owner_id: number;
  attendees: { id: number; type: 'Contact' | 'Calendar' }[];
  /** Set on the first of a series, and on the others of it. */
  recurrence_rule?: string;
  parent_calendar_entry_id?: number;
  created_at: string;
  updated_at: string;
}
export interface ClioCalendar {
  id: number;
  account_id: number;
  name: string;
  type: 'UserCalendar' | 'AccountCalendar';
  user_id: number | null;
}
export interface ClioCustomField {
  id: number;
  account_id: number;
  name: string;
  parent_type: 'Contact' | 'Matter';
  field_type: string;
  picklist_options: { id: number; option: string }[];
  created_at: string;
  updated_at: string;
}
export interface ClioCustomFieldValue {
  id: string;
  custom_field_id: number;
  value: unknown;
}
export interface ClioReminder {
  id: number;
  account_id: number;
  subject: { id: number; type: 'CalendarEntry' | 'Task' };
  notification_method_id: number;
  /** Minutes. */
  duration: number;
  created_at: string;
  updated_at: string;
}
export interface ClioAccount {
  id: number;
  name: string;
  region: Region;
}

export interface ClioRows extends ClioDeskRows {
  accounts: ClioAccount[];
  users: ClioUser[];
  contacts: ClioContact[];
  matters: ClioMatter[];
  relationships: ClioRelationship[];
  tasks: ClioTask[];
  notes: ClioNote[];
  calendarEntries: ClioCalendarEntry[];
  calendars: ClioCalendar[];
  customFields: ClioCustomField[];
  reminders?: ClioReminder[];
}
