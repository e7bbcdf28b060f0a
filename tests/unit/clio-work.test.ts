import { describe, expect, test } from 'vitest';
import { fromWireMatter, fromWireNote, fromWireTask, taskPatchBody } from '../../lib/clio/convert.ts';

test('a matter has its client first, and everybody once with all their roles', () => {
  const related = [
    { id: 7, contact_id: 7, name: 'Jo Lee', type: 'Person', is_matter_client: true, relationship: null },
    {
      id: 8,
      contact_id: 8,
      name: 'Al Ray',
      type: 'Person',
      is_matter_client: false,
      relationship: { id: 1, description: 'Witness' },
    },
    {
      id: 8,
      contact_id: 8,
      name: 'Al Ray',
      type: 'Person',
      is_matter_client: false,
      relationship: { id: 2, description: 'Payer' },
    },
    {
      id: 9,
      contact_id: null,
      name: 'Acme',
      type: 'Company',
      is_matter_client: false,
      relationship: { id: 3, description: null },
    },
  ];
  const wire = {
    id: 3,
    display_number: '00012-Lee',
    description: 'Lee v. Ray',
    status: 'Open',
    client: { id: 7, name: 'Jo Lee', type: 'Person' },
  };
  expect(fromWireMatter(wire, 'us:1', related)).toEqual({
    account: 'us:1',
    id: '3',
    label: '00012-Lee: Lee v. Ray',
    status: 'Open',
    client: { id: '7', name: 'Jo Lee', kind: 'person', role: 'client' },
    related: [
      { id: '8', name: 'Al Ray', kind: 'person', role: 'Witness, Payer' },
      { id: '9', name: 'Acme', kind: 'company', role: 'related' },
    ],
  });
});

describe('tasks and notes of Clio', () => {
  const matter = { id: 3, display_number: '00012', description: 'X', client_id: 7 };
  test('a task has a day, a status and its privacy', () => {
    const wire = {
      id: 1,
      name: 'File',
      description: '<p>a</p>',
      description_text_type: 'rich_text',
      status: 'complete',
      due_at: '2026-03-08',
      permission: 'private',
      matter,
      assignee: { id: 4, name: 'Ann' },
    };
    expect(fromWireTask(wire, { account: 'us:1' })).toMatchObject({
      title: 'File',
      body: 'a',
      due: { kind: 'day', day: '2026-03-08' },
      done: true,
      private: true,
      contactId: '7',
      assigneeName: 'Ann',
      matter: { id: '3', label: '00012: X' },
    });
    expect(fromWireTask({ ...wire, permission: 'public', status: 'in_review' }, { account: 'us:1' })).toMatchObject({
      private: false,
      done: false,
      status: 'in_review',
    });
    expect(fromWireTask({ ...wire, description_text_type: 'plain_text' }, { account: 'us:1' }).body).toBe('<p>a</p>');
  });
  test('a changed task is sent as a day and as a status everybody has', () => {
    expect(taskPatchBody({ done: false, due: { kind: 'time', at: '2026-03-08T04:59:00Z' } }, 'America/New_York')).toEqual({
      data: { due_at: '2026-03-07', status: 'pending' },
    });
    expect(taskPatchBody({ done: true }, 'UTC')).toEqual({ data: { status: 'complete' } });
  });
  test('a note keeps its subject, its day and its matter', () => {
    const wire = {
      id: 2,
      type: 'Matter',
      subject: 'Call',
      detail: '<p>One<br>Two</p>',
      detail_text_type: 'rich_text',
      date: '2026-01-02',
      author: { id: 1, name: 'Ann' },
      matter,
    };
    expect(fromWireNote(wire, { account: 'us:1' })).toMatchObject({
      title: 'Call',
      text: 'One\nTwo',
      at: '2026-01-02',
      authorName: 'Ann',
      matter: { id: '3' },
    });
  });
});
