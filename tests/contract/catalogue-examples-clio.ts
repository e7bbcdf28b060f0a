import { cast } from '../../sandbox/world/cast.ts';
import { clioArea, clioStage, clioTaskList } from '../../sandbox/world/clio-desk.ts';
import { clioField, clioUser } from '../../sandbox/world/firm.ts';
import { clioId } from '../../sandbox/world/ids.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import type { ClioWebhook } from '../../sandbox/world/types-clio-desk.ts';
import { type Example, given } from './catalogue-example.ts';
import { inDays, NOW } from './catalogue-run.ts';

const { clio } = seedWorld(NOW);
const text = (id: number | undefined): string => String(id);
const client = { contactId: text(cast.marisol.clioId) };
const matter = { matterId: text(cast.marisol.matterId) };
const task = { taskId: text(cast.marisol.tasks.retainer) };
const taskRow = clio.tasks.find((one) => one.id === cast.marisol.tasks.retainer);
const note = { noteId: text(cast.marisol.notes.call) };
const noteRow = clio.notes.find((one) => one.id === cast.marisol.notes.call);
const entry = { entryId: text(clioId('entry:ortega-consultation')) };
const entryRow = clio.calendarEntries.find((one) => one.id === clioId('entry:ortega-consultation'));
const contactRow = clio.contacts.find((one) => one.id === cast.marisol.clioId);
const communication = { communicationId: text(clioId('communication:ortega-call')) };
const priya = text(clioUser('priya'));
const window = { startsAt: inDays(-60), endsAt: inDays(60) };
const address = contactRow?.addresses[0];
const docTemplate = () => text(clio.documentTemplates[0]?.id);

/** The firm of the seed world has none, as nothing in a browser can receive what one sends. */
function layWebhook({ rows }: { rows: { webhooks: ClioWebhook[] } }): number {
  const times = { created_at: inDays(-1), updated_at: inDays(-1) };
  const hook = { id: 77, account_id: cast.accounts.us, ...times, url: 'https://relay.example/clio', model: 'contact' };
  const rest = {
    fields: 'id,name',
    events: ['updated'],
    status: 'enabled',
    shared_secret: 's',
    user_id: clioUser('priya'),
  } as const;
  rows.webhooks.push({ ...hook, ...rest, events: [...rest.events], expires_at: inDays(1) });
  return hook.id;
}

/** One example for every call of Clio, by the operation's id. */
export const CLIO_EXAMPLES: Record<string, Example> = {
  'clio.contact.get': given(client),
  'clio.contact.list': given({ query: 'Ortega', type: 'Person', limit: 5 }),
  'clio.contact.create': given({ firstName: 'Nora', lastName: 'Winter', email: 'nora@winter.example', phone: '+16045550188' }),
  'clio.contact.create-company': given({ company: 'Winter & Sons', email: 'office@winter.example', phone: '+16045550189' }),
  'clio.contact.update': given({ ...client, city: 'Burnaby' }, { seen: { city: address?.city ?? undefined } }),
  'clio.contact.fill': given({ ...client, website: 'https://ortega.example' }),
  'clio.contact.set-fields': given({ ...client, customFields: { [text(clioField('best-time'))]: 'Mornings' } }),
  'clio.contact.add-email': given({ ...client, email: 'second@ortega.example' }),
  'clio.contact.add-phone': given({ ...client, phone: '+16045550187' }),
  'clio.contact.emails': given(client),
  'clio.contact.phones': given(client),
  'clio.matter.get': given(matter),
  'clio.matter.list': given({ ...client, status: 'open', limit: 10 }),
  'clio.matter.create': given({ ...client, description: 'Ortega: appeal', status: 'pending', attorneyId: priya }),
  'clio.matter.update': given({ ...matter, description: 'Ortega v. Whitfield, again', reference: 'OW-2' }),
  'clio.matter.set-status': given({ ...matter, status: 'closed' }),
  'clio.matter.set-stage': given({ ...matter, stageId: text(clioStage('Family', 'Mediation')) }),
  'clio.matter.assign': given({ ...matter, attorneyId: text(clioUser('tomas')) }),
  'clio.matter.set-fields': given({ ...matter, customFields: { [text(clioField('court-file'))]: 'F-2026-118' } }),
  'clio.matter.apply-task-list': given({ ...matter, taskListId: text(clioTaskList('New client')), assigneeId: priya }),
  'clio.matter.client': given(matter),
  'clio.matter.contacts': given(matter),
  'clio.matter.related-contacts': given(matter),
  'clio.relationship.list': given(client),
  'clio.relationship.create': given({ ...matter, contactId: text(cast.nadia.clioId), role: 'Referrer' }),
  'clio.relationship.update': given({ relationshipId: text(clio.relationships[0]?.id), role: 'Sister' }),
  'clio.relationship.delete': given({ relationshipId: text(clio.relationships[0]?.id) }),
  'clio.task.get': given(task),
  'clio.task.list': given({ ...matter, status: 'pending', limit: 10 }),
  'clio.task.create': given({
    ...matter,
    title: 'Call the court',
    due: '2026-12-01',
    assigneeId: priya,
    body: 'Ask for a date.',
  }),
  'clio.task.update': given({ ...task, title: 'Send the retainer' }, { seen: { title: taskRow?.name } }),
  'clio.task.complete': given(task, { seen: { status: taskRow?.status } }),
  'clio.task.reopen': given({ taskId: text(cast.marisol.doneTask) }, { seen: { status: 'complete' } }),
  'clio.task.delete': given(task),
  'clio.note.get': given(note),
  'clio.note.list': given({ parent: 'Contact', ...client }),
  'clio.note.create': given({ ...client, title: 'Call', text: 'She prefers mornings.', date: '2026-11-22' }),
  'clio.note.create-on-matter': given({ ...matter, title: 'Call', text: 'The court called back.', date: '2026-11-22' }),
  'clio.note.update': given({ ...note, text: 'She prefers evenings.' }, { seen: { text: noteRow?.detail } }),
  'clio.note.delete': given(note),
  'clio.entry.get': given(entry),
  'clio.entry.list': given({ ...window, ...matter }),
  'clio.entry.create': given({
    ...{ calendarId: text(clioId('calendar:priya')), title: 'Consultation', startsAt: inDays(3), endsAt: inDays(3, '18:30') },
    ...{ location: 'By video', ...matter, ...client },
  }),
  'clio.entry.update': given({ ...entry, title: 'Consultation: Ortega' }, { seen: { title: entryRow?.summary } }),
  'clio.entry.delete': given(entry),
  'clio.reminder.create': given({ ...entry, minutes: 45 }),
  'clio.communication.get': given(communication),
  'clio.communication.list': given({ ...client, channel: 'PhoneCommunication' }),
  'clio.communication.create': given({ ...client, ...matter, subject: 'Called back', text: 'Left word.', date: '2026-11-22' }),
  'clio.communication.log-email': given({ ...client, subject: 'Next steps', text: 'As discussed.', date: '2026-11-22' }),
  'clio.communication.log-texts': given({ ...client, subject: 'Texts of the day', text: '3 texts.', date: '2026-11-22' }),
  'clio.communication.update': given({ ...communication, text: 'With the transcript.' }),
  'clio.communication.delete': given(communication),
  'clio.conversation.list': given(client),
  'clio.conversation.send': given({ ...client, ...matter, subject: 'Papers', text: 'Please sign page 4.' }),
  'clio.document.list': given(matter),
  'clio.document.update': given({ documentId: text(clio.documents[0]?.id), name: 'Fee agreement (signed).pdf' }),
  'clio.document.generate': given({ ...matter, templateId: docTemplate(), filename: 'Engagement letter', format: 'pdf' }),
  'clio.folder.create': given({ ...matter, name: 'Correspondence' }),
  'clio.bill.list': given({ ...client, state: 'awaiting_payment', overdue: true }),
  'clio.balance.list': given({}),
  'clio.payment.create-link': given({
    ...{ ...client, amount: 250, currency: 'USD', description: 'Consultation', accountId: text(clio.bankAccounts[0]?.id) },
    ...{ validDays: 604_800, email: 'marisol@ortega-whitfield.example' },
  }),
  'clio.trust-request.create': given({
    ...client,
    amount: 1500,
    issueDate: '2026-11-22',
    dueDate: '2026-12-06',
    text: 'Retainer',
  }),
  'clio.custom-field.create': given({ name: 'HighLevel ID', parent: 'Contact', dataType: 'text_line' }),
  'clio.custom-action.create': given({ label: 'Open in Rankr', url: 'https://rankr.example/open', page: 'contacts/show' }),
  'clio.webhook.renew': {
    values: ({ sandbox }) => ({ webhookId: text(layWebhook(sandbox.clio.state)), expiresAt: inDays(20) }),
  },
  'clio.user.who-am-i': given({}),
  'clio.user.list': given({}),
  'clio.calendar.list': given({}),
  'clio.custom-field.list': given({ parent: 'contact' }),
  'clio.matter-stage.list': given({ practiceAreaId: text(clioArea('Family')) }),
  'clio.practice-area.list': given({}),
  'clio.task-list.list': given({ query: 'client' }),
};
