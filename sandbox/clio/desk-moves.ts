import type { ClioDeskRows, ClioParty } from '../world/types.ts';

/** A merge: talk, papers and money of one contact become another's. */
export function moveDesk(rows: ClioDeskRows, from: number, to: number): void {
  const parties = [
    ...rows.communications.flatMap((row) => [row.senders, row.receivers]),
    ...rows.conversations.map((row) => row.members),
    ...rows.conversationMessages.flatMap((row) => [[row.sender], row.receivers]),
  ].flat();
  const isGone = (party: ClioParty) => party.type === 'Contact' && party.id === from;
  for (const party of parties) if (isGone(party)) party.id = to;
  for (const row of [...rows.bills, ...rows.trustRequests]) if (row.client_id === from) row.client_id = to;
  for (const row of [...rows.documents, ...rows.folders, ...rows.payments]) if (row.contact_id === from) row.contact_id = to;
  for (const row of rows.paymentLinks) {
    if (row.destination_contact_id === from) row.destination_contact_id = to;
    if (row.subject.type === 'Contact' && row.subject.id === from) row.subject.id = to;
  }
}
