import { afterEach, beforeEach, expect, test } from 'vitest';
import { MESSAGES, type MessageType } from '../../lib/messages/protocol.ts';
import { partyOf } from '../../lib/messages/sender.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const ROOT = 'chrome-extension://rankr-test/';
const CLIO = 'https://app.clio.com';
const page = { id: 'rankr-test', url: `${CLIO}/nc/`, origin: CLIO, frameId: 0, tab: { id: 7 } };
const extension = { id: 'rankr-test', root: ROOT, clioOrigins: [CLIO] };
const types = Object.keys(MESSAGES) as MessageType[];
const codeOf = async (message: unknown, sender: object) =>
  ((await world.receive(message, sender)) as { error?: { code: string } } | undefined)?.error?.code;

test('every message type sent from a content script: only the page-level ones are let in', async () => {
  for (const type of types) {
    const code = await codeOf({ type, payload: {} }, page);
    const allowed = (MESSAGES[type].from as readonly string[]).includes('page');
    expect(code === 'not-allowed', type).toBe(!allowed);
  }
  expect(types.filter((type) => (MESSAGES[type].from as readonly string[]).includes('page'))).toEqual([
    'subject.report',
    'hint.report',
    'panel.mount',
    'panel.closed',
    'console.open',
  ]);
});

test.each([
  ['another extension', { ...page, id: 'somebody-else' }],
  ['a frame inside Clio', { ...page, frameId: 3 }],
  ['a look-alike host', { ...page, url: 'https://app.clio.com.evil.example/nc/', origin: 'https://app.clio.com.evil.example' }],
  ['plain http', { ...page, url: 'http://app.clio.com/nc/', origin: 'http://app.clio.com' }],
  ['another port', { ...page, url: 'https://app.clio.com:8443/nc/', origin: 'https://app.clio.com:8443' }],
  ['user info in the address', { ...page, url: 'https://app.clio.com@evil.example/', origin: 'https://evil.example' }],
  ['a punycode twin', { ...page, url: 'https://xn--app-clio-q2a.com/', origin: 'https://xn--app-clio-q2a.com' }],
  ['another page of the extension', { id: 'rankr-test', url: `${ROOT}evil.html`, frameId: 0, tab: { id: 7 } }],
  ['our panel in a sandboxed page', { id: 'rankr-test', url: `${ROOT}panel.html`, origin: 'null', frameId: 4, tab: { id: 7 } }],
  ['our panel as a tab of its own', { id: 'rankr-test', url: `${ROOT}panel.html`, frameId: 0, tab: { id: 7 } }],
  ['our console in a frame', { id: 'rankr-test', url: `${ROOT}console.html`, frameId: 5, tab: { id: 7 } }],
])('%s is nobody', async (_, sender) => {
  expect(partyOf(sender, extension)).toBeUndefined();
  expect(await codeOf({ type: 'panel.mount', payload: {} }, sender)).toBe('not-allowed');
});

test('a panel without an accepted nonce sees and does nothing; a nonce works once, in its own tab, and not for ever', async () => {
  const panel = { id: 'rankr-test', url: `${ROOT}panel.html`, frameId: 4, tab: { id: 7 } };
  expect(await codeOf({ type: 'panel.view', payload: {} }, panel)).toBe('not-allowed');
  expect(await codeOf({ type: 'panel.hello', payload: { nonce: '0'.repeat(32) } }, panel)).toBe('not-allowed');
  const { nonce } = await world.say('page', 'panel.mount', {});
  expect(await codeOf({ type: 'panel.hello', payload: { nonce } }, { ...panel, tab: { id: 8 } })).toBe('not-allowed');
  expect(await codeOf({ type: 'panel.hello', payload: { nonce } }, panel), 'burnt by the wrong tab').toBe('not-allowed');
  const second = await world.say('page', 'panel.mount', {});
  await world.advance(31_000);
  expect(await codeOf({ type: 'panel.hello', payload: { nonce: second.nonce } }, panel), 'too old').toBe('not-allowed');
  const third = await world.say('page', 'panel.mount', {});
  expect(await codeOf({ type: 'panel.hello', payload: { nonce: third.nonce } }, panel)).toBeUndefined();
  expect(await codeOf({ type: 'panel.hello', payload: { nonce: third.nonce } }, { ...panel, frameId: 9 }), 'used').toBe(
    'not-allowed',
  );
});

test('malformed, oversized and prototype-polluting payloads are refused and reach nothing', async () => {
  const cyclic: Record<string, unknown> = { type: 'subject.report' };
  cyclic.payload = cyclic;
  const bad: unknown[] = [
    { type: 'subject.report' },
    { type: 'subject.report', payload: null },
    { type: 'subject.report', payload: { subject: { region: 'us', kind: 'contact', id: '../../x' } } },
    { type: 'subject.report', payload: { subject: { region: 'us', kind: 'contact', id: '1\r\nHost: evil' } } },
    { type: 'subject.report', payload: { subject: { region: 'mars', kind: 'contact', id: '1' } } },
    { type: 'subject.report', payload: { subject: { region: 'us', kind: 'contact', id: Number.NaN } } },
    { type: 'subject.report', payload: { subject: { region: 'us', kind: 'contact', id: '1' }, extra: 1 } },
    JSON.parse(
      '{"type":"subject.report","payload":{"__proto__":{"polluted":true},"subject":{"region":"us","kind":"contact","id":"1","constructor":{}}}}',
    ),
    {
      type: 'hint.report',
      payload: {
        subject: { region: 'us', kind: 'contact', id: '1' },
        hint: { name: 'x'.repeat(10_000_000), emails: [], phones: [] },
      },
    },
    { type: '__proto__', payload: {} },
    { type: 'constructor', payload: {} },
    { type: 42, payload: {} },
    cyclic,
  ];
  for (const message of bad) expect(await codeOf(message, page)).toBe('bad-message');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  for (const stranger of [undefined, null, 'hello', 7, {}, []]) expect(world.receive(stranger, page)).toBeUndefined();
  expect(world.sandbox.ledger.entries({})).toEqual([]);
});

test('no call leaves for a page somebody passes by while the panel is closed', async () => {
  await world.connect();
  await world.until(async () => (await world.say('console', 'connections.view', {})).connections.every((one) => one.rights));
  const before = world.sandbox.ledger.entries({}).length;
  expect(
    await world.say('page', 'subject.report', {
      subject: { region: 'us', kind: 'contact', id: String(world.cast.marisol.clioId) },
    }),
  ).toEqual({ wantHint: false });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(world.sandbox.ledger.entries({}).length).toBe(before);
});
