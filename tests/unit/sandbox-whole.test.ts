import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIO_TOKEN_US } from '../../sandbox/clio/credentials.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { ALL_HOSTS } from '../../sandbox/hosts.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { generateWorld } from '../../sandbox/world/generate.ts';
import { call } from './sandbox-pretender.ts';

describe('the sandbox with both real stand-ins', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  test('answers for every host it has a certificate for', async () => {
    const claimed = [...sandbox.highlevel.hosts, ...sandbox.clio.hosts];
    for (const host of claimed) expect(ALL_HOSTS).toContain(host);
    for (const host of ALL_HOSTS) expect((await call(sandbox, host, '/')).status).not.toBe(421);
  });

  test('shows changed rows through the control door and forgets them at a reset', () => {
    const read = () =>
      sandbox.control<{ city?: string }[]>('state', {
        system: 'highlevel',
        table: 'contacts',
        where: { id: cast.marisol.highlevelId },
      });
    sandbox.control('highlevel.patchContact', { id: cast.marisol.highlevelId, patch: { city: 'Surrey' } });
    expect(read()[0]?.city).toBe('Surrey');
    sandbox.control('reset');
    expect(read()[0]?.city).toBe('Burnaby');
  });

  test('names a route for faults in both systems', async () => {
    await call(sandbox, 'services.leadconnectorhq.com', `/contacts/${cast.marisol.highlevelId}`);
    await call(sandbox, 'app.clio.com', `/api/v4/contacts/${cast.marisol.clioId}.json`);
    const ids = sandbox.ledger
      .entries()
      .slice(-2)
      .map((entry) => entry.routeId);
    expect(ids[0]).toMatch(/^highlevel\./);
    expect(ids[1]).toMatch(/^clio\./);
  });
});

test('takes a generated world of any size', async () => {
  const sandbox = await startSandbox({
    world: (now) => generateWorld({ seed: 5, people: 500, now }),
    plain: true,
    strictLimits: false,
  });
  try {
    const answer = await fetch(`${sandbox.plain?.clio}/api/v4/contacts.json?fields=id,name&limit=200`, {
      headers: { authorization: `Bearer ${CLIO_TOKEN_US}` },
    });
    const page = await answer.json();
    expect(page.data).toHaveLength(200);
    const next = await fetch(page.meta.paging.next, { headers: { authorization: `Bearer ${CLIO_TOKEN_US}` } });
    expect(next.status).toBe(200);
  } finally {
    await sandbox.close();
  }
});

describe('the sandbox as a program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('prints where and with what to call it, writes the ledger, and ends on SIGTERM', async () => {
    const file = join(folder, 'ledger.jsonl');
    const child = spawn(process.execPath, ['sandbox/cli.ts'], {
      env: { ...process.env, SANDBOX_LEDGER: file },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    try {
      const first = await new Promise<string>((done) => createInterface(child.stdout).once('line', done));
      const { highlevel, clio } = JSON.parse(first);
      expect(Object.keys(highlevel)).toEqual(['baseUrl', 'token', 'locationId']);
      expect(Object.keys(clio)).toEqual(['baseUrl', 'token']);
      const contact = await fetch(`${highlevel.baseUrl}/contacts/${cast.marisol.highlevelId}`, {
        headers: { authorization: `Bearer ${highlevel.token}`, version: '2021-07-28' },
      });
      expect((await contact.json()).contact.email).toBe(cast.marisol.email);
      const me = await fetch(`${clio.baseUrl}/api/v4/users/who_am_i.json?fields=id,name`, {
        headers: { authorization: `Bearer ${clio.token}` },
      });
      expect((await me.json()).data).toEqual({ id: cast.users.priya.clioId, name: 'Priya Nair' });
      const text = readFileSync(file, 'utf8');
      const lines = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map((line) => [line.host, line.status])).toEqual([
        ['services.leadconnectorhq.com', 200],
        ['app.clio.com', 200],
      ]);
      expect(lines[1].query).toEqual({ fields: 'id,name' });
      for (const token of [HL_PIT_FULL, CLIO_TOKEN_US]) expect(text).not.toContain(token);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  });
});
