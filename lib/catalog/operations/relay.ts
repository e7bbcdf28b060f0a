import { triggerRows } from './read-rows.ts';

/**
 * Events that only a webhook can bring. Nothing can receive one inside a browser, so none of these fires until there is a relay; they are
 * shown in the catalogue as such, and kept out of the background.
 */
export const RELAY_TRIGGERS = [
  ...triggerRows('clio', {
    // No list tells it: entries can't be asked for by who attends, and a list of changes leaves out what is gone [official spec].
    'entry.deleted': 'relay calendar-entry deleted event=calendar_entry.deleted',
    'communication.created': 'relay communication created event=communication.created',
    'communication.updated': 'relay communication updated event=communication.updated',
    'communication.deleted': 'relay communication deleted event=communication.deleted',
    'document.created': 'relay document created event=document.created',
    'bill.created': 'relay bill created event=bill.created',
    'bill.updated': 'relay bill updated event=bill.updated',
    'payment.created': 'relay payment created event=clio_payments_payment.created',
    'payment.updated': 'relay payment updated event=clio_payments_payment.updated',
  }),
  ...triggerRows('highlevel', {
    'opportunity.created': 'relay opportunity created event=OpportunityCreate',
    'opportunity.updated': 'relay opportunity updated event=OpportunityUpdate',
    'opportunity.deleted': 'relay opportunity deleted event=OpportunityDelete',
    'opportunity.stage-changed': 'relay opportunity changed:stage event=OpportunityStageUpdate',
    'opportunity.status-changed': 'relay opportunity changed:status event=OpportunityStatusUpdate',
    'opportunity.owner-changed': 'relay opportunity changed:assignedTo event=OpportunityAssignedToUpdate',
    'opportunity.value-changed': 'relay opportunity changed:value event=OpportunityMonetaryValueUpdate',
    'message.received': 'relay message created event=InboundMessage',
    'message.sent': 'relay message created event=OutboundMessage',
    'conversation.unread': 'relay conversation changed:unread event=ConversationUnreadWebhook',
    'invoice.paid': 'relay invoice changed:status event=InvoicePaid',
    'invoice.part-paid': 'relay invoice changed:status event=InvoicePartiallyPaid',
    'email.changed': 'relay message changed:status event=LCEmailStats',
    'user.created': 'relay user created event=UserCreate',
    'record.created': 'relay custom-record created event=RecordCreate',
    'record.updated': 'relay custom-record updated event=RecordUpdate',
    'record.deleted': 'relay custom-record deleted event=RecordDelete',
    'app.uninstalled': 'relay app deleted event=AppUninstall',
  }),
];
