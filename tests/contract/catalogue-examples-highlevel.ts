import { HL_AGENCY_TOKEN } from '../../sandbox/highlevel/credentials.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { hlId } from '../../sandbox/world/ids.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import { type Example, given, type Stage } from './catalogue-example.ts';
import { inDays, NOW } from './catalogue-run.ts';

const { highlevel } = seedWorld(NOW);
const marisol = cast.marisol.highlevelId ?? '';
const client = { contactId: marisol };
const row = highlevel.contacts.find((one) => one.id === marisol);
const task = { ...client, taskId: cast.marisol.highlevelTasks.retainer };
const taskRow = highlevel.tasks.find((one) => one.id === task.taskId);
const noteRow = highlevel.notes.find((one) => one.contactId === marisol);
const note = { ...client, noteId: noteRow?.id ?? '' };
const eventRow = highlevel.appointments.find((one) => one.contactId === marisol && one.appointmentStatus === 'confirmed');
const event = { ...client, eventId: eventRow?.id ?? '' };
const calendar = { calendarId: hlId('calendar:consultation') };
const priya = { userId: cast.users.priya.highlevelId };
const company = { businessId: highlevel.businesses[0]?.id ?? '' };
const intake = { pipelineId: hlId('pipeline:intake'), stageId: hlId('stage:intake:Agreement sent') };
const deal = { opportunityId: hlId('opportunity:marisol') };
const talk = { conversationId: hlId('conversation:marisol') };
/** She has a phone, so she can be written a text. */
const claire = { contactId: cast.claire.highlevelId ?? '' };
const window = { startsAt: inDays(-30), endsAt: inDays(30) };
const provider = { conversationProviderId: 'provider1' };

const scheduled = async (stage: Stage, id: string, values: Record<string, unknown>) =>
  stage.run(id, given({ ...claire, ...values, sendAt: inDays(2) }));
const made = async (stage: Stage, id: string, values: Record<string, unknown>) => (await stage.run(id, given(values))).id;
const block = { ...calendar, title: 'Court', startsAt: inDays(6), endsAt: inDays(6, '20:00') };
const related = {
  associationId: hlId('association:matter'),
  firstRecordId: cast.claire.highlevelId ?? '',
  secondRecordId: hlId('record:mansour-visa'),
};

/** One example for every call of HighLevel, by the operation's id. */
export const HIGHLEVEL_EXAMPLES: Record<string, Example> = {
  'highlevel.contact.get': given(client),
  'highlevel.contact.list': given({ query: 'Ortega', limit: 5 }),
  'highlevel.contact.search': given({ query: 'Ortega' }),
  'highlevel.contact.duplicate': given({ email: cast.marisol.email }),
  'highlevel.contact.of-company': given(company),
  'highlevel.contact.unsubscribed': given(client),
  'highlevel.contact.create': given({ firstName: 'Nora', lastName: 'Winter', email: 'nora@winter.example', tags: ['lead'] }),
  'highlevel.contact.update': given({ ...client, city: 'Victoria' }, { seen: { city: row?.city } }),
  'highlevel.contact.set-fields': given({ ...client, customFields: { [hlId('field:preferred_language')]: 'Spanish' } }),
  'highlevel.contact.set-dnd': given({ ...client, dnd: true }),
  'highlevel.contact.assign': given({ ...client, assignedTo: cast.users.tomas.highlevelId }),
  'highlevel.contact.delete': given(client),
  'highlevel.contact.add-tags': given({ ...client, tags: ['retained', 'vip'] }),
  'highlevel.contact.remove-tags': given({ ...client, tags: [row?.tags[0] ?? ''] }),
  'highlevel.contact.bulk-tags': given({ mode: 'add', contactIds: [marisol, claire.contactId], tags: ['newsletter'] }),
  'highlevel.contact.bulk-company': given({ ...company, contactIds: [marisol] }),
  'highlevel.contact.add-followers': given({ ...client, userIds: [priya.userId] }),
  'highlevel.contact.remove-followers': given({ ...client, userIds: [priya.userId] }),
  'highlevel.contact.add-to-workflow': given({ ...client, workflowId: hlId('workflow:welcome') }),
  'highlevel.contact.remove-from-workflow': given({ ...client, workflowId: hlId('workflow:welcome') }),
  'highlevel.contact.add-to-campaign': given({ ...client, campaignId: hlId('campaign:any') }),
  'highlevel.contact.remove-from-campaign': given({ ...client, campaignId: hlId('campaign:any') }),
  'highlevel.company.list': given({ limit: 10 }),
  'highlevel.company.get': given(company),
  'highlevel.company.create': given({ name: 'Winter & Sons', phone: '+16045550189', city: 'Vancouver' }),
  'highlevel.company.update': given({ ...company, city: 'Burnaby' }),
  'highlevel.task.list': given(client),
  'highlevel.task.get': given(task),
  'highlevel.task.search': given({ contactIds: [marisol], done: false, limit: 10 }),
  'highlevel.task.create': given({ ...client, title: 'Call back', due: '2026-12-01', body: 'In the morning.' }),
  'highlevel.task.update': given({ ...task, title: 'Send the retainer' }, { seen: { title: taskRow?.title } }),
  'highlevel.task.complete': given(task),
  'highlevel.task.reopen': given({ ...client, taskId: cast.marisol.highlevelTasks.conflictCheck }),
  'highlevel.task.delete': given(task),
  'highlevel.note.list': given(client),
  'highlevel.note.get': given(note),
  'highlevel.note.create': given({ ...client, text: 'She prefers mornings.' }),
  'highlevel.note.update': given({ ...note, text: 'She prefers evenings.' }, { seen: { text: noteRow?.body } }),
  'highlevel.note.delete': given(note),
  'highlevel.appointment.list': given(client),
  'highlevel.appointment.get': given({ eventId: event.eventId }),
  'highlevel.appointment.search': given({ ...window, ...calendar }),
  'highlevel.appointment.create': given({
    ...{ ...client, ...calendar, title: 'Follow-up', startsAt: inDays(8), endsAt: inDays(8, '18:30'), status: 'confirmed' },
  }),
  'highlevel.appointment.update': given({ ...event, title: 'Consultation' }, { seen: { title: eventRow?.title } }),
  'highlevel.appointment.cancel': given(event, { seen: { status: 'confirmed' } }),
  'highlevel.appointment.mark': given({ ...event, status: 'noshow' }, { seen: { status: 'confirmed' } }),
  'highlevel.appointment.delete': given(event),
  'highlevel.appointment.add-note': given({ appointmentId: event.eventId, text: 'Bring the papers.', ...priya }),
  'highlevel.calendar.free-slots': given({ ...calendar, startsAt: inDays(1), endsAt: inDays(4) }),
  'highlevel.block.list': given({ ...window, ...calendar }),
  'highlevel.block.create': given(block),
  'highlevel.block.update': {
    values: async (stage) => ({
      ...{ eventId: await made(stage, 'highlevel.block.create', block), ...calendar },
      ...{ startsAt: inDays(7), endsAt: inDays(7, '20:00') },
    }),
  },
  'highlevel.opportunity.search': given({ ...client, status: 'all', limit: 5 }),
  'highlevel.opportunity.get': given(deal),
  'highlevel.opportunity.create': given({
    contactId: cast.ruth.highlevelId,
    ...intake,
    name: 'Okafor: house',
    status: 'open',
    amount: 2400,
  }),
  'highlevel.opportunity.update': given({ ...deal, name: 'Ortega: custody and appeal', amount: 7000 }),
  'highlevel.opportunity.move': given({ ...deal, ...intake }),
  'highlevel.opportunity.set-value': given({ ...deal, amount: '8000' }),
  'highlevel.opportunity.set-status': given({ ...deal, status: 'lost' }),
  'highlevel.document.list': given({ status: 'viewed' }),
  'highlevel.document.send': given({ documentId: highlevel.papers.find((one) => one.status === 'draft')?.id, ...priya }),
  'highlevel.document.send-template': given({
    ...{ templateId: highlevel.paperTemplates[0]?.id, ...client, ...priya, sendDocument: true },
  }),
  'highlevel.document.templates': given({}),
  'highlevel.invoice.list': given(client),
  'highlevel.invoice.send': given({
    ...{ ...client, contactName: 'Marisol Ortega', email: cast.marisol.email, phone: cast.marisol.phone, name: 'Consultation' },
    ...{ amount: 250, quantity: 1, currency: 'CAD', issueDate: '2026-11-22', dueDate: '2026-12-06', ...priya },
  }),
  'highlevel.invoice.record-payment': given({
    ...{ invoiceId: hlId('invoice:layla-mansour:1077'), mode: 'bank_transfer', amount: 500, notes: 'Paid through Clio' },
  }),
  'highlevel.conversation.search': given({ ...client, status: 'all' }),
  'highlevel.conversation.messages': given({ ...talk, limit: 10 }),
  'highlevel.conversation.create': given({ contactId: cast.ruth.highlevelId }),
  'highlevel.conversation.update': given({ ...talk, unreadCount: 0, starred: false }),
  'highlevel.message.send-text': given({ ...claire, message: 'See you on Tuesday.' }),
  'highlevel.message.send-email': given({ ...client, subject: 'Next steps', html: '<p>As discussed.</p>' }),
  'highlevel.message.cancel': {
    values: async (stage) => ({ messageId: (await scheduled(stage, 'highlevel.message.send-text', { message: 'Soon' })).id }),
  },
  'highlevel.message.cancel-email': {
    values: async (stage) => ({
      messageId: (await scheduled(stage, 'highlevel.message.send-email', { subject: 'S', html: 'Soon' })).answer.emailMessageId,
    }),
  },
  'highlevel.message.log-call': given({ ...talk, ...provider, to: '+16045550142', from: '+16045550100', status: 'completed' }),
  'highlevel.message.log-inbound': given({ ...talk, ...client, ...provider, channel: 'SMS', message: 'I am on my way.' }),
  'highlevel.message.transcript': given({ messageId: hlId('message:claire-dubois:0') }),
  'highlevel.form.submissions': given({ startsOn: '2026-01-01', endsOn: '2026-12-31', limit: 10 }),
  'highlevel.survey.submissions': given({ limit: 10 }),
  'highlevel.record.search': given({ schemaKey: 'matter', query: 'Ortega' }),
  'highlevel.record.create': given({ schemaKey: 'matter', properties: { matter: 'Dubois: appeal', stage: 'Intake' } }),
  'highlevel.record.update': given({
    ...{ schemaKey: 'matter', recordId: hlId('record:ortega-v-whitfield'), properties: { stage: 'Trial' } },
  }),
  'highlevel.relation.create': given(related),
  'highlevel.relation.delete': given({ relationId: hlId('relation:ortega') }),
  'highlevel.object.create': given({
    ...{ singular: 'Hearing', plural: 'Hearings', key: 'hearing', primaryKey: 'hearing', primaryName: 'Hearing' },
  }),
  'highlevel.location.create-tag': given({ name: 'retained' }),
  'highlevel.location.create-custom-field': given({ name: 'Matter number', dataType: 'TEXT', model: 'contact' }),
  'highlevel.location.get': given({}),
  // Only an agency's token sees more than its own location.
  'highlevel.location.search': given({ limit: 5 }, { token: HL_AGENCY_TOKEN }),
  'highlevel.location.tags': given({}),
  'highlevel.location.custom-fields': given({ model: 'contact' }),
  'highlevel.user.list': given({}),
  'highlevel.calendar.list': given({}),
  'highlevel.pipeline.list': given({}),
  'highlevel.workflow.list': given({}),
  'highlevel.template.list': given({ channel: 'sms' }),
};
