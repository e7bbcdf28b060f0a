import { createSealer } from '../../lib/auth/seal.ts';
import type { Link } from '../../lib/model/link.ts';
import { linkKey } from '../../lib/model/link.ts';
import { noSync, type SyncChoice } from '../../lib/model/sync.ts';
import { createApply } from '../../lib/store/apply.ts';
import { createDatabase } from '../../lib/store/db.ts';
import { createEras } from '../../lib/store/eras.ts';
import { createReader } from '../../lib/store/read.ts';
import { createSyncReader } from '../../lib/store/read-sync.ts';
import { recordKey } from '../../lib/store/rows.ts';
import { createConnections, createSettings } from '../../lib/store/settings.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

const quiet = (): void => undefined;
export const MINUTE = 60_000;

/** The disk of the app's browser, read and written from outside. */
export function diskOf(world: AppWorld) {
  const db = createDatabase(world.database);
  const sealer = createSealer(db);
  return {
    db,
    reader: createReader(db, sealer),
    syncReader: createSyncReader(db, sealer),
    apply: createApply(db, sealer, createEras(), quiet),
    settings: createSettings(db, quiet),
    connections: createConnections(db, quiet),
  };
}

/** Contacts to both sides; everything else stays off. */
export const contactsOn = (since: number): SyncChoice => {
  const off = noSync();
  return {
    ...off,
    on: true,
    since,
    entities: { ...off.entities, contact: { ...off.entities.contact, direction: 'both', create: true } },
  };
};

/** The app on the sandbox, connected, with a Clio tab open (and no panel), and two-way sync switched on by hand. */
export async function createPullWorld(options: Parameters<typeof createAppWorld>[0] = {}) {
  const world = await createAppWorld(options);
  await world.connect();
  const disk = diskOf(world);
  // The check of rights that follows a sign-in.
  await world.until(async () => (await disk.connections.all()).every(({ rightsAt }) => rightsAt !== undefined), 'the rights');
  const all = await disk.connections.all();
  const clio = all.find(({ system }) => system === 'clio')!;
  const location = all.find(({ system }) => system === 'highlevel')!;
  const now = () => world.sandbox.clock.now() + world.state.skew;
  const asContact = (system: 'clio' | 'highlevel', id: string | number) =>
    recordKey(system, system === 'clio' ? clio.account : location.account, 'contact', String(id));
  const calls = () => world.sandbox.ledger.entries({}).length;
  const openTab = () => world.say('page', 'subject.report', { subject: { region: 'us', kind: 'none', id: '' } });
  await openTab();
  return {
    ...world,
    ...disk,
    clio,
    location,
    now,
    asContact,
    calls,
    openTab,
    async switchOn(change: (choice: SyncChoice) => SyncChoice = (one) => one) {
      await disk.settings.update('sync', () => ({ [clio.id]: change(contactsOn(now())) }));
    },
    switchOff: () => disk.settings.update('sync', () => ({})),
    async link(clioId: number, highlevelId: string): Promise<Link> {
      const link: Link = {
        key: linkKey(clio.account, String(clioId), location.account),
        clioAccount: clio.account,
        clioId: String(clioId),
        locationId: location.account,
        highlevelId,
        by: 'person',
        reasons: [],
        at: now(),
        base: {},
      };
      await disk.apply({ at: now(), links: [{ put: link }] }, 'person');
      return link;
    },
    /** Lets so many minutes pass, waking as often as an alarm rings. */
    async pass(minutes: number) {
      for (let turn = 0; turn < minutes * 2; turn += 1) await world.advance(MINUTE / 2);
    },
    /** Operations that two-way sync queued. */
    async planned(): Promise<string[]> {
      const rows = await disk.db.read(['outbox'], (tx) => tx.objectStore('outbox').getAll());
      return rows.map(({ op }) => op).sort();
    },
    dirty: async (kind: string) =>
      (await disk.syncReader.dirty(Number.MAX_SAFE_INTEGER, 100_000)).filter(({ key }) => key.startsWith(`${kind};`)),
    cursor: (id: string) => disk.syncReader.cursor(`${id}|${id.startsWith('clio') ? clio.account : location.account}`),
  };
}

export type PullWorld = Awaited<ReturnType<typeof createPullWorld>>;

/** A colleague types somebody in. */
export function createInClio(world: PullWorld, first_name: string, last_name: string): string {
  const { rows } = world.sandbox.clio.state;
  const at = new Date(world.sandbox.clock.now()).toISOString();
  const like = rows.contacts.find(({ id }) => id === world.cast.marisol.clioId)!;
  const id = Math.max(...rows.contacts.map((one) => one.id)) + 1;
  const blank = { email_addresses: [], phone_numbers: [], addresses: [], web_sites: [] };
  const name = `${first_name} ${last_name}`;
  rows.contacts.push({ ...structuredClone(like), ...blank, id, name, first_name, last_name, created_at: at, updated_at: at });
  return String(id);
}

export function createInHighLevel(world: PullWorld, firstName: string, lastName: string): string {
  const { rows, newId } = world.sandbox.highlevel.state;
  const like = rows.contacts.find(({ id }) => id === world.cast.marisol.highlevelId)!;
  const id = newId();
  const at = new Date(world.sandbox.clock.now()).toISOString();
  const row = {
    ...structuredClone(like),
    id,
    firstName,
    lastName,
    email: undefined,
    phone: undefined,
    dateAdded: at,
    dateUpdated: at,
  };
  rows.contacts.push(row);
  world.sandbox.highlevel.state.index.wrote(id, row);
  return id;
}
