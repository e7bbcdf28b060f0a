import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Exchange } from '../../sandbox/exchange.ts';
import { createLedger } from '../../sandbox/ledger.ts';
import { call, startPretended } from './sandbox-pretender.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRETS = ['bearer-secret', 'client-secret', 'code-secret', 'refresh-secret', 'access-secret', 'cookie-secret'];

const tokenCall: Exchange = {
  host: 'services.leadconnectorhq.com',
  method: 'POST',
  path: '/oauth/token',
  query: new URLSearchParams('code=code-secret&a=1&a=2'),
  headers: {
    authorization: 'Bearer bearer-secret',
    cookie: 'sid=cookie-secret',
    referer: 'https://x.example/?code=code-secret&b=1',
  },
  body: { client_id: 'the-app', client_secret: 'client-secret', code: 'code-secret', grant_type: 'authorization_code' },
};
const tokenReply = {
  status: 200,
  body: {
    access_token: 'access-secret',
    refresh_token: 'refresh-secret',
    expires_in: 86399,
    deep: [{ access_token: 'access-secret' }],
  },
};

test('credentials are struck out of headers, query, request and answer, and the rest stays', () => {
  const file = join(folder, 'struck.jsonl');
  const ledger = createLedger(file);
  ledger.record(tokenCall, { at: 5, committed: true, reply: tokenReply });
  const text = readFileSync(file, 'utf8');
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  for (const secret of SECRETS) expect(JSON.stringify(ledger.entries())).not.toContain(secret);
  const line = JSON.parse(text);
  expect(Object.keys(line)).toEqual(['host', 'method', 'path', 'query', 'headers', 'body', 'status', 'response']);
  expect(line.headers.authorization).toBe('[struck]');
  expect(line.body).toEqual({
    client_id: 'the-app',
    client_secret: '[struck]',
    code: '[struck]',
    grant_type: 'authorization_code',
  });
  expect(line.response).toMatchObject({ access_token: '[struck]', refresh_token: '[struck]', expires_in: 86399 });
  expect(line.query).toEqual({ code: '[struck]', a: ['1', '2'] });
  expect(line.headers.referer).toBe('https://x.example/?code=[struck]&b=1');
});

test('credentials are struck out of text that is no object: a page, a form, a broken JSON', () => {
  const ledger = createLedger();
  const body = '<a href="https://x.example/cb?code=code-secret&state=s">go</a> {"access_token": "access-secret';
  const entry = ledger.record({ ...tokenCall, body: 'client_secret' }, { at: 1, committed: true, reply: { status: 200, body } });
  expect(entry.response).toBe('<a href="https://x.example/cb?code=[struck]&state=s">go</a> {"access_token": "[struck]');
});

test("a vendor's numeric error code is not a credential", () => {
  const entry = createLedger().record(tokenCall, { at: 1, committed: false, reply: { status: 400, body: { code: 400 } } });
  expect(entry.response).toEqual({ code: 400 });
});

test('the record that is written does not change what the stand-in answered', () => {
  const reply = structuredClone(tokenReply);
  createLedger().record(tokenCall, { at: 1, committed: true, reply });
  expect(reply).toEqual(tokenReply);
  expect(tokenCall.headers.authorization).toBe('Bearer bearer-secret');
});

test('a line is in the file when the answer arrives', async () => {
  const ledgerFile = join(folder, 'live.jsonl');
  const sandbox = await startPretended({ ledgerFile });
  try {
    for (let n = 1; n <= 5; n += 1) {
      const answer = await call(sandbox, 'app.clio.com', `/things?n=${n}`, { method: 'POST', body: '{}' });
      const lines = readFileSync(ledgerFile, 'utf8').trimEnd().split('\n');
      expect(lines).toHaveLength(n);
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ path: '/things', query: { n: String(n) }, status: answer.status });
    }
  } finally {
    await sandbox.close();
  }
});

test('entries can be asked for by host, method, path prefix, route, status and number', () => {
  const ledger = createLedger();
  const reply = { status: 200 };
  ledger.record({ ...tokenCall, path: '/contacts/1', method: 'GET' }, { at: 1, routeId: 'a', committed: true, reply });
  ledger.record({ ...tokenCall, path: '/contacts/2' }, { at: 2, routeId: 'b', committed: false });
  expect(ledger.entries({ path: '/contacts/*' })).toHaveLength(2);
  expect(ledger.entries({ path: '/contacts/2' }).map((entry) => entry.status)).toEqual([0]);
  expect(ledger.entries({ method: 'get' }).map((entry) => entry.routeId)).toEqual(['a']);
  expect(ledger.entries({ after: 1 }).map((entry) => entry.n)).toEqual([2]);
  expect(ledger.entries({ host: 'app.clio.com' })).toEqual([]);
});
