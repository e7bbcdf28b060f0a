import { randomBytes } from 'node:crypto';
import type { Clock, Exchange, Reply } from '../exchange.ts';
import { CODE_MS, type HlApp } from './credentials.ts';
import { escapeHtml, htmlPage } from './html.ts';
import type { HighLevelState } from './state.ts';

const WORDS: Record<string, string> = {
  'contacts.readonly': 'View contacts, their tasks, notes and appointments',
  'contacts.write': 'Edit contacts, their tasks, notes and tags',
  'locations.readonly': 'View the sub-account',
  'locations/tags.readonly': 'View tags',
  'locations/tags.write': 'Edit tags',
  'locations/customFields.readonly': 'View custom fields',
  'locations/tasks.readonly': 'View all tasks of the sub-account',
  'calendars.readonly': 'View calendars',
  'calendars/events.readonly': 'View appointments',
  'calendars/events.write': 'Book and change appointments',
  'users.readonly': 'View users',
  'workflows.readonly': 'View workflows',
  'businesses.readonly': 'View businesses',
};

interface Asked {
  app: HlApp;
  redirectUri: string;
  state: string;
  scopes: string[];
}

/** Is the address among the registered ones? `*` in a registered one stands for characters other than a slash, at its end for any. */
export function isRegistered(app: HlApp, redirectUri: string): boolean {
  return app.redirectUris.some((pattern) => {
    const source = pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*$/, '.*')
      .replace(/(?<!\.)\*/g, '[^/?#]*');
    return new RegExp(`^${source}$`).test(redirectUri);
  });
}

function read(state: HighLevelState, query: URLSearchParams): Asked | string {
  const app = state.apps.find((row) => row.clientId === query.get('client_id'));
  if (!app) return 'No app is registered under this client id.';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegistered(app, redirectUri)) return 'The redirect URL is not registered for this app.';
  if (query.get('response_type') !== 'code') return 'The response type must be "code".';
  const scopes = (query.get('scope') ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = scopes.filter((scope) => !app.scopes.includes(scope));
  if (!scopes.length || unknown.length) return `The app may not ask for these scopes: ${unknown.join(', ') || '(none given)'}.`;
  return { app, redirectUri, state: query.get('state') ?? '', scopes };
}

const refusal = (why: string) =>
  htmlPage('Something is wrong', `<h1>This app can’t be connected</h1><p id="error">${escapeHtml(why)}</p>`, 400);

/** The page where a person chooses the sub-account. A plain form with GET, so no session is needed. */
export function consentPage(state: HighLevelState, exchange: Exchange): Reply {
  const asked = read(state, exchange.query);
  if (typeof asked === 'string') return refusal(asked);
  const hidden = [...exchange.query].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const rows = state.rows.locations.map(
    (row, index) => `<label data-location-id="${escapeHtml(row.id)}">
<input type="radio" name="locationId" value="${escapeHtml(row.id)}"${index === 0 ? ' checked' : ''}>
<span>${escapeHtml(row.name)}<small>${escapeHtml([row.city, row.state].filter(Boolean).join(', '))}</small></span></label>`,
  );
  const scopes = asked.scopes.map((scope) => `<li data-scope="${escapeHtml(scope)}">${escapeHtml(WORDS[scope] ?? scope)}</li>`);
  return htmlPage(
    'Choose a sub-account',
    `<h1>Connect ${escapeHtml(asked.app.name)}</h1><p>Choose the sub-account this app may use.</p>
<form method="get" action="/oauth/chooselocation/decide">${hidden.join('')}
<fieldset>${rows.join('\n')}</fieldset>
<h2>It will be able to</h2><ul>${scopes.join('')}</ul>
<div class="acts"><button name="decision" value="connect" id="connect" class="main">Connect</button>
<button name="decision" value="cancel" id="cancel">Cancel</button></div></form>`,
  );
}

/** Sends the browser back with a code, or with `access_denied`. */
export function consentDecision(state: HighLevelState, clock: Clock, exchange: Exchange): Reply {
  const asked = read(state, exchange.query);
  if (typeof asked === 'string') return refusal(asked);
  const back = new URL(asked.redirectUri);
  if (exchange.query.get('decision') === 'connect') {
    const locationId = exchange.query.get('locationId') ?? '';
    if (!state.rows.locations.some((row) => row.id === locationId)) return refusal('There is no such sub-account.');
    const code = randomBytes(20).toString('hex');
    const { redirectUri, scopes, app } = asked;
    state.codes.push({ code, clientId: app.clientId, redirectUri, locationId, scopes, expiresAt: clock.now() + CODE_MS });
    back.searchParams.set('code', code);
  } else {
    back.searchParams.set('error', 'access_denied');
  }
  if (asked.state) back.searchParams.set('state', asked.state);
  return { status: 302, headers: { location: back.toString(), 'cache-control': 'no-store' } };
}
