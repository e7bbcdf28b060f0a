export interface Appointment {
  id: string;
  account: string;
  contactId: string;
  title: string;
  /** ISO 8601 UTC */
  startsAt: string;
  endsAt?: string;
  /** HighLevel's word: new, confirmed, cancelled, showed, noshow, invalid. */
  status: string;
  calendarId?: string;
  address?: string;
  /** HighLevel user's id. */
  assigneeId?: string;
  /** Set for one of a series. */
  recurring?: boolean;
  createdAt?: string;
  updatedAt?: string;
}
