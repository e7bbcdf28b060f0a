import { describe, expect, test } from 'vitest';
import { hlId } from '../../sandbox/world/ids.ts';
import { here, MARISOL, PRIYA, seeded } from '../contract/sandbox-more-highlevel-calls.ts';

const old = { version: '2021-04-15' };
const now = { version: '2021-07-28' };

describe('papers and money', () => {
  test('a part of an invoice is paid, then the rest, and never more', () => {
    const { ask } = seeded();
    const path = `/invoices/${hlId('invoice:layla-mansour:1077')}/record-payment`;
    const body = { altId: here.locationId, altType: 'location', mode: 'cash', notes: 'At the desk' };
    const paid = (more: object) => ask('POST', path, { ...now, body: { ...body, ...more } });
    expect(paid({ amount: 2000 }).status).toBe(400);
    expect(paid({ amount: 400 }).body.invoice).toMatchObject({ status: 'partially_paid', amountDue: 600 });
    expect(paid({}).body.invoice).toMatchObject({ status: 'paid', amountDue: 0 });
    expect(paid({ mode: 'card' }).status).toBe(422);
  });
  test('what is wrong inside an invoice is named with its place', () => {
    const { ask } = seeded();
    const item = { name: 'A', currency: 'CAD', amount: '5', qty: 1 };
    const payer = { id: MARISOL, name: 'M', phoneNo: '1', email: 'm@x.example', nickname: 'M' };
    const body = {
      ...{ altId: here.locationId, altType: 'location', name: 'X', currency: 'CAD', items: [item], contactDetails: payer },
      ...{ issueDate: '2026-11-22', sentTo: { email: [] }, liveMode: true, action: 'send', userId: PRIYA },
    };
    expect(ask('POST', '/invoices/text2pay', { ...now, body }).body.message).toEqual([
      'items.0.amount must be a number conforming to the specified constraints',
      'contactDetails.property nickname should not exist',
    ]);
  });
  test('a template is sent to a contact, or kept as a draft and sent later', () => {
    const { ask } = seeded();
    const body = {
      ...here,
      templateId: hlId('paper-template:Fee agreement'),
      userId: PRIYA,
      contactId: MARISOL,
      sendDocument: false,
    };
    const { links } = ask('POST', '/proposals/templates/send', { ...now, body }).body;
    const documents = (status: string) =>
      ask('GET', '/proposals/document', { ...now, query: { ...here, status } }).body.documents.map(
        (row: { _id: string }) => row._id,
      );
    expect(documents('draft')).toContain(links[0].documentId);
    ask('POST', '/proposals/document/send', { ...now, body: { ...here, documentId: links[0].documentId, sentBy: PRIYA } });
    expect(documents('sent')).toContain(links[0].documentId);
  });
});

describe('custom objects, blocks and forms', () => {
  test('a record is found by a value, changed in one property, and tied to its contact once', () => {
    const { ask } = seeded();
    const records = '/objects/custom_objects.matter/records';
    const search = (query: string) =>
      ask('POST', `${records}/search`, { ...now, body: { ...here, page: 1, pageLimit: 10, query } }).body;
    const [found] = search('Mansour').records;
    const changed = ask('PUT', `${records}/${found.id}`, { ...now, query: here, body: { properties: { stage: 'Filed' } } }).body;
    expect(changed.record.properties).toEqual({ ...found.properties, stage: 'Filed' });
    const body = { ...here, associationId: hlId('association:matter'), firstRecordId: MARISOL, secondRecordId: found.id };
    expect(ask('POST', '/associations/relations', { ...now, body }).status).toBe(201);
    expect(ask('POST', '/associations/relations', { ...now, body }).status).toBe(400);
    expect(ask('POST', '/associations/relations', { ...now, body: { ...body, firstRecordId: 'nobody' } }).status).toBe(400);
    expect(ask('POST', '/objects/custom_objects.nothing/records', { ...now, body: { ...here, properties: {} } }).status).toBe(
      400,
    );
  });
  test('a block moves, and shows up where it is now', () => {
    const { ask } = seeded();
    const calendarId = hlId('calendar:consultation');
    const times = { startTime: '2026-12-20T09:00:00-08:00', endTime: '2026-12-20T10:00:00-08:00' };
    ask('PUT', `/calendars/events/block-slots/${hlId('block:court')}`, { ...old, body: { ...here, calendarId, ...times } });
    const day = (date: string) => {
      const at = Date.parse(date);
      const query = { ...here, calendarId, startTime: String(at), endTime: String(at + 86_400_000) };
      return ask('GET', '/calendars/blocked-slots', { ...old, query }).body.events.length;
    };
    expect([day('2026-12-20'), day('2026-12-01')]).toEqual([1, 0]);
    expect(ask('GET', '/calendars/blocked-slots', { ...old, query: { ...here, startTime: '1', endTime: '2' } }).status).toBe(422);
  });
  test('forms answer forms, surveys surveys, a month back unless told', () => {
    const { ask } = seeded();
    const total = (path: string, more = {}) => ask('GET', path, { ...now, query: { ...here, ...more } }).body.meta.total;
    expect(total('/forms/submissions')).toBe(2);
    expect(total('/forms/submissions', { startAt: '2026-09-01' })).toBe(3);
    expect(total('/surveys/submissions')).toBe(1);
    expect(total('/forms/submissions', { q: 'Claire' })).toBe(1);
  });
  test('a file goes into a custom field of the contact, and only into one that exists', () => {
    const { ask } = seeded();
    const send = (name: string) =>
      ask('POST', '/forms/upload-custom-files', {
        ...{ ...now, query: { ...here, contactId: MARISOL }, headers: { 'content-type': 'multipart/form-data; boundary=x' } },
        body: `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.pdf"\r\n\r\nbytes\r\n--x--`,
      });
    const field = hlId('field:preferred_language');
    expect(send(`${field}_1`).body.contact.customFields.map(({ id }: { id: string }) => id)).toContain(field);
    expect(send('nothing_1').status).toBe(400);
  });
});
