import type { Region, Subject } from '../model/subject.ts';

const REGION_OF_HOST: Readonly<Record<string, Region>> = {
  'app.clio.com': 'us',
  'eu.app.clio.com': 'eu',
  'ca.app.clio.com': 'ca',
  'au.app.clio.com': 'au',
};

/** `#/contacts/123`, `#/contacts/123/anything`, `#/matters/45?x=y`; Clio's ids are numbers. */
const RECORD = /^#\/(contacts|matters)\/([0-9]{1,20})(?:[/?].*)?$/;

/** The Clio record a URL shows. Undefined unless it is https on exactly one of Clio's four hosts, without port or user info. */
export function subjectOf(url: string): Subject | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  // `origin` has the port when it isn't 443; user info stands apart.
  if (!parsed || parsed.origin !== `https://${parsed.hostname}` || parsed.username || parsed.password) return undefined;
  const region = Object.hasOwn(REGION_OF_HOST, parsed.hostname) ? REGION_OF_HOST[parsed.hostname] : undefined;
  if (!region) return undefined;
  const [, kind, id] = (/^\/nc\/?$/.test(parsed.pathname) && RECORD.exec(parsed.hash)) || [];
  return id ? { region, kind: kind === 'contacts' ? 'contact' : 'matter', id } : { region, kind: 'none', id: '' };
}
