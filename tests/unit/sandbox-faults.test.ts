import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFaults } from '../../sandbox/faults.ts';
import type { Sandbox } from '../../sandbox/server.ts';
import { call, startPretended } from './sandbox-pretender.ts';

const post = { host: 'app.clio.com', method: 'POST', path: '/api/v4/tasks.json' };

describe('which calls a fault hits', () => {
  test('by route id, by prefix, by host, method and path pattern', () => {
    const faults = createFaults();
    faults.play({ fault: 'delay', ms: 1, route: 'clio.tasks.create' });
    expect(faults.take(post, 'clio.tasks.list')).toBeUndefined();
    expect(faults.take(post, undefined)).toBeUndefined();
    expect(faults.take(post, 'clio.tasks.create')?.fault).toBe('delay');
    faults.play({ fault: 'html200', route: 'clio.*', method: 'post', path: '/api/*/tasks.json', host: 'app.clio.com' });
    expect(faults.take({ ...post, host: 'eu.app.clio.com' }, 'clio.x')).toBeUndefined();
    expect(faults.take({ ...post, method: 'GET' }, 'clio.x')).toBeUndefined();
    expect(faults.take({ ...post, path: '/api/v4/tasksXjson' }, 'clio.x')).toBeUndefined();
    expect(faults.take(post, 'clio.x')?.fault).toBe('html200');
  });

  test('as often as asked, after as many calls as it lets pass, in the order of asking', () => {
    const faults = createFaults();
    faults.play({ fault: 'status', code: 500, times: 2, skip: 1 });
    faults.play({ fault: 'status', code: 502, times: 'always' });
    const codes = [1, 2, 3, 4, 5].map(() => faults.take(post, 'a')?.code);
    expect(codes).toEqual([undefined, 500, 500, 502, 502]);
    expect(faults.pending()).toHaveLength(1);
    faults.clear();
    expect(faults.take(post, 'a')).toBeUndefined();
  });

  test('an unknown or incomplete fault is refused', () => {
    const faults = createFaults();
    expect(() => faults.play({ fault: 'plague' as 'delay' })).toThrow('no such fault');
    expect(() => faults.play({ fault: 'statusAfter' })).toThrow('needs a code');
    expect(() => faults.play({ fault: 'delay' })).toThrow('needs ms');
  });
});

describe('what a fault does on the wire', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startPretended();
  });
  afterEach(() => sandbox.close());
  const add = () => call(sandbox, 'app.clio.com', '/things', { method: 'POST', body: '{"name":"x"}' });
  const things = () => sandbox.control('state', { system: 'clio', table: 'things' }) as unknown[];

  test('a reset before leaves nothing behind, a reset after leaves the row', async () => {
    sandbox.faults.play({ fault: 'resetBefore' });
    await expect(add()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(things()).toHaveLength(0);
    sandbox.faults.play({ fault: 'resetAfter' });
    await expect(add()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(things()).toHaveLength(1);
    expect(sandbox.ledger.entries().map(({ status, committed, fault }) => [status, committed, fault])).toEqual([
      [0, false, 'resetBefore'],
      [0, true, 'resetAfter'],
    ]);
  });

  test('a status before stops the stand-in, a status after does not', async () => {
    sandbox.faults.play({ fault: 'status', code: 502, body: { message: 'no' }, headers: { 'x-why': 'test' } });
    const before = await add();
    expect([before.status, before.headers['x-why'], JSON.parse(before.text)]).toEqual([502, 'test', { message: 'no' }]);
    expect(things()).toHaveLength(0);
    sandbox.faults.play({ fault: 'statusAfter', code: 422 });
    expect((await add()).status).toBe(422);
    expect(things()).toHaveLength(1);
  });

  test('a hang commits and answers only when released', async () => {
    const id = sandbox.faults.play({ fault: 'hangAfter', route: 'clio.add' });
    let answered = false;
    const hanging = add().then((answer) => {
      answered = true;
      return answer;
    });
    await expect.poll(() => things().length).toBe(1);
    expect((await call(sandbox, 'app.clio.com', '/look')).status).toBe(200);
    expect(answered).toBe(false);
    sandbox.faults.release(id);
    expect((await hanging).status).toBe(201);
  });

  test('a delay runs late, a delay after commits at once and answers late', async () => {
    sandbox.faults.play({ fault: 'delay', ms: 500 });
    const late = add();
    await new Promise((go) => setTimeout(go, 40));
    expect(things()).toHaveLength(0);
    await late;
    sandbox.faults.play({ fault: 'delayAfter', ms: 500 });
    const started = performance.now();
    const slow = add();
    await expect.poll(() => things().length, { interval: 5 }).toBe(2);
    expect(performance.now() - started).toBeLessThan(490);
    expect((await slow).status).toBe(201);
    expect(performance.now() - started).toBeGreaterThan(490);
  });

  test('HTML with 200, half a JSON and a 429 look as asked', async () => {
    sandbox.faults.play({ fault: 'html200' });
    const html = await add();
    expect([html.status, html.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    sandbox.faults.play({ fault: 'truncatedJson' });
    const cut = await add();
    expect(cut.status).toBe(201);
    expect(() => JSON.parse(cut.text)).toThrow();
    sandbox.faults.play({ fault: 'rateLimited', headers: { 'retry-after': '7' } });
    const limited = await add();
    expect([limited.status, limited.headers['retry-after']]).toEqual([429, '7']);
    expect(things()).toHaveLength(1);
  });

  test('offline answers nobody on any host until it is cleared', async () => {
    sandbox.faults.play({ fault: 'offline' });
    await expect(add()).rejects.toThrow();
    await expect(call(sandbox, 'services.leadconnectorhq.com', '/')).rejects.toThrow();
    expect(sandbox.ledger.entries()).toHaveLength(0);
    sandbox.faults.clear();
    expect((await add()).status).toBe(201);
  });

  test('connections are not reused while one is to be cut, as a browser would send again by itself', async () => {
    sandbox.faults.play({ fault: 'resetAfter', route: 'clio.add' });
    expect((await call(sandbox, 'app.clio.com', '/look')).headers.connection).toBe('close');
  });
});
