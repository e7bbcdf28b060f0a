import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import type { Exchange } from '../../sandbox/exchange.ts';
import { HL_APP } from '../../sandbox/highlevel/credentials.ts';
import type { AnyStandIn } from '../../sandbox/stand-in.ts';
import { LOCATION, type Stage } from './stage.ts';

const MINUTE = 60_000;
const appOf = {
  clio: { region: 'us', clientId: CLIO_APP.clientId, clientSecret: CLIO_APP.clientSecret },
  highlevel: { clientId: HL_APP.clientId, clientSecret: HL_APP.clientSecret },
};

const attribute = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');

/** A consent page, read and sent off as a person would; where it sends the browser back to. */
export async function consentTo(standIns: AnyStandIn[], url: string): Promise<string> {
  const call = async (target: URL, method: string, body?: unknown) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const exchange: Exchange = { host: target.host, method, path: target.pathname, query: target.searchParams, headers, body };
    return standIns.find((one) => one.hosts.includes(target.host))?.handle(exchange);
  };
  const html = String((await call(new URL(url), 'GET'))?.body);
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name && !(name in fields)) fields[name] = attribute(tag, 'value') ?? '';
  }
  const button = /<button[^>]*id="(?:connect|allow)"[^>]*>/.exec(html)?.[0] ?? '';
  const name = attribute(button, 'name');
  if (name) fields[name] = attribute(button, 'value') ?? '';
  const form = /<form[^>]*>/.exec(html)?.[0] ?? '';
  const target = new URL(attribute(form, 'action') ?? new URL(url).pathname, url);
  if (attribute(form, 'method') !== 'get') return (await call(target, 'POST', fields))?.headers?.location ?? '';
  for (const [field, value] of Object.entries(fields)) target.searchParams.set(field, value);
  return (await call(target, 'GET'))?.headers?.location ?? '';
}

/** Signs in, for the first time or again. */
export async function signIn({ ask, time, pit, signedIn }: Stage, system: 'clio' | 'highlevel'): Promise<void> {
  signedIn.push(time.now());
  if (system === 'highlevel' && pit) await ask('console', 'connection.add-token', { token: pit, locationId: LOCATION });
  else await ask('console', 'connection.sign-in', { system, ...appOf[system] });
  await time.run(time.now() + MINUTE);
}

/** Whoever was signed out sees the notice and signs in again. */
export async function signInAgain(stage: Stage): Promise<void> {
  const view = await stage.ask<{ connections: { system: 'clio' | 'highlevel'; ok: boolean }[] }>('console', 'home.view', {
    quick: true,
  });
  for (const { system, ok } of view?.connections ?? []) if (!ok) await signIn(stage, system);
}

/** Signs in to both and switches writing on. */
export async function connect(stage: Stage): Promise<void> {
  for (const system of ['highlevel', 'clio'] as const) await signIn(stage, system);
  for (const system of ['highlevel', 'clio']) await stage.ask('console', 'writing.set', { system, on: true });
}

/** The token that the product has for HighLevel now. */
export const tokenOf = ({ highlevel, pit }: Stage): string | undefined =>
  pit ?? highlevel.state.tokens.findLast(({ kind }) => kind === 'oauth')?.token;

/** Somebody deletes the integration in HighLevel, or removes the app. A new token is made by whoever sees the notice. */
export function takeHighLevelBack(stage: Stage): void {
  const token = tokenOf(stage);
  (stage.highlevel.control.revokeToken as (args: unknown) => void)({ token });
  if (stage.pit)
    stage.pit = (stage.highlevel.control.issueToken as (args: unknown) => { token: string })({ locationId: LOCATION }).token;
}
