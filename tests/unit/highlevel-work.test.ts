import { describe, expect, test } from 'vitest';
import {
  completeTaskBody,
  createTaskBody,
  fromWireAppointment,
  fromWireNote,
  fromWireTask,
  noteBody,
  sameDue,
  updateTaskBody,
} from '../../lib/highlevel/convert.ts';
import { answers } from '../../lib/highlevel/types.ts';
import { contactUrl } from '../../lib/highlevel/urls.ts';
import { dueDay } from '../../lib/model/due.ts';

const ZONE = 'America/New_York';
const WHERE = { account: 'LOC1', contactId: 'c1' };

describe('a task', () => {
  const wire = {
    id: 't1',
    title: 'Call',
    body: '<p>ring</p>',
    dueDate: '2026-03-08T21:00:00.000Z',
    completed: false,
    assignedTo: 'u1',
  };
  test('is read with its due time', () => {
    expect(fromWireTask(wire, WHERE)).toMatchObject({
      id: 't1',
      contactId: 'c1',
      body: 'ring',
      due: { kind: 'time', at: '2026-03-08T21:00:00.000Z' },
      done: false,
      assigneeId: 'u1',
    });
  });
  test('of Clio falls due at five in the zone, without milliseconds, and comes back as the same day', () => {
    const due = { kind: 'day', day: '2026-03-08' } as const;
    const body = createTaskBody({ title: ' Call ', due, done: false, body: '' }, ZONE);
    expect(body).toEqual({ title: 'Call', dueDate: '2026-03-08T21:00:00Z', completed: false });
    const back = fromWireTask({ id: 't', ...body } as never, WHERE);
    expect(dueDay(back.due!, ZONE)).toBe('2026-03-08');
    expect(sameDue(due, back.due, ZONE)).toBe(true);
    expect(sameDue(due, undefined, ZONE)).toBe(false);
    expect(sameDue(undefined, undefined, ZONE)).toBe(true);
  });
  test('without a due date cannot be made', () => {
    expect(() => createTaskBody({ title: 'Call', done: false }, ZONE)).toThrow(
      expect.objectContaining({ code: 'invalid-request', facts: { system: 'highlevel', about: 'due' } }),
    );
  });
  test('is changed with title and due date always along', () => {
    const current = fromWireTask(wire, WHERE);
    expect(updateTaskBody(current, { done: true }, ZONE)).toEqual({
      title: 'Call',
      dueDate: '2026-03-08T21:00:00Z',
      completed: true,
    });
    expect(updateTaskBody(current, { title: 'Write', due: { kind: 'day', day: '2026-11-01' } }, ZONE)).toEqual({
      title: 'Write',
      dueDate: '2026-11-01T22:00:00Z',
    });
    expect(completeTaskBody(false)).toEqual({ completed: false });
  });
});

describe('notes and appointments', () => {
  test('a note is plain text with its author', () => {
    const authors = new Map([['u1', 'Ann']]);
    const wire = {
      id: 'n1',
      body: '<p>One</p><img src=x onerror=alert(1)><p>Two</p>',
      userId: 'u1',
      dateAdded: '2026-01-01T00:00:00Z',
    };
    expect(fromWireNote(wire, WHERE, authors)).toMatchObject({
      text: 'One\nTwo',
      authorName: 'Ann',
      at: '2026-01-01T00:00:00.000Z',
      contactId: 'c1',
    });
  });
  test('a note is sent as text, markup and all, without blanks', () => {
    expect(noteBody({ text: 'use <b>\r\nnow', title: ' ' })).toEqual({ body: 'use <b>\nnow' });
  });
  test('an appointment without a zone is read in that of the location, one without a start is left out', () => {
    const where = { ...WHERE, timeZone: 'America/Chicago' };
    const wire = {
      id: 'a1',
      title: 'Consult',
      startTime: '2026-07-16 11:00:00',
      endTime: '2026-07-16 11:30:00',
      appointmentStatus: 'confirmed',
      status: 'booked',
    };
    expect(fromWireAppointment(wire as never, where)).toMatchObject({
      startsAt: '2026-07-16T16:00:00.000Z',
      endsAt: '2026-07-16T16:30:00.000Z',
      status: 'confirmed',
    });
    expect(fromWireAppointment({ id: 'a2' } as never, where)).toBeUndefined();
  });
  test('a list answer with unknown fields is read', () => {
    expect(answers.notes.parse({ notes: [{ id: 'n', extra: 1 }], traceId: 'x' })).toEqual({ notes: [{ id: 'n' }] });
  });
});

test('the contact page is in the HighLevel app', () => {
  expect(contactUrl('LOC1', 'c1')).toBe('https://app.gohighlevel.com/v2/location/LOC1/contacts/detail/c1');
});
