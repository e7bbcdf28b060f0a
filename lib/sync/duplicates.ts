import type { System } from '../model/subject.ts';
import type { Apply } from '../store/apply.ts';
import type { Batch } from '../store/batch.ts';
import type { PersonOpen, SyncReader } from '../store/read-sync.ts';
import { recordKey } from '../store/rows.ts';
import { type Question, questions } from './duplicate-asks.ts';
import { type SyncPair, type SyncPairParts, syncPairs } from './sync-pairs.ts';

export interface DuplicatesParts extends SyncPairParts {
  syncReader: SyncReader;
  apply: Apply;
  now: () => number;
}

export interface Duplicates {
  /** Looks through a part of the index, then at those who changed since; true when there is more to look through. */
  run(): Promise<boolean>;
  /** Begins anew with every index. */
  begin(): Promise<void>;
}

/** Entries of the index a run, and how many people may share a key before it says nothing (lib/merge/duplicates). */
const ENTRIES = 2000;
const SHARED_BY_MANY = 20;
const MOST_ASKS = 1000;

/** A search shows some changes late: so much (ms) of what was looked at is looked at once more. */
const OVERLAP = 15 * 60 * 1000;

/** One account's people. `key`: of its cursor. */
interface Side {
  pair: SyncPair;
  system: System;
  account: string;
  key: string;
}

const sidesOf = (pair: SyncPair): Side[] =>
  [pair.clio, pair.location].map(({ system, account }) => ({
    pair,
    system,
    account,
    key: `${system}.duplicates|${account}`,
  }));

/** Where one side stands: through the whole index up to `after`; `done`, from then on those who changed since `from`. */
interface Place {
  after?: string;
  done?: boolean;
  /** By the clock of its system. */
  from?: number;
}
type Found = { sets: string[][]; place: Place; more: boolean };
/** Who was looked at in the overlap already, as they are now, by side; lost with the worker, which costs one more look. */
type Seen = Map<string, Set<string>>;

async function wholeIndex({ syncReader, now }: DuplicatesParts, side: Side, { after }: Place): Promise<Found> {
  const { sets, next } = await syncReader.peopleSharing(side.system, side.account, after, ENTRIES);
  return { sets, place: next === undefined ? { done: true, from: now() - OVERLAP } : { after: next }, more: next !== undefined };
}

/** Only those who changed, and whoever shares something with them: from the index, without a call. */
async function changedOnly({ syncReader, now }: DuplicatesParts, side: Side, place: Place, seen: Seen): Promise<Found> {
  const { from = now() } = place;
  const rows = await syncReader.peopleSince(side.system, side.account, from, ENTRIES);
  const more = rows.length === ENTRIES;
  const last = rows.at(-1)?.changedAt ?? 0;
  const stamp = ({ key, changedAt }: (typeof rows)[number]) => `${key} ${changedAt}`;
  const fresh = rows.filter((one) => !seen.get(side.key)?.has(stamp(one)));
  seen.set(side.key, new Set(rows.map(stamp)));
  const sets = fresh.length
    ? await syncReader.peopleAround(
        fresh.map(({ key }) => key),
        SHARED_BY_MANY,
      )
    : [];
  // A clock far ahead must not hide those who change after it.
  const next = more ? Math.max(last, from + 1) : Math.max(from, Math.min(last, now()) - OVERLAP);
  return { sets, place: { done: true, from: next }, more };
}

async function sideStep(parts: DuplicatesParts, side: Side, seen: Seen): Promise<boolean> {
  const { syncReader, now } = parts;
  const { key, system, account } = side;
  const was = ((await syncReader.cursor(key))?.value ?? {}) as Place;
  const { sets, place, more } = await (was.done ? changedOnly(parts, side, was, seen) : wholeIndex(parts, side, was));
  const small = sets.filter((set) => set.length <= SHARED_BY_MANY);
  const opened = await Promise.all(small.map((set) => Promise.all(set.map(syncReader.person))));
  const people = opened.map((set) => set.filter((one) => one !== undefined && one.brief.kind === 'person') as PersonOpen[]);
  const several = people.filter((set) => set.length > 1);
  const { fresh, over } = await newOnes(parts, questions(side.pair, system, account, several));
  if (!fresh.length && place.done === was.done && place.from === was.from) return more;
  const at = now();
  const cursors = [{ key, value: place, at, nextAt: at }];
  await parts.apply(
    {
      ...{ at, cursors, activity: fresh.map((one) => told(one, account, at)) },
      asks: [...over.map((close) => ({ close })), ...fresh.map((put) => ({ put }))],
    },
    'pull',
  );
  return more;
}

const idsIn = (key: string): string[] => key.slice(key.lastIndexOf('|') + 1).split(',');
const isAmong = (key: string, other: string): boolean =>
  key.slice(0, key.lastIndexOf('|')) === other.slice(0, other.lastIndexOf('|')) &&
  idsIn(key).every((id) => idsIn(other).includes(id));

/**
 * Asked once a set, whatever else is known of them by now: the same people, or some of them, are no new question. A set that has grown
 * takes the place of the open questions about its parts.
 */
async function newOnes({ syncReader }: DuplicatesParts, asks: Question[]): Promise<{ fresh: Question[]; over: string[] }> {
  if (!asks.length) return { fresh: [], over: [] };
  const states = await Promise.all([syncReader.asks('open', MOST_ASKS), syncReader.asks('answered', MOST_ASKS)]);
  const [open = [], answered = []] = states.map((some) => some.filter(({ kind }) => kind === 'duplicate').map(({ key }) => key));
  const same = await Promise.all(asks.map(async ({ key }) => ((await syncReader.ask(key))?.state ?? 'gone') !== 'gone'));
  const fresh = asks.filter(({ key }, index) => !same[index] && ![...open, ...answered].some((one) => isAmong(key, one)));
  return { fresh, over: open.filter((key) => fresh.some((one) => isAmong(key, one.key))) };
}

const told = ({ body }: Question, account: string, at: number): NonNullable<Batch['activity']>[number] => ({
  at,
  kind: 'ask',
  by: 'reconcile',
  system: body.side,
  account,
  entity: 'contact',
  id: body.keep?.id,
  outcome: 'asked',
  why: 'duplicate',
  body: { label: body.label },
});

/** Questions of which one record is left at most: somebody merged them in their system. */
async function closeMerged({ syncReader, apply, now }: DuplicatesParts): Promise<void> {
  const open = (await syncReader.asks('open', MOST_ASKS)).filter(({ kind }) => kind === 'duplicate');
  const over: string[] = [];
  for (const { key, body, clioAccount, locationId } of open) {
    const side = body.side ?? 'clio';
    const keys = (body.candidates ?? []).map(({ id }) =>
      recordKey(side, side === 'clio' ? clioAccount : locationId, 'contact', id),
    );
    const left = (await Promise.all(keys.map(syncReader.person))).filter(Boolean);
    if (left.length < 2) over.push(key);
  }
  if (over.length) await apply({ at: now(), asks: over.map((close) => ({ close })) }, 'pull');
}

/** People of one side who look like one: listed with a proposal, merged by nobody but a person in that system. */
export function createDuplicates(parts: DuplicatesParts): Duplicates {
  const sides = async () => (await syncPairs(parts)).flatMap(sidesOf);
  const seen: Seen = new Map();
  return {
    async run() {
      let more = false;
      for (const side of await sides()) more = (await sideStep(parts, side, seen)) || more;
      return more;
    },
    async begin() {
      await closeMerged(parts);
      const at = parts.now();
      const cursors = (await sides()).map(({ key }) => ({ key, value: {}, at, nextAt: at }));
      await parts.apply({ at, cursors }, 'pull');
    },
  };
}
