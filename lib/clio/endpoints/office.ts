import { endpointRows } from '../../http/endpoint-rows.ts';

/** Billing and the firm's own set-up. */
export const OFFICE_ROWS = endpointRows('clio', {
  'bill.list': 'GET /bills.json billing.read data fields,limit,client_id,matter_id,state,overdue_only,query',
  'balance.list': 'GET /outstanding_client_balances.json billing.read data fields,limit,contact_id',
  'payment.create-link': 'POST /clio_payments/links.json clio-payments.write data.id fields',
  'trust-request.create': 'POST /trust_requests.json billing.write data.id fields',
  'custom-field.create': 'POST /custom_fields.json custom-fields.write data.id fields',
  'custom-action.create': 'POST /custom_actions.json custom-actions.write data.id fields',
  'webhook.renew': 'PATCH /webhooks/:id.json webhooks.write data.id fields',
});
