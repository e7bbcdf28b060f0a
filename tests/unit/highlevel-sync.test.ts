import { describe, expect, test } from 'vitest';
import {
  appointmentBody,
  changedContactsBody,
  fromFoundTask,
  fromWireAppointment,
  fromWireContact,
  noteBody,
  updateContactBody,
} from '../../lib/highlevel/convert.ts';
import { wireAppointment, wireContact } from '../../lib/highlevel/types.ts';

describe('custom fields of a HighLevel contact', () => {
  const read = (customFields: unknown) => fromWireContact(wireContact.parse({ id: 'c', customFields }), 'L').customFields;
  test('are read by id; several choices are one text, files are left out', () => {
    const fields = [
      { id: 'a', value: ' red ' },
      { id: 'b', value: 12 },
      { id: 'c', value: ['x', 'y'] },
      { id: 'd', value: { file: { url: 'x' } } },
      { id: 'e', value: null },
      { id: 'f', field_value: false },
    ];
    expect(read(fields)).toEqual({ a: 'red', b: '12', c: 'x, y', f: 'false' });
  });
  test('are absent, not empty, where the answer has none or another shape', () => {
    expect(read(undefined)).toBeUndefined();
    expect(read({ a: 1 })).toBeUndefined();
    expect(read([])).toEqual({});
  });
  test('are sent as id and field_value beside the other fields', () => {
    expect(updateContactBody({ city: 'Troy' }, { customFields: { a: 'red' } })).toEqual({
      city: 'Troy',
      customFields: [{ id: 'a', field_value: 'red' }],
    });
    expect(updateContactBody({}, { customFields: {} })).toEqual({});
  });
});

describe('reading for sync', () => {
  test('a found task may have `_id` and its contact elsewhere', () => {
    const row = { _id: 't', title: 'Call', contactDetails: { id: 'c' }, dueDate: '2026-01-01T00:00:00Z' };
    expect(fromFoundTask(row, { account: 'L' })).toMatchObject({ id: 't', contactId: 'c', title: 'Call' });
    expect(fromFoundTask({ title: 'Call' }, { account: 'L' })).toBeUndefined();
  });
  test('an event of a series says so; times without a zone are the location’s', () => {
    const wire = wireAppointment.parse({
      id: 'e',
      contactId: 'c',
      startTime: '2026-07-01 10:00:00',
      masterEventId: 'm',
      dateUpdated: 'x',
    });
    expect(fromWireAppointment(wire, { account: 'L', timeZone: 'America/New_York' })).toMatchObject({
      ...{ contactId: 'c', startsAt: '2026-07-01T14:00:00.000Z', recurring: true, updatedAt: undefined },
    });
  });
  test('the search for changes goes on where the last page ended', () => {
    const since = '2026-01-01T00:00:00Z';
    expect(changedContactsBody({ locationId: 'L', since })).not.toHaveProperty('searchAfter');
    expect(changedContactsBody({ locationId: 'L', since, searchAfter: [1, 'c'], pageLimit: 20 })).toMatchObject({
      ...{ searchAfter: [1, 'c'], pageLimit: 20, filters: [{ field: 'dateUpdated', operator: 'range', value: { gte: since } }] },
    });
  });
});

describe('writing for sync', () => {
  test('only a moved appointment passes over the check of free slots', () => {
    expect(appointmentBody({ title: ' Call ' })).toEqual({ title: 'Call' });
    expect(appointmentBody({ startsAt: '2026-07-01T14:00:00.000Z' })).toEqual({
      startTime: '2026-07-01T14:00:00Z',
      ignoreFreeSlotValidation: true,
    });
  });
  test('a note’s title alone says nothing of its text', () => {
    expect(noteBody({ title: 'Call' })).toEqual({ title: 'Call' });
  });
});
