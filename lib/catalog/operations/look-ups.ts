import type { System } from '../../model/subject.ts';
import type { Field } from '../fields.ts';

/** Where to choose a record of a kind: the operation that lists them, and where in its answer their names are. */
export interface LookUp {
  operation: string;
  /** Dotted path of the list in the answer. */
  list: string;
  name: string;
}

const look = (operation: string, list: string, name = 'name'): LookUp => ({ operation, list, name });
const LOOK_UPS: Record<System, Record<string, LookUp>> = {
  highlevel: {
    user: look('highlevel.user.list', 'users'),
    calendar: look('highlevel.calendar.list', 'calendars'),
    pipeline: look('highlevel.pipeline.list', 'pipelines'),
    // Stages stand in their pipelines.
    stage: look('highlevel.pipeline.list', 'pipelines.stages'),
    workflow: look('highlevel.workflow.list', 'workflows'),
    template: look('highlevel.template.list', 'templates'),
    company: look('highlevel.company.list', 'businesses'),
    document: look('highlevel.document.list', 'documents'),
    'document-template': look('highlevel.document.templates', 'data'),
    invoice: look('highlevel.invoice.list', 'invoices'),
    'custom-field': look('highlevel.location.custom-fields', 'customFields'),
    tag: look('highlevel.location.tags', 'tags'),
    contact: look('highlevel.contact.search', 'contacts', 'contactName'),
    opportunity: look('highlevel.opportunity.search', 'opportunities'),
  },
  clio: {
    user: look('clio.user.list', 'data'),
    calendar: look('clio.calendar.list', 'data'),
    'matter-stage': look('clio.matter-stage.list', 'data'),
    'practice-area': look('clio.practice-area.list', 'data'),
    'task-list': look('clio.task-list.list', 'data'),
    'custom-field': look('clio.custom-field.list', 'data'),
    contact: look('clio.contact.list', 'data'),
    matter: look('clio.matter.list', 'data', 'display_number'),
    document: look('clio.document.list', 'data'),
  },
};

/** Which list a field's value is chosen from; undefined where an id has to be known. */
export const lookUpOf = (system: System, field: Pick<Field, 'kind' | 'entity' | 'name'>): LookUp | undefined =>
  LOOK_UPS[system][field.kind === 'custom-fields' ? 'custom-field' : field.name === 'tags' ? 'tag' : (field.entity ?? '')];
