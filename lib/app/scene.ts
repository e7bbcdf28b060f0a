import { CLIO_REGIONS } from '../clio/regions.ts';
import type { Country } from '../match/normalize.ts';
import type { Connection } from '../model/connection.ts';
import type { Contact } from '../model/contact.ts';
import { type Link, linkKey } from '../model/link.ts';
import type { Matter } from '../model/matter.ts';
import { type Subject, subjectKey } from '../model/subject.ts';
import type { Reader } from '../store/read.ts';
import { recordKey } from '../store/rows.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';
import { type KnownPerson, type KnownSubject, knownKeys } from '../sync/known.ts';
import { personOf } from '../sync/lookup.ts';

export interface Accounts {
  clioOf(region: Subject['region']): Promise<Connection | undefined>;
  locationOf(clio: Connection): Promise<Connection | undefined>;
  locations(): Promise<Connection[]>;
}

/** Which accounts a Clio tab speaks for: the region's Clio account, and the HighLevel location chosen for it. Never another firm's. */
export function createAccounts(connections: Connections, settings: SettingsStore): Accounts {
  return {
    clioOf: async (region) => (await connections.all()).find((one) => one.system === 'clio' && one.region === region),
    async locationOf(clio) {
      const paired = (await settings.get('pairs'))[clio.id];
      return paired ? connections.get(paired) : undefined;
    },
    locations: async () => (await connections.all()).filter((one) => one.system === 'highlevel'),
  };
}

/** What the store knows of the record on screen: the ground both the view and the acts stand on. */
export interface Scene {
  subject: Subject;
  clio?: Connection;
  location?: Connection;
  matter?: Matter;
  known?: KnownSubject;
  clioId?: string;
  contact?: Contact;
  link?: Link;
  linkKey?: string;
  person?: KnownPerson;
  highlevel?: Contact;
  /** For phones written without a country: the Clio region's. */
  country: Country;
}

export async function readScene(subject: Subject, accounts: Accounts, reader: Reader): Promise<Scene> {
  const country: Country = CLIO_REGIONS[subject.region].phoneCountry;
  const scene: Scene = { subject, country, clio: await accounts.clioOf(subject.region) };
  const { clio } = scene;
  if (!clio || subject.kind === 'none') return scene;
  scene.location = await accounts.locationOf(clio);
  scene.known = await reader.known<KnownSubject>(knownKeys.subject(clio.account, subject.kind, subject.id));
  if (subject.kind === 'matter')
    scene.matter = await reader.record<Matter>(recordKey('clio', clio.account, 'matter', subject.id));
  scene.clioId = personOf(subject, scene.matter, scene.known);
  if (!scene.clioId) return scene;
  scene.contact = await reader.record<Contact>(recordKey('clio', clio.account, 'contact', scene.clioId));
  if (!scene.location) return scene;
  scene.linkKey = linkKey(clio.account, scene.clioId, scene.location.account);
  scene.link = await reader.link(scene.linkKey);
  scene.person = await reader.known<KnownPerson>(knownKeys.person(scene.linkKey));
  if (scene.link)
    scene.highlevel = await reader.record<Contact>(
      recordKey('highlevel', scene.location.account, 'contact', scene.link.highlevelId),
    );
  return scene;
}

/**
 * What a click is meant for: the record, on a matter also the person chosen, and the HighLevel contact shown. Another window may choose
 * somebody else for the same matter; a click that was meant for the first must not land on the second.
 */
export const sceneKey = ({ subject, clioId, link }: Scene): string =>
  `${subjectKey(subject)}${subject.kind === 'matter' && clioId ? `@${clioId}` : ''}${link ? `>${link.highlevelId}` : ''}`;
