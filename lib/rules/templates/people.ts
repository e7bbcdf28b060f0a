import type { TemplateView } from '../../model/rules-view.ts';
import { act, blank, clioContact, filled, highlevelContact, linked, missing, people, person, template } from './make.ts';

const CLIO = { system: 'clio' } as const;
const HL = { system: 'highlevel' } as const;
const US = { system: 'local' } as const;
const to = (name: string) => `{{link.${name}}}`;
const reach = { any: [filled('record.email'), filled('record.phone')] };

/** `customFields.0`: the Clio custom field that the person chooses; `asks` says where it stands. */
const DND = 'customFields.0';

/** People, in both directions. */
export const PEOPLE: readonly TemplateView[] = [
  template(
    'new-clio-contact',
    {
      picture: [
        { ...CLIO, what: 'contact' },
        { ...HL, what: 'contact' },
      ],
      sample: { after: clioContact, clio: clioContact },
    },
    {
      on: 'clio.contact.created',
      if: [blank('highlevel.id'), reach],
      steps: [act('copy', 'highlevel.contact.create', { ...person('clio'), tags: ['clio'] })],
    },
  ),
  template(
    'clio-contact-changed',
    {
      picture: [
        { ...CLIO, what: 'contact' },
        { ...HL, what: 'contact' },
        { ...HL, what: 'tag' },
      ],
      sample: { ...people, before: { ...clioContact, city: 'Dallas' }, after: clioContact },
    },
    {
      on: 'clio.contact.updated',
      if: [linked],
      steps: [
        act('update', 'highlevel.contact.update', { contactId: to('highlevelId'), ...person('clio') }),
        act('tag', 'highlevel.contact.add-tags', { contactId: to('highlevelId'), tags: ['updated in clio'] }),
      ],
    },
  ),
  template(
    'new-lead',
    {
      picture: [
        { ...HL, what: 'contact' },
        { ...CLIO, what: 'contact' },
        { ...CLIO, what: 'task' },
        { ...CLIO, what: 'note' },
      ],
      asks: [{ rule: 0, at: 'steps.1.values.assigneeId', entity: 'user', system: 'clio' }],
      sample: { after: highlevelContact, highlevel: highlevelContact },
    },
    {
      on: 'highlevel.contact.created',
      if: [blank('clio.id'), reach],
      steps: [
        act('person', 'clio.contact.create', person('highlevel')),
        act('call', 'clio.task.create', { title: 'Intake call: {{record.name}}', due: '{{time.in1days}}' }),
        act('note', 'clio.note.create', {
          contactId: '{{steps.person.id}}',
          title: 'New lead',
          text: '{{record.name}} {{record.email}} {{record.phone}}',
        }),
      ],
    },
  ),
  template(
    'fill-missing',
    {
      picture: [
        { ...CLIO, what: 'contact' },
        { ...HL, what: 'contact' },
      ],
      sample: { ...people, before: clioContact, after: { ...clioContact, city: 'Waco' } },
    },
    {
      on: 'clio.contact.updated',
      if: [linked],
      steps: [act('fill', 'highlevel.contact.update', { contactId: to('highlevelId'), ...missing('highlevel', 'clio') })],
    },
    {
      on: 'highlevel.contact.updated',
      if: [filled('link.clioId')],
      steps: [act('fill', 'clio.contact.fill', { contactId: to('clioId'), ...missing('clio', 'highlevel') })],
    },
  ),
  template(
    'do-not-disturb',
    {
      picture: [
        { ...HL, what: 'dnd' },
        { ...CLIO, what: 'dnd' },
      ],
      asks: [
        { rule: 0, at: 'steps.0.values.customFields.0', entity: 'custom-field', system: 'clio' },
        { rule: 1, at: 'steps.0.if.field', entity: 'custom-field', system: 'clio' },
      ],
      sample: { ...people, before: highlevelContact, after: { ...highlevelContact, dnd: true } },
    },
    {
      on: 'highlevel.contact.dnd-changed',
      if: [filled('link.clioId')],
      steps: [
        act('mark', 'clio.contact.set-fields', {
          contactId: to('clioId'),
          customFields: { 0: '{{#record.dnd}}true{{/record.dnd}}{{^record.dnd}}false{{/record.dnd}}' },
        }),
      ],
    },
    {
      on: 'clio.contact.field-changed',
      if: [linked],
      steps: [
        {
          ...{ id: 'yes', do: 'branch', if: { field: `record.${DND}`, operator: 'is-one-of', value: ['true', 'yes'] } },
          // biome-ignore lint/suspicious/noThenProperty: data, never awaited
          ...{ then: [act('on', 'highlevel.contact.set-dnd', { contactId: to('highlevelId'), dnd: true })] },
          else: [act('off', 'highlevel.contact.set-dnd', { contactId: to('highlevelId'), dnd: false })],
        },
      ],
    },
  ),
  template(
    'contact-vanished',
    {
      picture: [
        { ...CLIO, what: 'contact' },
        { ...US, what: 'ask' },
        { ...HL, what: 'tag' },
      ],
      sample: { ...people, before: clioContact },
    },
    {
      on: 'clio.contact.deleted',
      if: [linked],
      steps: [
        { id: 'ask', do: 'approve', text: '{{record.name}} is not in Clio any more. Tag the HighLevel contact?' },
        act('tag', 'highlevel.contact.add-tags', { contactId: to('highlevelId'), tags: ['gone from clio'] }),
      ],
    },
  ),
  template(
    'duplicate-found',
    {
      picture: [
        { ...HL, what: 'contact' },
        { ...US, what: 'ask' },
        { ...HL, what: 'tag' },
      ],
      sample: { ...people, after: highlevelContact },
    },
    {
      on: 'highlevel.contact.created',
      if: [{ field: 'like.count', operator: 'more-than', value: 0 }],
      steps: [
        { id: 'ask', do: 'approve', text: 'There is somebody like {{record.name}} already. Tag as a possible duplicate?' },
        act('tag', 'highlevel.contact.add-tags', { contactId: '{{record.id}}', tags: ['possible duplicate'] }),
      ],
    },
  ),
  template(
    'stale-lead',
    {
      picture: [
        { ...US, what: 'clock' },
        { ...HL, what: 'contact' },
        { ...HL, what: 'task' },
      ],
      sample: { highlevel: highlevelContact, after: { ...highlevelContact, updatedAt: '2026-10-01T15:00:00Z' } },
    },
    {
      on: 'highlevel.contact.quiet',
      params: { days: 14 },
      if: [blank('clio.id')],
      steps: [
        act('task', 'highlevel.task.create', {
          contactId: '{{record.id}}',
          title: 'Call {{record.name}} again',
          due: '{{time.in1days}}',
        }),
      ],
    },
  ),
];
