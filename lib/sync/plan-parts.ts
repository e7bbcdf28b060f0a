import type { Context } from '../catalog/define.ts';
import { type Country, normalizePhone } from '../match/normalize.ts';
import type { ExtraField } from '../merge/extras.ts';
import { type Pairing, pairing } from '../merge/pairing.ts';
import type { Connection } from '../model/connection.ts';
import type { Link } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { SyncChoice } from '../model/sync.ts';
import type { Apply } from '../store/apply.ts';
import type { Batch } from '../store/batch.ts';
import type { Reader } from '../store/read.ts';
import type { SyncReader } from '../store/read-sync.ts';
import type { Outbox } from './outbox.ts';
import { countryOfPair } from './pull-person.ts';
import { type SyncPair, type SyncPairParts, syncPairs } from './sync-pairs.ts';

/** What the planner works with: the store alone, never Clio or HighLevel. */
export interface PlanParts extends SyncPairParts {
  reader: Reader;
  syncReader: SyncReader;
  apply: Apply;
  outbox: Pick<Outbox, 'ofLink'>;
  now: () => number;
  newId: () => string;
  context: (connection: Connection) => Context;
}

/** What a look at one dirty row comes to, written in one `apply`. `again`: look once more then (ms since 1970). */
export interface Plan extends Partial<Batch> {
  again?: number;
}

/** A Clio account with its location and what its choices mean. */
export interface Ground extends SyncPair {
  /** IANA zone of the location: in it days are counted. */
  zone: string;
  country: Country;
  phoneKey: (raw: string) => string | undefined;
  users: Pairing;
  extras: ExtraField[];
}

export const groundOf = (pair: SyncPair): Ground => {
  // The index of people is hashed by the same reading of numbers.
  const country = countryOfPair(pair);
  return {
    ...pair,
    zone: pair.location.timeZone ?? 'UTC',
    country,
    phoneKey: (raw) => normalizePhone(raw, country),
    users: pairing(pair.choice.users),
    extras: pair.choice.extras as ExtraField[],
  };
};

export const grounds = async (parts: SyncPairParts): Promise<Ground[]> => (await syncPairs(parts)).map(groundOf);

export const accountOf = (ground: Pick<SyncPair, 'clio' | 'location'>, system: System): string =>
  system === 'clio' ? ground.clio.account : ground.location.account;
export const connectionOf = (ground: SyncPair, system: System): Connection => (system === 'clio' ? ground.clio : ground.location);
export const isOf = (ground: SyncPair, link: Pick<Link, 'clioAccount' | 'locationId'>): boolean =>
  link.clioAccount === ground.clio.account && link.locationId === ground.location.account;

/** Links of one contact of either side, between these two accounts. */
export async function linksOf(
  parts: Pick<PlanParts, 'reader' | 'syncReader'>,
  ground: SyncPair,
  system: System,
  id: string,
): Promise<Link[]> {
  const all =
    system === 'clio'
      ? await parts.syncReader.linksOfClio(ground.clio.account, id)
      : await parts.reader.linksOfHighLevel(ground.location.account, id);
  return all.filter((link) => isOf(ground, link));
}

/**
 * Is this person within the pilot? With a daily number of new people, those whom sync itself made since then are, besides the ones named.
 */
export const inPilot = ({ pilot, since }: SyncChoice, link: Pick<Link, 'clioId' | 'by' | 'at'>): boolean =>
  !pilot.on || pilot.people.includes(link.clioId) || (pilot.perDay !== undefined && link.by === 'create' && link.at >= since);
