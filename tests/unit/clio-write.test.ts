import { describe, expect, test } from 'vitest';
import {
  contactData,
  entryData,
  fromWireContact,
  fromWireEntry,
  heldValues,
  newContactData,
  newTaskBody,
  noteData,
  reminderMethod,
} from '../../lib/clio/convert.ts';
import { wireCalendarEntry, wireContact } from '../../lib/clio/types.ts';

const value = (id: string, field: number, more: object) => ({ id, custom_field: { id: field, etag: 'x' }, ...more });
const current = wireContact.parse({
  id: 1,
  etag: '"e"',
  type: 'Person',
  email_addresses: [
    { id: 11, name: 'Work', address: 'Work@Example.com', primary: true },
    { id: 12, name: 'Home', address: 'home@example.com', primary: false },
  ],
  web_sites: [{ id: 13, name: 'Work', address: 'https://lee.example/', default_web_site: true }],
  custom_field_values: [
    value('picklist-5', 70, { field_type: 'picklist', value: '91', picklist_option: { id: 91 } }),
    value('text_line-6', 71, { value: ' red ' }),
    value('checkbox-7', 72, { value: true }),
    value('numeric-8', 73, { value: 12.5 }),
    value('text_line-9', 74, { value: null }),
    { id: 'text_line-10', value: 'whose?' },
  ],
});

describe('custom fields of a Clio contact', () => {
  test('are read by field: options by their id, ticks and numbers as text, empty ones not at all', () => {
    expect(fromWireContact(current, 'us:1').customFields).toEqual({ 70: '91', 71: 'red', 72: 'true', 73: '12.5' });
  });
  test('are absent, not empty, where they were not asked for', () => {
    expect(fromWireContact({ id: 1 }, 'us:1').customFields).toBeUndefined();
  });
  test('are sent under the id of their value, which is not the id of their field', () => {
    expect(contactData(current, {}, {}, { customFields: { 70: '92', 75: 'new' } })).toEqual({
      custom_field_values: [
        { id: 'picklist-5', value: '92' },
        { custom_field: { id: 75 }, value: 'new' },
      ],
    });
  });
});

describe('values of a Clio contact', () => {
  test('go into the row that was seen, whatever its case, and never into another', () => {
    expect(contactData(current, { email: 'new@example.com' }, { email: 'HOME@example.com' })).toEqual({
      email_addresses: [{ id: 12, address: 'new@example.com' }],
    });
    expect(contactData(current, { website: 'new.example' }, { website: 'http://lee.example' })).toEqual({
      web_sites: [{ id: 13, address: 'new.example' }],
    });
  });
  test('that stand there already are not sent again', () => {
    expect(contactData(current, { email: 'work@example.com' }, { email: 'home@example.com' })).toEqual({});
  });
  test('are held where they were seen, not where Clio shows them first', () => {
    expect(heldValues(current, { email: 'x@example.com' }, { email: 'home@example.com' }).email).toBe('home@example.com');
    expect(heldValues(current, { email: 'x@example.com' }, { email: 'gone@example.com' }).email).toBe('Work@Example.com');
    expect(heldValues(current, { email: 'x@example.com' }, {}).email).toBe('Work@Example.com');
  });
  test('blank ones are never sent, and a company’s first name neither', () => {
    expect(contactData(current, { email: ' ', city: '', firstName: ' ' }, {})).toEqual({});
    expect(contactData({ ...current, type: 'Company' }, { firstName: 'Jo', dateOfBirth: '1990-01-01' }, {})).toEqual({});
  });
  test('of somebody without a name make a contact of the company’s name', () => {
    expect(newContactData({ company: 'Lee LLC', email: 'a@b.c' })).toMatchObject({ type: 'Person', name: 'Lee LLC' });
  });
});

describe('the other records', () => {
  test('an entry keeps who attends, and adds only who is missing', () => {
    const has = [{ type: 'Contact' as const, id: '1' }];
    expect(entryData({ attendees: [...has, { type: 'Calendar', id: '1' }] }, has)).toEqual({
      attendees: [{ id: 1, type: 'Calendar' }],
    });
    expect(entryData({ attendees: has }, has)).toEqual({});
  });
  test('an entry without a start is none; one without an end ends where it starts', () => {
    expect(fromWireEntry(wireCalendarEntry.parse({ id: 'x' }), 'us:1')).toBeUndefined();
    const entry = fromWireEntry(
      wireCalendarEntry.parse({ id: '9-20260105', start_at: '2026-01-05T17:00:00Z', parent_calendar_entry_id: 9 }),
      'us:1',
    );
    expect(entry).toMatchObject({ id: '9-20260105', endsAt: '2026-01-05T17:00:00.000Z', recurring: true, attendees: [] });
  });
  test('a new task has a description, empty where there is none, and is done only if said so', () => {
    expect(newTaskBody({ title: 'Call', assigneeId: '5', done: false }, 'UTC')).toEqual({
      data: { description: '', name: 'Call', assignee: { id: 5, type: 'User' } },
    });
    expect(newTaskBody({ title: 'Call', assigneeId: '5', done: true }, 'UTC').data.status).toBe('complete');
  });
  test('a note’s title alone says nothing of its text', () => {
    expect(noteData({ title: 'Call' })).toEqual({ subject: 'Call' });
  });
  test.each([
    [
      [
        { id: 1, type: 'Email' },
        { id: 2, type: 'Popup' },
      ],
      '2',
    ],
    [
      [
        { id: 1, type: 'Email' },
        { id: 3, type: 'Email', is_default_email_address: true },
      ],
      '3',
    ],
    [[{ id: 4, type: 'SMS' }], '4'],
    [[], undefined],
  ])('the way of being reminded is the screen, else the usual e-mail, else what there is: %j', (notification_methods, id) => {
    expect(reminderMethod({ id: 1, notification_methods })).toBe(id);
  });
});
