import { describe, expect, test } from 'vitest';
import { hlContact } from '../../sandbox/world/highlevel-rows.ts';
import { hlOpportunity, hlPipeline, hlStage } from '../../sandbox/world/highlevel-sales.ts';
import { hlConversation } from '../../sandbox/world/highlevel-talk.ts';
import { AISHA, here, MARISOL, NOW, PRIYA, seeded } from '../contract/sandbox-more-highlevel-calls.ts';

const old = { version: '2021-04-15' };
const now = { version: '2021-07-28' };
const intake = { pipelineId: hlPipeline('intake'), pipelineStageId: hlStage('intake', 'New lead') };

describe('opportunities', () => {
  const ruth = hlContact('ruth-okafor');
  const create = { ...here, ...intake, contactId: ruth, name: 'House', status: 'open' };
  test('a contact has one open opportunity in a pipeline', () => {
    const { ask } = seeded();
    expect(ask('POST', '/opportunities/', { ...now, body: create }).status).toBe(201);
    expect(ask('POST', '/opportunities/', { ...now, body: create }).status).toBe(400);
    const other = { pipelineId: hlPipeline('referral'), pipelineStageId: hlStage('referral', 'Received') };
    expect(ask('POST', '/opportunities/', { ...now, body: { ...create, ...other } }).status).toBe(201);
  });
  test('a stage of another pipeline is refused, and a change of stage or status has its time', () => {
    const { ask, clock } = seeded();
    const path = `/opportunities/${hlOpportunity('david-s-kim')}`;
    const before = ask('GET', path, now).body.opportunity;
    expect(ask('PUT', path, { ...now, body: { pipelineStageId: hlStage('referral', 'Received') } }).status).toBe(400);
    clock.advance(60_000);
    const { opportunity } = ask('PUT', path, { ...now, body: { pipelineStageId: hlStage('intake', 'Signed') } }).body;
    expect(opportunity.lastStageChangeAt).toBe(new Date(NOW + 60_000).toISOString());
    expect(opportunity.lastStatusChangeAt).toBe(before.lastStatusChangeAt);
    expect(ask('PUT', `${path}/status`, { ...now, body: { status: 'won' } }).body).toEqual({ succeded: true });
    expect(ask('GET', path, now).body.opportunity.status).toBe('won');
    expect(ask('PUT', `${path}/status`, { ...now, body: { status: 'all' } }).status).toBe(422);
  });
  test('a search goes through all pages by the last row, each row once', () => {
    const { ask, state } = seeded();
    const found: string[] = [];
    let cursor: Record<string, string> = {};
    for (let turn = 0; turn < 10; turn += 1) {
      const query = { location_id: here.locationId, limit: '2', ...cursor };
      const { opportunities, meta } = ask('GET', '/opportunities/search', { ...now, query }).body;
      if (!opportunities.length) break;
      found.push(...opportunities.map((row: { id: string }) => row.id));
      cursor = { startAfter: String(meta.startAfter), startAfterId: meta.startAfterId };
    }
    expect(found.toSorted()).toEqual(state.rows.opportunities.map(({ id }) => id).toSorted());
  });
  test('an upsert changes the one with its id and says so', () => {
    const { ask } = seeded();
    const body = { ...here, ...intake, followers: [PRIYA], isRemoveAllFollowers: false, followersActionType: 'add' };
    const changed = ask('POST', '/opportunities/upsert', {
      ...now,
      body: { ...body, id: hlOpportunity('david-s-kim'), name: 'New' },
    }).body;
    expect([changed.new, changed.opportunity.name, changed.opportunity.followers]).toEqual([false, 'New', [PRIYA]]);
    expect(ask('POST', '/opportunities/upsert', { ...now, body: { ...body, name: 'Made' } }).body.new).toBe(true);
  });
  test('another location is refused', () => {
    const { ask, state } = seeded();
    const location_id = state.rows.locations[1]?.id ?? '';
    expect(ask('GET', '/opportunities/search', { ...now, query: { location_id } }).status).toBe(403);
  });
});

describe('messages', () => {
  const text = { type: 'SMS', contactId: AISHA, message: 'Hello' };
  const send = (ask: ReturnType<typeof seeded>['ask'], body: object) => ask('POST', '/conversations/messages', { ...old, body });
  test('do-not-disturb stops a text, of all channels or of its own', () => {
    const { ask, state } = seeded();
    const contact = state.rows.contacts.find((row) => row.id === AISHA)!;
    contact.dnd = true;
    expect(send(ask, text).status).toBe(400);
    Object.assign(contact, { dnd: false, dndSettings: { SMS: { status: 'active' } } });
    expect(send(ask, text).status).toBe(400);
    expect(send(ask, { ...text, type: 'Email', html: '<p>Hello</p>' }).status).toBe(200);
    expect(state.rows.messages.filter((row) => row.source === 'api')).toHaveLength(1);
  });
  test('nobody is texted without a number, nothing is sent without words', () => {
    const { ask } = seeded();
    expect(send(ask, { ...text, contactId: MARISOL }).status).toBe(400);
    expect(send(ask, { type: 'SMS', contactId: AISHA }).status).toBe(400);
  });
  test('a scheduled text can be called off until its time, a sent one cannot', () => {
    const { ask, clock, state } = seeded();
    const later = { ...text, scheduledTimestamp: Math.floor(NOW / 1000) + 3600 };
    const [one, two] = [send(ask, later).body.messageId, send(ask, later).body.messageId];
    const cancel = (id: string) => ask('DELETE', `/conversations/messages/${id}/schedule`, old).status;
    expect(cancel(one)).toBe(200);
    expect(state.rows.messages.some((row) => row.id === one)).toBe(false);
    clock.advance(3_700_000);
    expect(cancel(two)).toBe(400);
    expect(cancel(send(ask, text).body.messageId)).toBe(400);
    expect(send(ask, { ...text, scheduledTimestamp: 1 }).status).toBe(400);
  });
  test('what was written down stands in the thread, newest first, and inbound counts as unread', () => {
    const { ask } = seeded();
    const conversationId = hlConversation('claire-dubois');
    const body = { type: 'Call', conversationId, conversationProviderId: 'p', call: { status: 'completed' } };
    expect(ask('POST', '/conversations/messages/outbound', { ...old, body: { ...body, call: { status: 'sung' } } }).status).toBe(
      422,
    );
    const logged = ask('POST', '/conversations/messages/outbound', { ...old, body }).body.messageId;
    const inbound = { ...body, type: 'SMS', contactId: hlContact('claire-dubois'), message: 'Yes', date: '2026-11-22T10:00:00Z' };
    ask('POST', '/conversations/messages/inbound', { ...old, body: inbound });
    const { messages } = ask('GET', `/conversations/${conversationId}/messages`, old).body;
    expect(messages.slice(0, 2).map((row: { messageType: string }) => row.messageType)).toEqual(['TYPE_SMS', 'TYPE_CALL']);
    expect(messages[1].id).toBe(logged);
    expect(ask('GET', `/conversations/${conversationId}`, old).body.unreadCount).toBe(1);
  });
  test('a thread is read page by page', () => {
    const { ask } = seeded();
    const path = `/conversations/${hlConversation('claire-dubois')}/messages`;
    const first = ask('GET', path, { ...old, query: { limit: '2' } }).body;
    expect([first.nextPage, first.messages.length]).toEqual([true, 2]);
    const rest = ask('GET', path, { ...old, query: { limit: '2', lastMessageId: first.lastMessageId } }).body;
    expect([rest.nextPage, rest.messages.length]).toEqual([false, 1]);
  });
});
