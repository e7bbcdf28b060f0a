import { endpointRows } from '../../http/endpoint-rows.ts';

/**
 * Opportunities, documents for signature, invoices. The documents' scopes are not in the spec; these are the names HighLevel's scope
 * picker shows [belief].
 */
export const SALES_ROWS = endpointRows(
  'highlevel',
  {
    'opportunity.search':
      'GET /opportunities/search opportunities.readonly opportunities location_id,q,pipeline_id,pipeline_stage_id,contact_id,status,assigned_to,page,limit',
    'opportunity.get': 'GET /opportunities/:id opportunities.readonly opportunity',
    'opportunity.create': 'POST /opportunities/ opportunities.write opportunity.id',
    'opportunity.update': 'PUT /opportunities/:id opportunities.write opportunity.id',
    'opportunity.set-status': 'PUT /opportunities/:id/status opportunities.write',
    'pipeline.list': 'GET /opportunities/pipelines opportunities.readonly pipelines locationId',
    'document.list': 'GET /proposals/document documents_contracts/list.readonly documents locationId,status,query,limit,skip',
    'document.send': 'POST /proposals/document/send documents_contracts/sendLink.write',
    'document.send-template': 'POST /proposals/templates/send documents_contracts_template/sendLink.write',
    'document.templates': 'GET /proposals/templates documents_contracts_template/list.readonly data locationId,name,limit,skip',
    'invoice.list': 'GET /invoices/ invoices.readonly invoices altId,altType,contactId,status,search,limit,offset',
    'invoice.send': 'POST /invoices/text2pay invoices.write invoice._id',
    'invoice.record-payment': 'POST /invoices/:invoiceId/record-payment invoices.write invoice._id',
  },
  '2021-07-28',
);
