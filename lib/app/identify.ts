import { clioRequests } from '../clio/requests.ts';
import { CLIO_RIGHTS } from '../clio/rights.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import { HIGHLEVEL_RIGHTS } from '../highlevel/rights.ts';
import type { Client } from '../http/client.ts';
import { type RightProbe, verdict } from '../http/right.ts';
import type { Connection, Right } from '../model/connection.ts';
import { toAppError } from '../model/errors.ts';

/** Whose credentials are these? One read, which proves them as well. */
export async function identify(client: Client, draft: Connection): Promise<Connection> {
  return draft.system === 'highlevel' ? identifyLocation(client, draft) : identifyFirm(client, draft);
}

async function identifyLocation(client: Client, draft: Connection): Promise<Connection> {
  const locationId = draft.account;
  try {
    const { data } = await client.call(draft, { endpoint: HIGHLEVEL.location.get, params: { locationId } });
    const { name, country, timezone, business } = data.location;
    return {
      ...draft,
      name: name ?? locationId,
      country: country ?? business?.country ?? undefined,
      timeZone: timezone ?? business?.timezone ?? undefined,
    };
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code !== 'missing-scope') throw error;
    // Without the right to read the location itself the token still has to prove that it is this location's.
    await client.call(draft, { endpoint: HIGHLEVEL.contact.search, body: { locationId, page: 1, pageLimit: 1 } });
    return draft;
  }
}

async function identifyFirm(client: Client, draft: Connection): Promise<Connection> {
  const { data } = await client.call(draft, clioRequests.whoAmI());
  const { id, name, account } = data.data;
  // Clio's who-am-i may leave the account out for a user without the right to see it: the user then stands for it.
  const account_ = `${draft.region}:${account?.id ?? id}`;
  return {
    ...draft,
    id: `clio:${account_}`,
    account: account_,
    name: account?.name ?? name ?? account_,
    userName: name ?? undefined,
  };
}

const probesOf = (connection: Connection): readonly RightProbe[] =>
  connection.system === 'highlevel' ? HIGHLEVEL_RIGHTS : CLIO_RIGHTS;

/** Proves each right by a harmless call; a write right by one that must be refused as invalid. One after the other: it is a check, not a rush. */
export async function checkRights(client: Client, connection: Connection): Promise<Right[]> {
  const rights: Right[] = [];
  for (const { id, access, scope, request } of probesOf(connection)) {
    const outcome = await client.call(connection, request(connection.account), { priority: 'background' }).then(
      ({ status }) => ({ status }),
      (cause) => ({ error: toAppError(cause) }),
    );
    rights.push({ id, access, scope, ...verdict(outcome) });
  }
  return rights;
}
