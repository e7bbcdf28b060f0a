import { afterEach, beforeEach, expect, test } from 'vitest';
import { MESSAGES, type MessageType } from '../../lib/messages/protocol.ts';
import { SYNC_MESSAGES } from '../../lib/messages/protocol-sync.ts';
import { askKey } from '../../lib/model/ask.ts';
import { noSync } from '../../lib/model/sync.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const types = Object.keys(SYNC_MESSAGES) as MessageType[];
const codeOf = async (from: 'page' | 'panel' | 'console', type: MessageType, payload: unknown) => {
  const answer = await world.answerTo(from, type, payload as never);
  return answer.ok ? undefined : answer.error.code;
};

test('a Clio page is told nothing of two-way sync and sets nothing', async () => {
  for (const type of types) expect(await codeOf('page', type, {}), type).toBe('not-allowed');
});

test('the panel may answer and recall, and nothing else; without an accepted nonce not even that', async () => {
  const answered = { key: askKey.conflict('us:1|7|loc', 'contact'), answer: { offer: 'clio' } };
  expect(await codeOf('panel', 'ask.answer', answered)).toBe('not-allowed');
  expect(await codeOf('panel', 'item.recall', { pair: 'us:1|7|loc|note|31' })).toBe('not-allowed');
  expect(types.filter((type) => (MESSAGES[type].from as string[]).includes('panel'))).toEqual(['ask.answer', 'item.recall']);
  await world.openContact(world.cast.ruth.clioId);
  for (const type of types.filter((one) => !(MESSAGES[one].from as string[]).includes('panel')))
    expect(await codeOf('panel', type, {}), type).toBe('not-allowed');
  expect(await codeOf('panel', 'ask.answer', answered), 'there is no such question').toBe('not-found');
});

const choice = noSync();
const link = 'us:1|7|loc';
test.each<[MessageType, unknown]>([
  ['sync.set', { clio: 'clio:us:1', choice: { ...choice, admin: true } }],
  ['sync.set', { clio: 'highlevel', choice }],
  [
    'sync.set',
    {
      clio: 'clio:us:1',
      choice: {
        ...choice,
        entities: { ...choice.entities, contact: { direction: 'sideways', policy: 'ask', create: false, fields: {} } },
      },
    },
  ],
  ['sync.set', { clio: 'clio:us:1', choice: { ...choice, pilot: { on: true, people: ['x'.repeat(30)] } } }],
  ['sync.set', { clio: 'clio:us:1', choice: { ...choice, pilot: { on: true, people: Array.from({ length: 501 }, () => '1') } } }],
  ['sync.set', { clio: 'clio:us:1', choice: { ...choice, privilege: { matters: { 'not a matter': { notes: true } } } } }],
  ['sync.set', { clio: 'clio:us:1', choice: { ...choice, privilege: { words: ['x'.repeat(101)], matters: {} } } }],
  [
    'sync.set',
    {
      clio: 'clio:us:1',
      choice: { ...choice, extras: [{ id: 'email', name: 'x', kind: 'text', clio: { fieldId: '1' }, highlevel: { tag: 'a' } }] },
    },
  ],
  ['ask.answer', { key: 'nonsense', answer: { offer: 'clio' } }],
  ['ask.answer', { key: askKey.conflict(link, 'contact'), answer: { offer: 'delete-everything' } }],
  ['ask.answer', { key: askKey.conflict(link, 'contact'), answer: { offer: 'clio', fields: { city: 'nobody' } } }],
  ['item.recall', { pair: `${link}|contact|7` }],
  ['item.recall', { pair: `${link}|note|../7` }],
  ['person.view', { link: '7' }],
  ['people.view', { system: 'clio', account: 'us:1', query: 'x'.repeat(201) }],
  ['activity.view', { filter: { by: 'anybody' } }],
  ['activity.export', { filter: {}, format: 'xlsx' }],
  ['activity.export', { filter: {}, before: 1.5 }],
])('%s is refused where its shape is wrong (case %#)', async (type, payload) => {
  expect(await codeOf('console', type, payload)).toBe('bad-message');
});

test('the keys that the engine makes are the keys that may be answered', () => {
  const { payload } = MESSAGES['ask.answer'];
  const keys = [
    askKey.conflict(link, 'contact'),
    askKey.conflict(link, 'task', '31'),
    askKey.match('highlevel', 'aB-c_D', 'xYz'),
    askKey.match('clio', 'us:1', '7'),
    askKey.approval(link, 'note', 'matter:500'),
    askKey.vanished(link, 'highlevel', 'contact', 'aB-c_D'),
    askKey.duplicate(
      'highlevel',
      'loc',
      Array.from({ length: 20 }, (_, at) => `${at}`.repeat(10)),
    ),
    askKey.drift(link, 'contact'),
    askKey.where(link, 'task', 'aB'),
    askKey.rule(12, 'step-1'),
  ];
  for (const key of keys) expect(payload.safeParse({ key, answer: { offer: 'later' } }).success, key).toBe(true);
});
