import { createHash, X509Certificate } from 'node:crypto';
import { connect } from 'node:net';
import { connect as secure } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ALL_HOSTS } from '../../sandbox/hosts.ts';
import type { Sandbox } from '../../sandbox/server.ts';
import { call, startPretended } from './sandbox-pretender.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startPretended();
});
afterEach(() => sandbox.close());

describe('the HTTPS server', () => {
  test('answers by host name, with a certificate that names every host', async () => {
    const clio = await call(sandbox, 'ca.app.clio.com', '/nc/');
    const highlevel = await call(sandbox, 'services.leadconnectorhq.com', '/contacts/1?x=1');
    expect(JSON.parse(clio.text)).toEqual({ system: 'clio', path: '/nc/' });
    expect(JSON.parse(highlevel.text)).toEqual({ system: 'highlevel', path: '/contacts/1' });
    const names = new X509Certificate(sandbox.certPem).subjectAltName ?? '';
    for (const host of ALL_HOSTS) expect(names).toContain(`DNS:${host}`);
  });

  test('answers a look-alike host with a page of its own, never with Clio', async () => {
    const answer = await call(sandbox, 'app.clio.com.evil.example', '/nc/#/contacts/1');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).not.toContain('"system"');
  });

  test('refuses a host it does not know with 421', async () => {
    const status = await new Promise((done) => {
      const socket = secure(
        { port: sandbox.httpsPort, host: '127.0.0.1', servername: 'example.com', ca: sandbox.certPem },
        () => {
          socket.write('GET / HTTP/1.1\r\nhost: api.example.org\r\nconnection: close\r\n\r\n');
        },
      );
      socket.once('data', (data) => done(String(data).split('\r\n')[0]));
    });
    expect(status).toBe('HTTP/1.1 421 Misdirected Request');
  });

  test('sends no body and no length with 204', async () => {
    const answer = await call(sandbox, 'app.clio.com', '/empty');
    expect(answer.status).toBe(204);
    expect(answer.headers['content-length']).toBeUndefined();
  });

  test('gives Chromium the hash of its public key and a map of every host', () => {
    const key = new X509Certificate(sandbox.certPem).publicKey.export({ type: 'spki', format: 'der' });
    expect(sandbox.spki).toBe(createHash('sha256').update(key).digest('base64'));
    const [rules, list] = sandbox.chromiumArgs();
    for (const host of ALL_HOSTS) expect(rules).toContain(`MAP ${host}:443 127.0.0.1:${sandbox.httpsPort}`);
    expect(rules).toContain('MAP * ~NOTFOUND,EXCLUDE 127.0.0.1');
    expect(list).toContain(sandbox.spki);
  });

  test('closes at once although a connection is open and a call hangs', async () => {
    sandbox.faults.play({ fault: 'hangAfter' });
    const hanging = call(sandbox, 'app.clio.com', '/').catch((error: Error) => error);
    const idle = connect(sandbox.httpsPort, '127.0.0.1').on('error', () => undefined);
    await expect.poll(() => sandbox.ledger.entries().length).toBe(1);
    const before = performance.now();
    await sandbox.close();
    expect(performance.now() - before).toBeLessThan(1000);
    await hanging;
    idle.destroy();
  });
});

describe('the CONNECT proxy', () => {
  const ask = (target: string) =>
    new Promise<string>((done, fail) => {
      const socket = connect(sandbox.proxyPort, '127.0.0.1', () =>
        socket.write(`CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n\r\n`),
      );
      socket.once('data', (data) => {
        done(String(data).split('\r\n')[0] ?? '');
        socket.destroy();
      });
      socket.once('error', fail);
    });

  test('opens a tunnel to a production host, through which the server is reached', async () => {
    const body = await new Promise<string>((done, fail) => {
      const raw = connect(sandbox.proxyPort, '127.0.0.1', () => raw.write('CONNECT app.clio.com:443 HTTP/1.1\r\n\r\n'));
      raw.once('data', () => {
        const socket = secure({ socket: raw, servername: 'app.clio.com', ca: sandbox.certPem }, () => {
          socket.write('GET /through HTTP/1.1\r\nhost: app.clio.com\r\nconnection: close\r\n\r\n');
        });
        let text = '';
        socket.on('data', (data) => {
          text += data;
        });
        socket.on('end', () => done(text));
        socket.on('error', fail);
      });
    });
    expect(body).toContain('"path":"/through"');
  });

  test.each(['telemetry.example.net:443', 'app.clio.com:80', 'services.leadconnectorhq.com.evil.example:443'])(
    'refuses %s with 403',
    async (target) => {
      expect(await ask(target)).toBe('HTTP/1.1 403 Forbidden');
    },
  );

  test('refuses a plain request through it', async () => {
    const socket = connect(sandbox.proxyPort, '127.0.0.1', () =>
      socket.write('GET http://app.clio.com/ HTTP/1.1\r\nhost: app.clio.com\r\n\r\n'),
    );
    const line = await new Promise((done) => socket.once('data', (data) => done(String(data).split('\r\n')[0])));
    socket.destroy();
    expect(line).toBe('HTTP/1.1 403 Forbidden');
  });
});

describe('the control door', () => {
  const post = async (verb: string, body: unknown) => {
    const answer = await fetch(`http://127.0.0.1:${sandbox.controlPort}/${verb}`, { method: 'POST', body: JSON.stringify(body) });
    return { status: answer.status, json: await answer.json() };
  };

  test('plays a fault, moves the clock, reads rows and the ledger, and resets', async () => {
    const start = sandbox.clock.now();
    expect((await post('fault', { fault: 'status', code: 503 })).json).toEqual({ id: 'fault-1' });
    expect((await call(sandbox, 'app.clio.com', '/things', { method: 'POST', body: '{"a":1}' })).status).toBe(503);
    expect((await call(sandbox, 'app.clio.com', '/things', { method: 'POST', body: '{"a":2}' })).status).toBe(201);
    expect((await post('state', { system: 'clio', table: 'things' })).json).toEqual([{ a: 2 }]);
    expect((await post('ledger', { host: 'app.clio.com', status: 201 })).json).toHaveLength(1);
    expect((await post('clock', { advance: 3_600_000 })).json.now).toBeGreaterThanOrEqual(start + 3_600_000);
    await post('reset', {});
    expect((await post('state', { system: 'clio', table: 'things' })).json).toEqual([]);
    expect(sandbox.ledger.entries()).toEqual([]);
    expect(sandbox.clock.now()).toBeLessThan(start + 3_600_000);
  });

  test("runs a stand-in's own verb under its name", async () => {
    expect((await post('highlevel.double', { n: 21 })).json).toBe(42);
    expect(sandbox.control('clio.double', { n: 4 })).toBe(8);
  });

  test('refuses an unknown verb and a wrong argument with 400 and words', async () => {
    expect((await post('explode', {})).status).toBe(400);
    expect((await post('fault', { fault: 'plague' })).json.error).toContain('no such fault: plague');
    expect((await post('state', { system: 'clio', table: 'nothing' })).json.error).toContain('there are things');
  });
});

test('on plain ports each system has its own, links lead back to the port, and the ledger names the production host', async () => {
  const plain = await startPretended({ plain: true });
  try {
    const links = await fetch(`${plain.plain?.clio}/links`).then((answer) => answer.json());
    expect(links).toEqual({ next: `${plain.plain?.clio}/links?page=2` });
    const login = await fetch(`${plain.plain?.highlevel}/login`, { redirect: 'manual' });
    expect(login.headers.get('location')).toBe(`${plain.plain?.highlevel}/links?code=abc`);
    expect(plain.ledger.entries().map((entry) => entry.host)).toEqual(['app.clio.com', 'services.leadconnectorhq.com']);
  } finally {
    await plain.close();
  }
});
