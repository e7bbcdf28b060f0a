import type { HlSalesRows } from './types-highlevel-sales.ts';

/**
 * Rows of the HighLevel stand-in. The shapes are the vendor's wire names, so that a reader can hold them against the official spec.
 * Times are ISO 8601 strings in UTC unless a field says otherwise.
 */

export interface HlLocation {
  id: string;
  name: string;
  companyId: string;
  email: string;
  phone: string;
  address: string;
  city: string;
  state: string;
  country: string;
  postalCode: string;
  timezone: string;
  website: string;
}
export interface HlUser {
  id: string;
  name: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  locationIds: string[];
}
export interface HlContact {
  id: string;
  locationId: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  companyName?: string;
  address1?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
  website?: string;
  dateOfBirth?: string;
  source?: string;
  timezone?: string;
  assignedTo?: string;
  businessId?: string;
  type?: string;
  dnd: boolean;
  dndSettings?: Record<string, unknown>;
  tags: string[];
  customFields: { id: string; value: unknown }[];
  additionalEmails: string[];
  additionalPhones: string[];
  followers: string[];
  dateAdded: string;
  dateUpdated: string;
}
export interface HlTask {
  id: string;
  contactId: string;
  locationId: string;
  title: string;
  body?: string;
  dueDate: string;
  completed: boolean;
  assignedTo?: string;
  dateAdded: string;
}
export interface HlNote {
  id: string;
  contactId: string;
  userId?: string;
  title?: string;
  body: string;
  color?: string;
  pinned?: boolean;
  dateAdded: string;
}
export interface HlAppointment {
  id: string;
  calendarId: string;
  contactId: string;
  locationId: string;
  title: string;
  appointmentStatus: string;
  assignedUserId?: string;
  address?: string;
  notes?: string;
  startTime: string;
  endTime: string;
  dateAdded: string;
  dateUpdated: string;
}
export interface HlCalendar {
  id: string;
  locationId: string;
  name: string;
  slotDuration: number;
  isActive: boolean;
}
export interface HlTag {
  id: string;
  locationId: string;
  name: string;
}
export interface HlCustomField {
  id: string;
  locationId: string;
  name: string;
  fieldKey: string;
  dataType: string;
  picklistOptions?: string[];
  model: 'contact' | 'opportunity';
}
export interface HlWorkflow {
  id: string;
  locationId: string;
  name: string;
  status: 'published' | 'draft';
}
export interface HlBusiness {
  id: string;
  locationId: string;
  name: string;
  phone?: string;
  email?: string;
  website?: string;
  address?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
  description?: string;
}

export interface HighLevelRows extends HlSalesRows {
  locations: HlLocation[];
  users: HlUser[];
  contacts: HlContact[];
  tasks: HlTask[];
  notes: HlNote[];
  appointments: HlAppointment[];
  calendars: HlCalendar[];
  tags: HlTag[];
  customFields: HlCustomField[];
  workflows: HlWorkflow[];
  businesses: HlBusiness[];
}
