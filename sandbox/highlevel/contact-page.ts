import type { Reply } from '../exchange.ts';
import { escapeHtml, htmlPage } from './html.ts';
import type { HighLevelState } from './state.ts';

/** A plain page behind the link "open in HighLevel": enough to see that the right contact was linked. */
export function contactPage(state: HighLevelState, params: Record<string, string>): Reply {
  const contact = state.rows.contacts.find((row) => row.id === params.contactId && row.locationId === params.locationId);
  const location = state.rows.locations.find((row) => row.id === params.locationId);
  if (!contact) return htmlPage('Not found', '<h1>Contact not found</h1><p>It may have been deleted or merged.</p>', 404);
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ') || 'No name';
  const facts: [string, string | undefined][] = [
    ['E-mail', contact.email],
    ['Phone', contact.phone],
    ['Company', contact.companyName],
    ['Tags', contact.tags.join(', ')],
  ];
  const rows = facts.filter(([, value]) => value).map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value ?? '')}</dd>`);
  const body = `<h1 data-contact-id="${escapeHtml(contact.id)}">${escapeHtml(name)}</h1>
<p>${escapeHtml(location?.name ?? '')}</p><dl>${rows.join('')}</dl>`;
  return htmlPage(name, body);
}
