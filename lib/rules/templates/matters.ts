import type { TemplateView } from '../../model/rules-view.ts';
import { act, blank, clioTask, filled, linked, matter, people, template, visit } from './make.ts';

const CLIO = { system: 'clio' } as const;
const HL = { system: 'highlevel' } as const;
const US = { system: 'local' } as const;
const contactId = '{{link.highlevelId}}';

/** Matters, appointments, the clock. */
export const MATTERS: readonly TemplateView[] = [
  template(
    'matter-opened',
    {
      picture: [
        { ...CLIO, what: 'matter' },
        { ...HL, what: 'tag' },
        { ...HL, what: 'workflow' },
      ],
      asks: [{ rule: 0, at: 'steps.1.values.workflowId', entity: 'workflow', system: 'highlevel' }],
      sample: { ...people, after: matter },
    },
    {
      on: 'clio.matter.opened',
      if: [linked],
      steps: [
        act('tag', 'highlevel.contact.add-tags', { contactId, tags: ['client'] }),
        act('stop', 'highlevel.contact.remove-from-workflow', { contactId }),
      ],
    },
  ),
  template(
    'matter-closed',
    {
      picture: [
        { ...CLIO, what: 'matter' },
        { ...HL, what: 'tag' },
      ],
      sample: { ...people, before: matter, after: { ...matter, status: 'Closed' } },
    },
    {
      on: 'clio.matter.closed',
      if: [linked],
      steps: [act('tag', 'highlevel.contact.add-tags', { contactId, tags: ['matter closed'] })],
    },
  ),
  template(
    'review-request',
    {
      picture: [
        { ...CLIO, what: 'matter' },
        { ...US, what: 'clock' },
        { ...HL, what: 'workflow' },
      ],
      asks: [{ rule: 0, at: 'steps.1.values.workflowId', entity: 'workflow', system: 'highlevel' }],
      sample: { ...people, before: matter, after: { ...matter, status: 'Closed' } },
    },
    {
      on: 'clio.matter.closed',
      if: [linked, { field: 'highlevel.dnd', operator: 'is-no' }],
      steps: [{ id: 'wait', do: 'wait', minutes: 2_880 }, act('ask', 'highlevel.contact.add-to-workflow', { contactId })],
    },
  ),
  template(
    'appointment-booked',
    {
      picture: [
        { ...HL, what: 'appointment' },
        { ...CLIO, what: 'appointment' },
      ],
      asks: [{ rule: 0, at: 'steps.0.values.calendarId', entity: 'calendar', system: 'clio' }],
      sample: { ...people, after: visit },
    },
    {
      on: 'highlevel.appointment.created',
      if: [filled('link.clioId'), blank('twin.id')],
      steps: [
        act(
          'entry',
          'clio.entry.create',
          {
            title: '{{record.title}}',
            startsAt: '{{record.startsAt}}',
            endsAt: '{{record.endsAt}}',
            location: '{{record.address}}',
            contactId: '{{link.clioId}}',
            reminderMinutes: 30,
          },
          true,
        ),
      ],
    },
  ),
  template(
    'no-show',
    {
      picture: [
        { ...HL, what: 'appointment' },
        { ...HL, what: 'task' },
      ],
      sample: { ...people, before: visit, after: { ...visit, status: 'noshow' } },
    },
    {
      on: 'highlevel.appointment.no-show',
      steps: [
        act('task', 'highlevel.task.create', {
          contactId: '{{record.contactId}}',
          title: 'Missed: {{record.title}}. Call {{highlevel.name}}',
          due: '{{time.in1days}}',
        }),
      ],
    },
  ),
  template(
    'overdue-task',
    {
      picture: [
        { ...US, what: 'clock' },
        { ...CLIO, what: 'task' },
        { ...US, what: 'notice' },
      ],
      sample: { ...people, after: { ...clioTask, due: { kind: 'day', day: '2026-11-01' } } },
    },
    {
      on: 'clio.task.overdue',
      steps: [{ id: 'tell', do: 'notify', title: 'Overdue: {{record.title}}', text: '{{clio.name}}, due {{record.due}}' }],
    },
  ),
];
