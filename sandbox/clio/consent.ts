import type { Reply } from '../exchange.ts';
import type { ClioAccount, ClioUser } from '../world/types.ts';
import { CLIO_APP } from './credentials.ts';
import { AREAS, type Area, allows, type Scope } from './scopes.ts';

interface Asking {
  user: ClioUser;
  account: ClioAccount;
  scopes: Scope[];
  asked: Record<string, string | undefined>;
}

const AREA_WORDS: Record<Area, string> = {
  users: 'Users',
  contacts: 'Contacts',
  matters: 'Matters',
  tasks: 'Tasks',
  notes: 'Notes',
  calendars: 'Calendars',
  custom_fields: 'Custom fields',
  communications: 'Communications',
  documents: 'Documents',
  billing: 'Billing',
  clio_payments: 'Clio Payments',
  custom_actions: 'Custom actions',
  webhooks: 'Webhooks',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** The page on which a person lets an app in. Buttons: `#allow` and `#decline`. */
export function consentPage({ user, account, scopes, asked }: Asking): Reply {
  const hidden = ['client_id', 'redirect_uri', 'response_type', 'state', 'redirect_on_decline']
    .map((name) => `<input type="hidden" name="${name}" value="${escaped(asked[name] ?? '')}">`)
    .join('');
  const rights = AREAS.filter((area) => allows(scopes, [area], 'read'))
    .map(
      (area) =>
        `<li><span>${AREA_WORDS[area]}</span><em>${allows(scopes, [area], 'write') ? 'read and write' : 'read'}</em></li>`,
    )
    .join('');
  return html(
    200,
    'Authorize application',
    `<h1><b>${escaped(CLIO_APP.name)}</b> would like access to your account</h1>
<p class="who"><span class="badge">${escaped(user.name.slice(0, 1))}</span><span><strong id="user">${escaped(user.name)}</strong>
<small id="firm">${escaped(account.name)}</small></span></p>
<p>This application will be able to use:</p><ul>${rights}</ul>
<form method="post" action="/oauth/authorize">${hidden}
<button id="decline" name="decision" value="decline">Decline</button>
<button id="allow" name="decision" value="allow" class="primary">Allow access</button></form>`,
  );
}

/** Where a person lands after Decline when the app did not ask to be told. */
export function declinedPage(): Reply {
  return html(200, 'Access declined', '<h1>Access declined</h1><p>Nothing was shared. You can close this window.</p>');
}

/** The page for a request that cannot be trusted enough to be redirected. */
export function refusedPage(status: number, words: string): Reply {
  return html(status, 'Authorization error', `<h1>This request cannot be completed</h1><p id="problem">${escaped(words)}</p>`);
}

function html(status: number, title: string, content: string): Reply {
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} · Manage</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="/nc/assets/consent.css"></head>
<body><main><header><i></i>Manage <small>stand-in</small></header>${content}</main></body></html>`;
  // No form-action: Chromium holds redirects after a form against it, and the redirect leads to the extension's address.
  const policy = "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'";
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'no-store' },
    body,
  };
}
