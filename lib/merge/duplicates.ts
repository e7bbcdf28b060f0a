import { sameName } from './same-name.ts';

/** A record of one side. Keys may be hashes: they are compared and never read. */
export interface DuplicateRecord {
  id: string;
  emailKeys: readonly string[];
  phoneKeys: readonly string[];
  name?: string;
  /** YYYY-MM-DD, or a hash of it. */
  birthKey?: string;
  linked: boolean;
  /** ISO 8601 UTC */
  createdAt?: string;
  /** How many fields have a value. */
  filled: number;
}

export type KeepBecause = 'linked' | 'older' | 'more-filled' | 'no-difference';

export interface DuplicateGroup {
  keep: string;
  because: KeepBecause;
  /** The rest, best first. */
  others: string[];
  shared: ('email' | 'phone')[];
  /** Several of them are linked: whoever merges them has to choose which link lives on. */
  severalLinked: boolean;
}

/** A key that so many records have is an office's or a mistake's, and says nothing about who somebody is. */
const SHARED_BY_MANY = 20;

/**
 * Groups of records of one side that are likely one person: an exact e-mail or phone in common and names that agree, each with each.
 * A list with proposals; nobody is merged by it. The outcome doesn't depend on the order of the records.
 */
export function duplicates(records: readonly DuplicateRecord[]): DuplicateGroup[] {
  const known = new Map(records.map((one) => [one.id, one]));
  const near = neighbours(known);
  const ranked = [...near.keys()].map((id) => known.get(id)!).toSorted(byRank);
  const taken = new Set<string>();
  const groups: DuplicateGroup[] = [];
  for (const first of ranked) {
    if (taken.has(first.id)) continue;
    const members = gather(first, near, known, taken);
    if (members.length < 2) continue;
    for (const one of members) taken.add(one.id);
    groups.push(proposal(members));
  }
  return groups;
}

/** Who shares a key with whom and could be the same person. */
function neighbours(known: Map<string, DuplicateRecord>): Map<string, Set<string>> {
  const holders = new Map<string, string[]>();
  for (const one of known.values()) {
    for (const key of keysOf(one)) {
      const list = holders.get(key);
      if (list) list.push(one.id);
      else holders.set(key, [one.id]);
    }
  }
  const near = new Map<string, Set<string>>();
  const meet = (a: string, b: string) => near.set(a, (near.get(a) ?? new Set()).add(b));
  for (const ids of holders.values()) {
    if (ids.length < 2 || ids.length > SHARED_BY_MANY) continue;
    for (const a of ids) {
      for (const b of ids) {
        if (a !== b && compatible(known.get(a)!, known.get(b)!)) meet(a, b);
      }
    }
  }
  return near;
}

const keysOf = ({ emailKeys, phoneKeys }: DuplicateRecord) =>
  new Set([...emailKeys.map((key) => `e${key}`), ...phoneKeys.map((key) => `p${key}`)]);

/**
 * Everybody who may be the same as all who are in already. A nameless record beside Ann and Bob of one e-mail must not make one of the
 * two, so each is held against each.
 */
function gather(
  first: DuplicateRecord,
  near: Map<string, Set<string>>,
  known: Map<string, DuplicateRecord>,
  taken: Set<string>,
): DuplicateRecord[] {
  const members = [first];
  const queue = [...(near.get(first.id) ?? [])];
  const seen = new Set([first.id]);
  while (queue.length) {
    const candidates = queue.splice(0).filter((id) => !seen.has(id) && !taken.has(id));
    for (const one of [...new Set(candidates)].map((id) => known.get(id)!).toSorted(byRank)) {
      seen.add(one.id);
      if (!members.every((member) => compatible(member, one))) continue;
      members.push(one);
      queue.push(...(near.get(one.id) ?? []));
    }
  }
  return members.toSorted(byRank);
}

/** Names that agree and no birthday against it. A phone alone is shared in families, so there the names must be the same in full. */
function compatible(a: DuplicateRecord, b: DuplicateRecord): boolean {
  if (a.birthKey && b.birthKey && a.birthKey !== b.birthKey) return false;
  const names = sameName(a.name, b.name);
  return names === 'same' || (names !== 'differs' && a.emailKeys.some((key) => b.emailKeys.includes(key)));
}

/** Linked first, then the older one, then the one with more in it; the id last, so that there is always one answer. */
function byRank(a: DuplicateRecord, b: DuplicateRecord): number {
  if (a.linked !== b.linked) return a.linked ? -1 : 1;
  const [one, other] = [a.createdAt ?? '9999', b.createdAt ?? '9999'];
  if (one !== other) return one < other ? -1 : 1;
  return b.filled - a.filled || (a.id < b.id ? -1 : 1);
}

function proposal(members: DuplicateRecord[]): DuplicateGroup {
  const [keep, next] = members as [DuplicateRecord, DuplicateRecord];
  const because =
    keep.linked !== next.linked
      ? 'linked'
      : keep.createdAt !== next.createdAt
        ? 'older'
        : keep.filled !== next.filled
          ? 'more-filled'
          : 'no-difference';
  const repeated = (lists: (readonly string[])[]) => {
    const all = lists.flatMap((list) => [...new Set(list)]);
    return new Set(all).size < all.length;
  };
  const shared: DuplicateGroup['shared'] = [];
  if (repeated(members.map((one) => one.emailKeys))) shared.push('email');
  if (repeated(members.map((one) => one.phoneKeys))) shared.push('phone');
  return {
    keep: keep.id,
    because,
    others: members.slice(1).map((one) => one.id),
    shared,
    severalLinked: members.filter((one) => one.linked).length > 1,
  };
}
