import { callRows } from '../read-rows.ts';

const HERE = 'locationId=@account';
const BILLED = 'altId=@account altType=location';
const STATUSES = '(open|won|lost|abandoned)';

/** Opportunities, documents for signature, invoices. */
export const sales = callRows('highlevel', {
  'opportunity.search': `contactId>contact_id pipelineId>pipeline_id stageId>pipeline_stage_id assignedTo>assigned_to status(open|won|lost|abandoned|all) query>q limit location_id=@account`,
  'opportunity.get': 'opportunityId!>id',
  'opportunity.create': `contactId! pipelineId! stageId>pipelineStageId name! status!${STATUSES} amount>monetaryValue assignedTo customFields ${HERE}`,
  'opportunity.update': `opportunityId!>id pipelineId stageId>pipelineStageId name status${STATUSES} amount>monetaryValue assignedTo customFields`,
  'opportunity.move': 'preset=opportunity.update | opportunityId!>id pipelineId! stageId!>pipelineStageId',
  'opportunity.set-value': 'preset=opportunity.update | opportunityId!>id amount!>monetaryValue',
  'opportunity.set-status': `opportunityId!>id status!${STATUSES}`,
  'document.list': `status(draft|sent|viewed|completed|accepted) query limit ${HERE}`,
  'document.send': `documentId!:document name>documentName medium(link|email) userId!>sentBy ${HERE}`,
  'document.send-template': `templateId!:document-template contactId! userId! opportunityId sendDocument:flag ${HERE}`,
  'document.templates': `name limit ${HERE}`,
  'invoice.list': `contactId status(draft|sent|payment_processing|paid|void|partially_paid) query>search ${BILLED} limit=50 offset=0`,
  // Live: a test invoice could not be paid. One item, as a consultation fee has.
  'invoice.send': `contactId!>contactDetails.id contactName!>contactDetails.name email!>contactDetails.email,sentTo.email.0 phone!>contactDetails.phoneNo,sentTo.phoneNo.0 name!>name,items.0.name amount!>items.0.amount quantity!:number>items.0.qty currency!>currency,items.0.currency issueDate!:date dueDate:date userId! action=send liveMode=true ${BILLED}`,
  // The spec demands `card` and `cheque` of every payment; that is taken for a mistake in it, so they are offered, not demanded.
  'invoice.record-payment': `invoiceId! mode!(cash|card|cheque|bank_transfer|other) amount! notes!:long cardBrand>card.brand cardDigits>card.last4 chequeNumber>cheque.number ${BILLED}`,
});
