import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../lib/catalog/operations/catalogue.ts';
import { facts } from '../../lib/catalog/operations/facts.ts';
import { fires, type Happening } from '../../lib/catalog/operations/fires.ts';
import type { Entity } from '../../lib/model/change.ts';

const AT = Date.parse('2026-11-22T17:00:00Z');
type Part = Record<string, unknown>;
type Case = Partial<Happening> & { params?: Part };

const contact = {
  ...{ id: 'c1', kind: 'person', name: 'Jo Lee', firstName: 'Jo', tags: ['lead', 'VIP'], dnd: false, assignedTo: 'u1' },
  ...{ emails: [{ value: 'jo@lee.example', primary: true }], phones: [{ value: '+12125550100', primary: true }] },
  ...{ customFields: { f1: 'red' }, updatedAt: '2026-11-20T00:00:00Z' },
};
const matter = { id: 'm1', label: '7-Lee', status: 'Pending', client: { id: 'c1', name: 'Jo Lee' }, related: [] };
const task = { id: 't1', title: 'Call', due: { kind: 'day', day: '2026-11-20' }, done: false, contactId: 'c1' };
const note = { id: 'n1', text: 'She called.', at: '2026-11-20', contactId: 'c1' };
const meeting = { id: 'a1', title: 'Consultation', startsAt: '2026-11-22T17:30:00Z', endsAt: '2026-11-22T18:00:00Z' };
const appointment = { ...meeting, status: 'confirmed', contactId: 'c1' };
const SAMPLES: Partial<Record<Entity, Part>> = { contact, matter, task, note, appointment, 'calendar-entry': meeting };

const born = (after: Part): Case => ({ before: undefined, after });
const gone = (before: Part): Case => ({ before, after: undefined });
const turned = (before: Part, change: Part, params?: Part): Case => ({
  before,
  after: { ...before, ...change },
  ...(params && { params }),
});
const seen = (after: Part, by: 'visit' | 'clock', params: Part = {}): Case => ({ before: undefined, after, by, params });
const other = { emails: [{ value: 'new@lee.example', primary: true }] };
const done = { ...task, done: true };
const echo = { updatedAt: '2026-11-22T16:59:00Z', etag: '"2"' };
const moved = { startsAt: '2026-11-23T17:30:00Z' };
const closed = { ...matter, status: 'Closed' };

/** What sets off each trigger, and what looks like it and does not. */
const CASES: Record<string, [Entity, yes: Case, no: Case]> = {
  'clio.contact.created': ['contact', born(contact), { ...born(contact), origin: 'view' }],
  'clio.contact.updated': ['contact', turned(contact, { city: 'Albany' }), turned(contact, echo)],
  'clio.contact.deleted': ['contact', gone(contact), turned(contact, { city: 'Albany' })],
  'clio.contact.reach-changed': ['contact', turned(contact, other), turned(contact, { city: 'Albany' })],
  'clio.contact.field-changed': ['contact', turned(contact, { customFields: { f1: 'blue' } }), turned(contact, other)],
  'clio.contact.visited': ['contact', seen(contact, 'visit'), turned(contact, other)],
  'clio.matter.created': ['matter', born(matter), turned(matter, { status: 'Open' })],
  'clio.matter.updated': ['matter', turned(matter, { label: '7-Lee II' }), turned(matter, echo)],
  'clio.matter.deleted': ['matter', gone(matter), born(matter)],
  'clio.matter.opened': ['matter', turned(matter, { status: 'Open' }), turned(matter, { status: 'Closed' })],
  'clio.matter.pended': ['matter', turned(closed, { status: 'Pending' }), turned(matter, { label: 'x' })],
  'clio.matter.closed': ['matter', turned(matter, { status: 'Closed' }), turned(closed, { label: 'x' })],
  'clio.matter.client-changed': ['matter', turned(matter, { client: { id: 'c2' } }), turned(matter, { label: 'x' })],
  'clio.matter.visited': ['matter', seen(matter, 'visit'), seen(matter, 'clock')],
  'clio.task.created': ['task', born(task), { ...born(task), origin: 'write' }],
  'clio.task.updated': ['task', turned(task, { title: 'Write' }), turned(task, echo)],
  'clio.task.deleted': ['task', gone(task), born(task)],
  'clio.task.completed': ['task', turned(task, { done: true }), turned(done, { title: 'Write' })],
  'clio.task.reopened': ['task', turned(done, { done: false }), born(task)],
  'clio.task.overdue': ['task', seen(task, 'clock'), seen(done, 'clock')],
  'clio.note.created': ['note', born(note), turned(note, { text: 'x' })],
  'clio.note.updated': ['note', turned(note, { text: 'x' }), turned(note, echo)],
  'clio.entry.created': ['calendar-entry', born(meeting), gone(meeting)],
  'clio.entry.updated': ['calendar-entry', turned(meeting, { location: 'Court' }), turned(meeting, echo)],
  'clio.entry.moved': ['calendar-entry', turned(meeting, moved), turned(meeting, { location: 'Court' })],
  'clio.entry.soon': ['calendar-entry', seen(meeting, 'clock', { minutes: 30 }), seen(meeting, 'clock', { minutes: 29 })],
  'highlevel.contact.created': ['contact', born(contact), { ...born(contact), system: 'clio' }],
  'highlevel.contact.updated': ['contact', turned(contact, { dnd: true }), born(contact)],
  'highlevel.contact.deleted': ['contact', gone(contact), born(contact)],
  'highlevel.contact.dnd-changed': ['contact', turned(contact, { dnd: true }), turned(contact, other)],
  'highlevel.contact.tags-changed': ['contact', turned(contact, { tags: ['lead'] }), turned(contact, other)],
  'highlevel.contact.tag-added': [
    'contact',
    turned(contact, { tags: ['lead', 'VIP', 'retained'] }, { value: 'Retained' }),
    turned(contact, { tags: ['lead', 'VIP', 'retained'] }, { value: 'lost' }),
  ],
  'highlevel.contact.tag-removed': [
    'contact',
    turned(contact, { tags: ['vip'] }),
    turned(contact, { tags: ['LEAD', 'vip', 'x'] }),
  ],
  'highlevel.contact.reach-changed': ['contact', turned(contact, other), turned(contact, { dnd: true })],
  'highlevel.contact.owner-changed': ['contact', turned(contact, { assignedTo: 'u2' }), turned(contact, { dnd: true })],
  'highlevel.contact.field-changed': ['contact', turned(contact, { customFields: {} }), turned(contact, { dnd: true })],
  'highlevel.contact.quiet': ['contact', seen(contact, 'clock', { days: 2 }), seen(contact, 'clock', { days: 3 })],
  'highlevel.note.created': ['note', born(note), { ...born(note), origin: 'view' }],
  'highlevel.note.updated': ['note', turned(note, { text: 'x' }), turned(note, { authorName: 'x' })],
  'highlevel.note.deleted': ['note', gone(note), born(note)],
  'highlevel.task.created': ['task', born(task), gone(task)],
  'highlevel.task.updated': ['task', turned(task, { due: { kind: 'day', day: '2026-12-01' } }), turned(task, {})],
  'highlevel.task.completed': ['task', turned(task, { done: true }), turned(done, { done: false })],
  'highlevel.task.reopened': ['task', turned(done, { done: false }), turned(task, { title: 'x' })],
  'highlevel.task.deleted': ['task', gone(task), born(task)],
  'highlevel.task.overdue': [
    'task',
    seen({ ...task, due: { kind: 'time', at: '2026-11-22T16:59:00Z' } }, 'clock'),
    seen({ ...task, due: { kind: 'time', at: '2026-11-22T17:01:00Z' } }, 'clock'),
  ],
  'highlevel.appointment.created': ['appointment', born(appointment), turned(appointment, moved)],
  'highlevel.appointment.updated': ['appointment', turned(appointment, moved), born(appointment)],
  'highlevel.appointment.deleted': ['appointment', gone(appointment), turned(appointment, { status: 'cancelled' })],
  'highlevel.appointment.moved': ['appointment', turned(appointment, moved), turned(appointment, { status: 'showed' })],
  'highlevel.appointment.cancelled': ['appointment', turned(appointment, { status: 'cancelled' }), gone(appointment)],
  'highlevel.appointment.showed': [
    'appointment',
    turned(appointment, { status: 'showed' }),
    turned({ ...appointment, status: 'showed' }, moved),
  ],
  'highlevel.appointment.no-show': [
    'appointment',
    turned(appointment, { status: 'noshow' }),
    turned(appointment, { status: 'showed' }),
  ],
  'highlevel.appointment.soon': [
    'appointment',
    seen(appointment, 'clock', { minutes: 60 }),
    seen({ ...appointment, status: 'cancelled' }, 'clock', { minutes: 60 }),
  ],
  'local.schedule': ['contact', seen(contact, 'clock', { minutes: 60 }), born(contact)],
};

const happening = (id: string, entity: Entity, { params: _, ...of }: Case): Happening => ({
  ...{ system: id.startsWith('clio') ? 'clio' : 'highlevel', entity, id: 'x', at: AT, origin: 'pull' },
  ...of,
});
const triggers = CATALOGUE.filter((one) => one.kind === 'trigger' && one.source !== 'relay');

test('every trigger that can fire has its examples', () => {
  expect(Object.keys(CASES).sort()).toEqual(triggers.map((one) => one.id).sort());
});

describe('a trigger', () => {
  test.each(triggers.map((one) => [one.id, one] as const))('%s fires for its example and not for the other', (id, trigger) => {
    const [entity, yes, no] = CASES[id] ?? (['contact', {}, {}] as [Entity, Case, Case]);
    expect(fires(trigger, happening(id, entity, yes), yes.params)).toBe(true);
    expect(fires(trigger, happening(id, entity, no), no.params)).toBe(false);
  });

  test('of another kind of record, of the other system, or of the relay stays silent', () => {
    for (const trigger of CATALOGUE.filter((one) => one.kind === 'trigger' && one.system !== 'local')) {
      const [entity, yes] = CASES[trigger.id] ?? ([trigger.when?.entity, born({ id: 'x' })] as [Entity, Case]);
      const right = happening(trigger.id, entity, yes);
      expect(fires(trigger, { ...right, entity: 'user' }, yes.params), trigger.id).toBe(false);
      expect(fires(trigger, { ...right, system: trigger.system === 'clio' ? 'highlevel' : 'clio' }, yes.params)).toBe(false);
      if (trigger.source === 'relay') expect(fires(trigger, right)).toBe(false);
    }
  });

  test('a record that an open panel reads before the next pull was created all the same, if by its own time it was', () => {
    const trigger = CATALOGUE.find(({ id }) => id === 'clio.note.created')!;
    const seen = (more: Part, origin: Happening['origin'] = 'view') =>
      fires(trigger, happening(trigger.id, 'note', { ...born({ ...note, ...more }), origin }));
    expect(seen({ createdAt: '2026-11-22T16:59:00Z' })).toBe(true);
    expect(seen({ createdAt: '2026-11-20T16:59:00Z' })).toBe(false);
    expect(seen({})).toBe(false);
    expect(seen({ createdAt: '2026-11-22T16:59:00Z' }, 'write')).toBe(false);
  });

  test('fires for no change in which nothing but the times changed', () => {
    for (const trigger of triggers.filter((one) => one.source === 'pull')) {
      const record = SAMPLES[trigger.when?.entity ?? 'contact'] ?? {};
      const one = happening(trigger.id, trigger.when?.entity ?? 'contact', turned(record, echo));
      expect(fires(trigger, one), trigger.id).toBe(false);
    }
  });
});

test('facts are flat, and blank values are absent', () => {
  const { before, after } = facts({ entity: 'contact', before: undefined, after: { ...contact, lastName: '', city: undefined } });
  expect(before).toEqual({});
  expect(after).toMatchObject({ firstName: 'Jo', email: 'jo@lee.example', 'customFields.f1': 'red', tags: ['lead', 'VIP'] });
  expect(after).not.toHaveProperty('lastName');
  expect(facts({ entity: 'task', after: { ...task, matter: { id: 'm1', label: '7-Lee' } } }).after).toMatchObject({
    due: '2026-11-20',
    matterId: 'm1',
    matterLabel: '7-Lee',
  });
});
