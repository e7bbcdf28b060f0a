import { describe, expect, it } from 'vitest';
import { CLIO_TOKEN_US } from '../../sandbox/clio/credentials.ts';
import type { Reply } from '../../sandbox/exchange.ts';
import { smallClio } from './sandbox-clio-rows.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely.
const body = (reply: Reply): any => reply.body;

function page() {
  const parts = smallClio();
  const shell = parts.call('GET', '/nc/');
  const cookie = shell.headers!['set-cookie']!.split(';')[0]!;
  const data = (path: string, method = 'GET') => parts.call(method, `/nc/data/${path}`, { headers: { cookie } });
  return { ...parts, shell, cookie, data };
}

describe('the pages', () => {
  it('lead every entrance to the single-page app', () => {
    const { call } = page();
    for (const path of ['/', '/session/new']) {
      expect(call('GET', path)).toMatchObject({ status: 302, headers: { location: '/nc/#/' } });
    }
  });
  it('come with a policy that lets no inline and no foreign script run, and every file they name is there', () => {
    const { call, shell } = page();
    const policy = shell.headers!['content-security-policy']!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
    const named = [...String(shell.body).matchAll(/(?:src|href)="(\/nc\/[^"]+)"/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(2);
    const seen = new Set<string>();
    while (named.length > 0) {
      const path = named.pop()!;
      if (seen.has(path)) continue;
      seen.add(path);
      const reply = call('GET', path);
      expect([path, reply.status]).toEqual([path, 200]);
      expect(String(reply.body)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
      for (const match of String(reply.body).matchAll(/from '\.\/([\w-]+\.js)'/g)) named.push(`/nc/assets/${match[1]}`);
    }
    expect(seen.size).toBeGreaterThan(8);
  });
  it('give data to their own session only: an API token opens nothing here, and the session nothing there', () => {
    const { call, cookie, data } = page();
    expect(call('GET', '/nc/data/contacts/101').status).toBe(401);
    expect(call('GET', '/nc/data/contacts/101', { token: CLIO_TOKEN_US }).status).toBe(401);
    expect(call('GET', 'https://eu.app.clio.com/nc/data/contacts', { headers: { cookie } }).status).toBe(401);
    expect(call('GET', '/api/v4/contacts.json', { headers: { cookie } }).status).toBe(401);
    expect(body(data('contacts/101')).data).toMatchObject({ name: 'Marisol Ortega', company: { name: 'Ortega Studio' } });
  });
  it('show the matter with its client, related contacts and tasks, and nothing of another firm', () => {
    const { data } = page();
    const { data: matter } = body(data('matters/301'));
    expect(matter.client).toMatchObject({ id: 101, name: 'Marisol Ortega' });
    expect(matter.related).toMatchObject([{ name: 'Rosa Okafor', role: 'Witness' }]);
    expect(matter.tasks.map((task: { id: number }) => task.id)).toEqual([601, 602]);
    expect(data('contacts/201').status).toBe(404);
  });
  it('complete a task as a colleague would', () => {
    const { data, clio } = page();
    data('tasks/601/toggle', 'POST');
    expect(clio.state.rows.tasks[0]).toMatchObject({ status: 'complete', completed_at: '2026-11-21T12:00:00Z' });
  });
  it('carry the behaviours in force with every answer', () => {
    const { data, clio } = page();
    clio.control.setPage!({ contactDelayMs: 900, rerenderEveryMs: 200 });
    expect(body(data('contacts')).page).toMatchObject({ contactDelayMs: 900, rerenderEveryMs: 200 });
    expect(() => clio.control.setPage!({ slowMs: 1 })).toThrow();
    expect(() => clio.control.setPage!({ lateMs: -1 })).toThrow();
  });
  it('serve the hostile script only while a mode is on, ahead of the page itself', () => {
    const { call, clio } = page();
    expect(call('GET', '/nc/assets/hostile.js').status).toBe(404);
    clio.control.setHostile!({ mode: 'remove', on: true });
    const shell = String(call('GET', '/nc/').body);
    expect(shell.indexOf('hostile.js')).toBeGreaterThan(0);
    expect(shell.indexOf('hostile.js')).toBeLessThan(shell.indexOf('app.js'));
    expect(call('GET', '/nc/assets/hostile.js').body).toMatch(/^const MODES = \["remove"\];/);
    clio.control.setHostile!({ mode: 'remove', on: false });
    expect(String(call('GET', '/nc/').body)).not.toContain('hostile');
  });
  it('never reach past their own list of files', () => {
    const { call } = page();
    for (const name of ['..%2Froutes.ts', 'routes.ts', '%2e%2e%2fdata.ts'])
      expect(call('GET', `/nc/assets/${name}`).status).toBe(404);
  });
  it('forget everything on reset', () => {
    const { clio, call } = page();
    clio.control.setHostile!({ mode: 'cover', on: true });
    clio.control.deleteContact!({ id: 103 });
    clio.control.revokeToken!({});
    clio.reset(smallClio().clio.state.rows);
    expect(String(call('GET', '/nc/').body)).not.toContain('hostile');
    expect(call('GET', '/api/v4/contacts/103.json', { token: CLIO_TOKEN_US }).status).toBe(200);
  });
});
