import type { TemplateView } from '../../model/rules-view.ts';
import { act, blank, clioNote, clioTask, filled, highlevelTask, linked, people, template } from './make.ts';

const CLIO = { system: 'clio' } as const;
const HL = { system: 'highlevel' } as const;
const contactId = '{{link.highlevelId}}';
/** HighLevel demands a due date. */
const due = '{{record.due}}{{^record.due}}{{time.in7days}}{{/record.due}}';
const twin = filled('twin.id');
const note = '{{#record.title}}{{record.title}}\n\n{{/record.title}}{{record.text}}';

/** Tasks and notes, on both sides. */
export const WORK: readonly TemplateView[] = [
  template(
    'clio-task',
    {
      picture: [
        { ...CLIO, what: 'task' },
        { ...HL, what: 'task' },
      ],
      sample: { ...people, after: clioTask },
    },
    {
      on: 'clio.task.created',
      if: [linked, blank('twin.id')],
      steps: [act('copy', 'highlevel.task.create', { contactId, title: '{{record.title}}', body: '{{record.body}}', due }, true)],
    },
    {
      on: 'clio.task.updated',
      if: [twin],
      steps: [
        act('update', 'highlevel.task.update', {
          contactId,
          taskId: '{{twin.id}}',
          title: '{{record.title}}',
          due: '{{record.due}}',
        }),
      ],
    },
    {
      on: 'clio.task.completed',
      if: [twin],
      steps: [act('done', 'highlevel.task.complete', { contactId, taskId: '{{twin.id}}' })],
    },
  ),
  template(
    'highlevel-task',
    {
      picture: [
        { ...HL, what: 'task' },
        { ...CLIO, what: 'task' },
      ],
      asks: [{ rule: 0, at: 'steps.0.values.assigneeId', entity: 'user', system: 'clio' }],
      sample: { ...people, after: highlevelTask },
    },
    {
      on: 'highlevel.task.created',
      if: [filled('link.clioId'), blank('twin.id')],
      steps: [
        act('copy', 'clio.task.create', { title: '{{record.title}}', body: '{{record.body}}', due: '{{record.due}}' }, true),
      ],
    },
    { on: 'highlevel.task.completed', if: [twin], steps: [act('done', 'clio.task.complete', { taskId: '{{twin.id}}' })] },
  ),
  template(
    'clio-note',
    {
      picture: [
        { ...CLIO, what: 'note' },
        { ...HL, what: 'note' },
      ],
      sample: { ...people, after: clioNote },
    },
    {
      on: 'clio.note.created',
      if: [linked, blank('twin.id')],
      steps: [act('copy', 'highlevel.note.create', { contactId, text: note }, true)],
    },
    {
      on: 'clio.note.updated',
      if: [twin],
      steps: [act('update', 'highlevel.note.update', { contactId, noteId: '{{twin.id}}', text: note })],
    },
  ),
  template(
    'follow-up',
    {
      picture: [
        { ...CLIO, what: 'task' },
        { ...HL, what: 'task' },
      ],
      sample: { ...people, before: clioTask, after: { ...clioTask, done: true } },
    },
    {
      on: 'clio.task.completed',
      if: [linked],
      steps: [
        act('task', 'highlevel.task.create', {
          contactId,
          title: 'Tell {{highlevel.firstName}}: {{record.title}}',
          due: '{{time.in2days}}',
        }),
      ],
    },
  ),
];
