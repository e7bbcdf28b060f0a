import type { HighLevelRows } from '../world/types.ts';

/** A contact is deleted: its opportunities, talk and ties go too. Papers and invoices stay, as books do (belief). */
export function dropSales(rows: HighLevelRows, contactId: string): void {
  const others = <T extends { contactId?: string }>(list: T[]) => list.filter((row) => row.contactId !== contactId);
  rows.opportunities = others(rows.opportunities);
  rows.conversations = others(rows.conversations);
  rows.messages = others(rows.messages);
  rows.appointmentNotes = others(rows.appointmentNotes);
  rows.relations = rows.relations.filter((row) => row.firstRecordId !== contactId && row.secondRecordId !== contactId);
}
