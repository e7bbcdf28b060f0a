import { expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import type { ClioParty } from '../../sandbox/world/types.ts';
import { seeded } from '../contract/sandbox-more-highlevel-calls.ts';
import { smallClio } from './sandbox-clio-rows.ts';

const NOW = Date.parse('2026-11-22T09:41:00Z');
const { highlevel, clio } = seedWorld(NOW);

/** The ids of rows that are named and do not exist. */
function missing(named: unknown[], ...tables: { id: unknown }[][]): unknown[] {
  const known = new Set(tables.flat().map(({ id }) => id));
  return named.filter((id) => id !== null && id !== undefined && !known.has(id));
}

test('every row of the sales side hangs on rows that exist', () => {
  const { opportunities, pipelines, conversations, messages, contacts, users, forms, submissions } = highlevel;
  const owned = [...opportunities, ...conversations, ...messages, ...submissions, ...highlevel.papers, ...highlevel.invoices];
  expect(
    missing(
      [...owned, ...highlevel.unsubscriptions].map((row) => row.contactId),
      contacts,
    ),
  ).toEqual([]);
  expect(
    missing(
      opportunities.map((row) => row.pipelineId),
      pipelines,
    ),
  ).toEqual([]);
  expect(
    missing(
      opportunities.map((row) => row.pipelineStageId),
      pipelines.flatMap((row) => row.stages),
    ),
  ).toEqual([]);
  expect(
    missing(
      [...opportunities, ...conversations].map((row) => row.assignedTo),
      users,
    ),
  ).toEqual([]);
  expect(
    missing(
      messages.map((row) => row.conversationId),
      conversations,
    ),
  ).toEqual([]);
  expect(
    missing(
      submissions.map((row) => row.formId),
      forms,
    ),
  ).toEqual([]);
  expect(
    missing(
      highlevel.blocks.map((row) => row.calendarId),
      highlevel.calendars,
    ),
  ).toEqual([]);
  expect(
    missing(
      highlevel.relations.flatMap((row) => [row.firstRecordId, row.secondRecordId]),
      contacts,
      highlevel.records,
    ),
  ).toEqual([]);
  expect(
    missing(
      highlevel.records.map((row) => Number(row.properties.clio_id)),
      clio.matters,
    ),
  ).toEqual([]);
});

test('who is texted or called has a number, and who is written to an address', () => {
  const contact = (id: string) => highlevel.contacts.find((row) => row.id === id);
  for (const row of highlevel.messages) {
    const reach = row.messageType === 'TYPE_EMAIL' ? contact(row.contactId)?.email : contact(row.contactId)?.phone;
    expect(reach, `${row.messageType} ${row.body}`).toBeTruthy();
  }
});

test('every row of the desk hangs on rows of its account', () => {
  const { matters, contacts, users, folders, documents } = clio;
  const parties = (list: ClioParty[]) => [
    ...missing(
      list.filter(({ type }) => type === 'User').map(({ id }) => id),
      users,
    ),
    ...missing(
      list.filter(({ type }) => type === 'Contact').map(({ id }) => id),
      contacts,
    ),
  ];
  const talk = clio.communications.flatMap((row) => [...row.senders, ...row.receivers]);
  expect(parties([...talk, ...clio.conversations.flatMap((row) => row.members)])).toEqual([]);
  const inMatters = [...clio.communications, ...clio.conversations, ...folders, ...documents].map((row) => row.matter_id);
  expect(missing([...inMatters, ...clio.bills.flatMap((row) => row.matter_ids)], matters)).toEqual([]);
  expect(
    missing(
      [...folders, ...documents].map((row) => row.parent_id),
      folders,
    ),
  ).toEqual([]);
  expect(
    missing(
      clio.bills.map((row) => row.client_id),
      contacts,
    ),
  ).toEqual([]);
  for (const bill of clio.bills) {
    for (const id of bill.matter_ids) expect(matters.find((row) => row.id === id)?.client_id).toBe(bill.client_id);
  }
  expect(
    missing(
      clio.matterStages.map((row) => row.practice_area_id),
      clio.practiceAreas,
    ),
  ).toEqual([]);
  const areas = matters.map((row) => row.practice_area);
  for (const area of areas) expect(clio.practiceAreas.find((row) => row.id === area?.id)?.name).toBe(area?.name);
});

test('nothing of it was made in the future', () => {
  const desk = [...clio.communications, ...clio.conversationMessages, ...clio.documents, ...clio.bills, ...clio.payments];
  for (const row of desk) {
    expect(Date.parse(row.created_at)).toBeLessThan(NOW);
    expect(Date.parse(row.updated_at)).toBeLessThan(NOW);
    expect(row.updated_at >= row.created_at).toBe(true);
  }
  const made = [
    ...highlevel.opportunities,
    ...highlevel.papers,
    ...highlevel.invoices,
    ...highlevel.submissions,
    ...highlevel.records,
  ];
  for (const row of made) expect(Date.parse(row.createdAt)).toBeLessThan(NOW);
  for (const row of highlevel.messages) expect(Date.parse(row.dateAdded)).toBeLessThan(NOW);
});

test('a deleted HighLevel contact takes its talk along, a merged Clio contact leaves it to the other', () => {
  const { state, ask } = seeded();
  const { highlevelId, clioId } = cast.marisol;
  expect(ask('DELETE', `/contacts/${highlevelId}`, { version: '2021-07-28' }).status).toBe(200);
  const left = [...state.rows.opportunities, ...state.rows.conversations, ...state.rows.messages];
  expect(left.some((row) => row.contactId === highlevelId)).toBe(false);
  const { clio: standIn } = smallClio({}, seedWorld(NOW).clio);
  standIn.control.mergeContacts!({ winner: cast.nadia.clioId, loser: clioId });
  const { bills, communications } = standIn.state.rows;
  expect(bills.filter((row) => row.client_id === clioId)).toEqual([]);
  expect(bills.filter((row) => row.client_id === cast.nadia.clioId)).toHaveLength(2);
  expect(communications.flatMap((row) => [...row.senders, ...row.receivers]).some(({ id }) => id === clioId)).toBe(false);
});
