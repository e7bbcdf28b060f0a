import type { Clock, Exchange, Reply } from '../exchange.ts';
import { createRouter } from '../router.ts';
import type { StandIn } from '../stand-in.ts';
import type { HighLevelRows } from '../world/types.ts';
import { consentDecision, consentPage } from './consent.ts';
import { contactPage } from './contact-page.ts';
import { createControl } from './control.ts';
import { isRefusal } from './errors.ts';
import { noRoute, runRoute } from './gate.ts';
import { tokenReply } from './oauth.ts';
import { API_ROUTES } from './routes.ts';
import { SALES_ROUTES } from './routes-sales.ts';
import { createState, type HighLevelOptions, type HighLevelState } from './state.ts';

export const API_HOST = 'services.leadconnectorhq.com';
const CONSENT_HOSTS = ['marketplace.gohighlevel.com', 'marketplace.leadconnectorhq.com'];
const APP_HOST = 'app.gohighlevel.com';

const stub = () => ({ status: 500 });
const ROUTES = [...API_ROUTES, ...SALES_ROUTES];
const api = createRouter<unknown>([
  ...ROUTES.map(({ id, method, path }) => ({ id, method, path, handle: stub })),
  { id: 'highlevel.token', method: 'POST', path: '/oauth/token', handle: stub },
]);
const byId = new Map(ROUTES.map((route) => [route.id, route]));
const pages = createRouter<unknown>([
  { id: 'highlevel.consent', method: 'GET', path: '/v2/oauth/chooselocation', handle: stub },
  { id: 'highlevel.consent', method: 'GET', path: '/oauth/chooselocation', handle: stub },
  { id: 'highlevel.decide', method: 'GET', path: '/oauth/chooselocation/decide', handle: stub },
]);
const app = createRouter<unknown>([
  { id: 'highlevel.contact-page', method: 'GET', path: '/v2/location/:locationId/contacts/detail/:contactId', handle: stub },
]);

const routerOf = (host: string) => (host === API_HOST ? api : CONSENT_HOSTS.includes(host) ? pages : app);

/** The pretended HighLevel: API, token endpoint, consent page and the contact page behind links. `rows` are copied. */
export function createHighLevel(
  rows: HighLevelRows,
  clock: Clock,
  options: HighLevelOptions = {},
): StandIn<HighLevelState, HighLevelRows> {
  const state = createState(rows, clock, options);
  return {
    hosts: [API_HOST, ...CONSENT_HOSTS, APP_HOST],
    handle: (exchange) => (state.settings.dead ? DEAD : answer(state, clock, exchange)),
    routeId: (exchange) => routerOf(exchange.host).match(exchange)?.route.id,
    state,
    control: createControl(state, clock),
    // The same object stays: control verbs and tests hold it.
    reset: (fresh) => void Object.assign(state, createState(fresh, clock, options)),
  };
}

const DEAD: Reply = {
  status: 503,
  headers: { 'content-type': 'text/plain' },
  body: 'upstream connect error or disconnect/reset before headers',
};

function answer(state: HighLevelState, clock: Clock, exchange: Exchange): Reply {
  const match = routerOf(exchange.host).match(exchange);
  if (!match) return noRoute(exchange);
  const { route, params } = match;
  const known = byId.get(route.id);
  if (known) return runRoute(state, clock, exchange, known, params);
  if (route.id === 'highlevel.consent') return consentPage(state, exchange);
  if (route.id === 'highlevel.decide') return consentDecision(state, clock, exchange);
  if (route.id === 'highlevel.contact-page') return contactPage(state, params);
  try {
    return tokenReply(state, clock, exchange);
  } catch (error) {
    if (isRefusal(error)) return error.reply;
    throw error;
  }
}
