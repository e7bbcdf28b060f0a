import { endpointRows } from '../../http/endpoint-rows.ts';

/** What endpoints.ts lacks about contacts. The two bulk calls state no scope; `contacts.write` is a belief [official spec]. */
export const CONTACT_ROWS = endpointRows(
  'highlevel',
  {
    // Deprecated, yet still listed; the search replaces it [official spec].
    'contact.list': 'GET /contacts/ contacts.readonly contacts locationId,query,limit,startAfter,startAfterId',
    'contact.of-company': 'GET /contacts/business/:businessId contacts.readonly contacts locationId,query,limit,skip',
    'contact.bulk-tags': 'POST /contacts/bulk/tags/update/:type contacts.write',
    'contact.bulk-company': 'POST /contacts/bulk/business contacts.write',
    'contact.add-followers': 'POST /contacts/:contactId/followers contacts.write',
    'contact.remove-followers': 'DELETE /contacts/:contactId/followers contacts.write',
    'contact.add-to-workflow': 'POST /contacts/:contactId/workflow/:workflowId contacts.write',
    'contact.remove-from-workflow': 'DELETE /contacts/:contactId/workflow/:workflowId contacts.write',
    'contact.add-to-campaign': 'POST /contacts/:contactId/campaigns/:campaignId contacts.write',
    'contact.remove-from-campaign': 'DELETE /contacts/:contactId/campaigns/:campaignId contacts.write',
    'company.list': 'GET /businesses/ businesses.readonly businesses locationId,limit,skip',
    'company.get': 'GET /businesses/:businessId businesses.readonly business',
    // The answer's key is misspelled so in the spec.
    'company.create': 'POST /businesses/ businesses.write buiseness.id',
    'company.update': 'PUT /businesses/:businessId businesses.write buiseness.id',
  },
  '2021-07-28',
);
