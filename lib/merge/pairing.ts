import type { UserPair } from '../model/sync.ts';

/** Ids that stand for one: a Clio user and a HighLevel user, or two contacts of a link. */
export type IdPair = UserPair;

export interface Pairing {
  /** The shared id; undefined for an id that is paired with none. */
  fromClio(id: string): string | undefined;
  fromHighLevel(id: string): string | undefined;
  toClio(shared: string): string | undefined;
  toHighLevel(shared: string): string | undefined;
}

/**
 * Pairs -> a way there and back. Several ids may stand for one (two Clio users who share a HighLevel seat): then all of them are one in
 * shared terms, so that handing a task from one to the other in Clio is not seen as a change, and the first pair named is written.
 */
export function pairing(pairs: readonly IdPair[]): Pairing {
  const clio = new Map<string, IdPair>();
  const highlevel = new Map<string, IdPair>();
  for (const pair of pairs) {
    const one = clio.get(pair.clio);
    const other = highlevel.get(pair.highlevel);
    const group = one ?? other ?? pair;
    if (one && other && one !== other) {
      for (const map of [clio, highlevel]) for (const [id, of] of map) if (of === other) map.set(id, one);
    }
    clio.set(pair.clio, group);
    highlevel.set(pair.highlevel, group);
  }
  // Both ids are in it: a pair that is put right later is another one, so nobody seems to have changed what it was about.
  const shared = (pair: IdPair | undefined) => pair && `${pair.clio}=${pair.highlevel}`;
  const group = (id: string) => clio.get(id.split('=')[0] ?? '');
  const of = (id: string) => (shared(group(id)) === id ? group(id) : undefined);
  return {
    fromClio: (id) => shared(clio.get(id)),
    fromHighLevel: (id) => shared(highlevel.get(id)),
    toClio: (id) => of(id)?.clio,
    toHighLevel: (id) => of(id)?.highlevel,
  };
}
