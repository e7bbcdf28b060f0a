import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionOf } from '../clio/regions.ts';
import { type ClioState, pageUser } from '../clio/state.ts';
import type { Call, Reply, Route } from '../exchange.ts';
import { hostileModes } from './behaviour.ts';
import * as data from './data.ts';

/** The page's files, by a fixed list: a path from outside never reaches the disk. */
const SCRIPTS = ['app.js', 'dom.js', 'icons.js', 'frame.js', 'wait.js', 'lists.js', 'contact.js', 'matter.js', 'cards.js'];
const STYLES = ['base.css', 'frame.css', 'records.css', 'cards.css', 'consent.css'];
const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

const read = (name: string) => readFileSync(join(import.meta.dirname, 'client', name), 'utf8');

// Strict in what matters here: no foreign script, no inline script, no foreign frame, no eval. Extensions get past it by
// the browser's own rules, or not at all. Violations are reported to the sandbox, where tests count them.
const POLICY = [
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'",
  "frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; report-uri /nc/csp-report",
].join('; ');

type PageCall = Call<ClioState>;
const SESSION = 'manage_session';

/** The cookie names the region and the user; it is the page's own session, which API v4 does not accept. */
function sessionCookie(call: PageCall): string {
  const region = regionOf(call.host)!;
  return `${SESSION}=${region}-${pageUser(call.state, region)?.id ?? 0}; Path=/; HttpOnly; SameSite=Lax`;
}

function shell(call: PageCall): Reply {
  const hostile = hostileModes(call.state.hostile).length > 0 ? '<script src="/nc/assets/hostile.js"></script>' : '';
  const styles = STYLES.filter((name) => name !== 'consent.css').map(
    (name) => `<link rel="stylesheet" href="/nc/assets/${name}">`,
  );
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'set-cookie': sessionCookie(call),
    },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Manage</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${hostile}${styles.join('')}
<script type="module" src="/nc/assets/app.js"></script></head><body><div id="app"></div></body></html>`,
  };
}

function asset(call: PageCall): Reply {
  const name = call.params.name ?? '';
  const modes = hostileModes(call.state.hostile);
  if (name === 'hostile.js' && modes.length > 0) {
    return file('js', `const MODES = ${JSON.stringify(modes)};\n${read('hostile.js')}`);
  }
  if (SCRIPTS.includes(name)) return file('js', read(name));
  if (STYLES.includes(name)) return file('css', read(name));
  return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
}

const file = (type: keyof typeof TYPES, body: string): Reply => ({
  status: 200,
  headers: { 'content-type': TYPES[type], 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  body,
});

const redirect = (): Reply => ({ status: 302, headers: { location: '/nc/#/' }, body: '' });

/** A data route of the page: needs the session cookie, answers with the behaviours in force. */
function dataRoute(method: string, path: string, answer: data.Answer): Route<ClioState> {
  const handle = (call: PageCall): Reply => {
    const expected = sessionCookie(call).split(';')[0]!;
    const cookies = (call.headers.cookie ?? '').split(/;\s*/);
    if (!cookies.includes(expected)) return { status: 401, body: { error: 'signed out' } };
    const found = answer(data.pageView(call), call);
    if (found === undefined) return { status: 404, body: { error: 'not found', page: call.state.page } };
    return { status: 200, headers: { 'cache-control': 'no-store' }, body: { data: found, page: call.state.page } };
  };
  return { id: 'clio.pages.data', method, path: `/nc/data/${path}`, handle };
}

function cspReport(call: PageCall): Reply {
  call.state.cspReports.push(call.body);
  return { status: 204 };
}

const page = (method: string, path: string, handle: (call: PageCall) => Reply): Route<ClioState> => ({
  id: 'clio.pages',
  method,
  path,
  handle,
});

export const PAGE_ROUTES: Route<ClioState>[] = [
  page('GET', '/', redirect),
  page('GET', '/session/new', redirect),
  page('GET', '/nc', shell),
  page('GET', '/nc/assets/:name', asset),
  page('POST', '/nc/csp-report', cspReport),
  dataRoute('GET', 'session', data.session),
  dataRoute('GET', 'dashboard', data.dashboard),
  dataRoute('GET', 'contacts', data.contacts),
  dataRoute('GET', 'contacts/:id', data.contact),
  dataRoute('GET', 'matters', data.matters),
  dataRoute('GET', 'matters/:id', data.matter),
  dataRoute('GET', 'tasks', data.tasks),
  dataRoute('POST', 'tasks/:id/toggle', data.toggleTask),
];
