import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import { HL_APP, HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import type { Sandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { ACCOUNTS, LOCATIONS } from '../../sandbox/world/firm.ts';
import type { ClioTask, HlContact, HlNote, HlTask } from '../../sandbox/world/types.ts';

const main = LOCATIONS.find(({ id }) => id === cast.locations.main)!;

/** What a person types into the console to connect the firm of the seed world. */
export const FIRM = {
  token: { token: HL_PIT_FULL, locationId: main.id, name: main.name },
  highlevelApp: { ...HL_APP, locationId: main.id, name: main.name },
  clioApp: { clientId: CLIO_APP.clientId, clientSecret: CLIO_APP.clientSecret, name: ACCOUNTS.us.name },
  zone: main.timezone,
};

/** What the two systems hold now, read behind the browser's back. */
export const stateOf = (sandbox: Sandbox) => {
  const rows = <T>(system: string, table: string, where?: object) => sandbox.control('state', { system, table, where }) as T[];
  return {
    contacts: (where?: Partial<HlContact>) => rows<HlContact>('highlevel', 'contacts', where),
    tasks: (where?: Partial<HlTask>) => rows<HlTask>('highlevel', 'tasks', where),
    notes: (where?: Partial<HlNote>) => rows<HlNote>('highlevel', 'notes', where),
    clioTask: (id: number) => rows<ClioTask>('clio', 'tasks', { id })[0]!,
  };
};

/** Calls that wrote something in HighLevel: not reads, not searches, not tokens, and not those refused (permission checks are). */
export const writesIn = (sandbox: Sandbox) =>
  sandbox.ledger
    .entries()
    .filter(({ host, method, path }) => host === 'services.leadconnectorhq.com' && method !== 'GET' && !/search|oauth/.test(path))
    .filter(({ committed, status }) => committed && (status === 0 || status < 400));

export const searchesIn = (sandbox: Sandbox) => sandbox.ledger.entries({ path: '/contacts/search*' });

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export const dayIn = (zone: string, iso: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(iso));
