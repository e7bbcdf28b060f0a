import type { Activity } from '../../../lib/model/activity.ts';

/** Says which record, or what was seen before; the record is named elsewhere. */
const ABOUT = /^(contactId|clioId|taskId|noteId|appointmentId|entryId|highlevelId|id|seen|version)$/;

/** One field of a row: what stood there, what stands there now; undefined where the row does not know. */
export interface Changed {
  field: string;
  before: unknown;
  after: unknown;
}

/** The fields of a row of the log in the order of writing, those only known from before last. */
export function changedOf({ before = {}, after = {} }: Activity['body']): Changed[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((field) => !ABOUT.test(field));
  return fields.map((field) => ({ field, before: before[field], after: after[field] }));
}
