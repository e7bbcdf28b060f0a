/** An entry of a Clio calendar. */
export interface CalendarEntry {
  id: string;
  account: string;
  /** Clio's `summary`. */
  title: string;
  description?: string;
  location?: string;
  /** ISO 8601 UTC */
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  attendees: { type: 'Calendar' | 'Contact'; id: string }[];
  matter?: { id: string; label: string };
  calendarId?: string;
  /** Set for one of a series [spec: parent_calendar_entry_id, recurrence_rule]. */
  recurring?: boolean;
  etag?: string;
  /** Minutes before the start at which somebody is reminded; absent where it was not asked. */
  reminders?: number[];
  createdAt?: string;
  updatedAt?: string;
}
