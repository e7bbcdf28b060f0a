import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import type { Region } from '../model/subject.ts';
import type { Request } from './endpoint.ts';

/** The only hosts a call can go to. */
const HIGHLEVEL = 'https://services.leadconnectorhq.com';
const CLIO: Record<Region, string> = {
  us: 'https://app.clio.com/api/v4',
  eu: 'https://eu.app.clio.com/api/v4',
  ca: 'https://ca.app.clio.com/api/v4',
  au: 'https://au.app.clio.com/api/v4',
};
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The address of a call: host from the connection, path from the endpoint, ids checked one by one, query names from the endpoint's
 * list. Nothing a page, a note or a server says can lead a token elsewhere. Throws `invalid-request` about the part at fault.
 */
export function urlOf(connection: Connection, request: Request): string {
  const { endpoint, params = {}, query = {} } = request;
  const system = endpoint.system;
  const refuse = (about: string) => new AppError('invalid-request', { system, about });
  if (connection.system !== system) throw refuse('system');
  const base =
    system === 'highlevel'
      ? HIGHLEVEL
      : Object.hasOwn(CLIO, connection.region ?? '')
        ? CLIO[connection.region as Region]
        : undefined;
  if (!base) throw refuse('region');
  const path = endpoint.path.replace(/:([A-Za-z_]+)/g, (_, name: string) => {
    const id = Object.hasOwn(params, name) ? params[name] : undefined;
    if (typeof id !== 'string' || !ID.test(id)) throw refuse(name);
    return id;
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (!endpoint.query?.includes(name)) throw refuse(name);
    search.set(name, String(value));
  }
  const text = search.toString();
  return base + path + (text && `?${text}`);
}
