import { CONTACT_FIELDS } from '../../model/contact.ts';
import type { Condition, Given, Rule, Step } from '../../model/rule.ts';
import type { TemplateView } from '../../model/rules-view.ts';

/** A rule of a template; its name is given when it is used (words: `rule.template.<id>`). */
interface Draft {
  on: string;
  params?: Rule['trigger']['params'];
  if?: Condition[];
  steps: Step[];
}
type More = Omit<TemplateView, 'id' | 'rules' | 'asks'> & { asks?: TemplateView['asks'] };

export const template = (id: string, more: More, ...drafts: Draft[]): TemplateView => ({
  asks: [],
  ...more,
  id,
  rules: drafts.map(({ on, params = {}, if: all = [], steps }, index) => ({
    id: drafts.length > 1 ? `${id}-${index + 1}` : id,
    name: id,
    on: false,
    version: 0,
    trigger: { id: on, params },
    conditions: { all },
    steps,
    scope: {},
    pilot: { on: false, people: [] },
    budget: { perHour: 200, perDay: 1000 },
    template: id,
  })),
});

export const act = (id: string, operation: string, values: Record<string, Given>, twin?: true): Step => ({
  id,
  do: 'action',
  operation,
  values,
  ...(twin && { twin }),
});
export const filled = (field: string): Condition => ({ field, operator: 'is-filled' });
export const blank = (field: string): Condition => ({ field, operator: 'is-blank' });
/** Somebody to write to on the other side. */
export const linked = filled('link.highlevelId');

/** All values of a person, from one side. */
export const person = (side: 'clio' | 'highlevel'): Record<string, Given> =>
  Object.fromEntries(CONTACT_FIELDS.map((field) => [field, `{{${side}.${field}}}`]));
/** The same, only where the other side has none. */
export const missing = (side: 'clio' | 'highlevel', from: 'clio' | 'highlevel'): Record<string, Given> =>
  Object.fromEntries(CONTACT_FIELDS.map((field) => [field, `{{^${side}.${field}}}{{${from}.${field}}}{{/${side}.${field}}}`]));

const at = '2026-11-20T15:00:00Z';
const mail = (value: string) => [{ value, primary: true }];
const contact = {
  kind: 'person',
  name: 'Marisol Ortega',
  firstName: 'Marisol',
  lastName: 'Ortega',
  city: 'Austin',
  updatedAt: at,
};
/** Records to try a template on, before there are any of one's own. */
export const clioContact = {
  ...contact,
  ...{ system: 'clio', account: 'us:1', id: '101', emails: mail('marisol@example.com'), tags: [], createdAt: at },
  phones: mail('+15125550101'),
};
export const highlevelContact = {
  ...contact,
  ...{ system: 'highlevel', account: 'loc', id: 'hl101', emails: mail('marisol@example.com'), phones: [], tags: ['lead'] },
};
const on = { account: 'us:1', system: 'clio', contactId: '101' };
const there = { account: 'loc', system: 'highlevel', contactId: 'hl101' };
export const clioTask = {
  ...on,
  id: '201',
  title: 'File the affidavit',
  due: { kind: 'day', day: '2026-12-01' },
  done: false,
  private: false,
};
export const highlevelTask = { ...there, id: 'hl201', title: 'Ask for the passport', due: { kind: 'time', at }, done: false };
export const clioNote = { ...on, id: '301', title: 'Monday’s call', text: 'She will come on Monday.', at };
export const visit = {
  ...there,
  id: 'hl401',
  title: 'Consultation',
  startsAt: at,
  endsAt: '2026-11-20T15:30:00Z',
  status: 'confirmed',
};
export const matter = {
  ...{ account: 'us:1', id: '501', label: '00012-Ortega: Ortega v. Whitfield', status: 'Open', related: [] },
  client: { id: '101', name: 'Marisol Ortega', kind: 'person', role: 'client' },
};
export const people = { clio: clioContact, highlevel: highlevelContact };
