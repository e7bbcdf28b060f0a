import type { ConnectionsView, ConnectionView } from '../../../lib/model/console.ts';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import type { PeopleAct } from '../../../lib/model/people-acts.ts';
import type { System } from '../../../lib/model/subject.ts';

/** One account whose people are listed, and the account on the other side that goes with it. */
export interface Side {
  id: string;
  system: System;
  account: string;
  name: string;
  /** Account on the other side; undefined while none is chosen. */
  other?: string;
}

/** Clio accounts first, as people come from there. */
export function sidesOf({ connections, pairs }: ConnectionsView): Side[] {
  const byId = new Map(connections.map((one) => [one.id, one]));
  const otherOf = ({ id, system }: ConnectionView) => {
    const pair = pairs.find((one) => (system === 'clio' ? one.clio : one.highlevel) === id);
    return pair && byId.get(system === 'clio' ? pair.highlevel : pair.clio)?.account;
  };
  return connections
    .map((one): Side => ({ id: one.id, system: one.system, account: one.account, name: one.name, other: otherOf(one) }))
    .sort((a, b) => a.system.localeCompare(b.system) || a.name.localeCompare(b.name));
}

/** What one message is to be sent for. */
export interface Job {
  link: string;
  name: string;
  /** For `link` only. */
  highlevelId?: string;
}

const linkOf = (clioAccount: string, clioId: string, locationId: string) => `${clioAccount}|${clioId}|${locationId}`;

/** The jobs that an act means for somebody; none where it is not for them. */
export function jobsOf(act: PeopleAct, side: Side, { id, name, kind, links, candidates }: PersonRowView): Job[] {
  const { system, account, other } = side;
  if (act !== 'create' && act !== 'link') return links.map((link) => ({ link, name }));
  if (links.length || !other || kind === 'company') return [];
  if (act === 'create') return system === 'clio' ? [{ link: linkOf(account, id, other), name }] : [];
  const [only, ...more] = candidates ?? [];
  // Who could be several people is no matter for many at once.
  return !only || more.length ? [] : [linkJob({ system, account, other }, { id, name }, only.id)];
}

/** Somebody of one side is this one of the other side. */
export function linkJob(
  { system, account, other }: Pick<Side, 'system' | 'account'> & { other: string },
  { id, name }: Pick<PersonRowView, 'id' | 'name'>,
  theirId: string,
): Job {
  return system === 'clio'
    ? { link: linkOf(account, id, other), name, highlevelId: theirId }
    : { link: linkOf(other, theirId, account), name, highlevelId: id };
}

/** Linked to nobody, and could be linked by hand: an account of the other side goes with theirs. */
export const canBeLinked = (side: Side, { links, kind }: PersonRowView): side is Side & { other: string } =>
  side.other !== undefined && !links.length && kind === 'person';
