import { type DuplicateRecord, duplicates } from '../merge/duplicates.ts';
import { type Ask, askKey } from '../model/ask.ts';
import type { Reason } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { Apply } from '../store/apply.ts';
import type { Batch } from '../store/batch.ts';
import type { PersonOpen, SyncReader } from '../store/read-sync.ts';
import { recordKey } from '../store/rows.ts';
import { type SyncPair, type SyncPairParts, syncPairs } from './sync-pairs.ts';

export interface DuplicatesParts extends SyncPairParts {
  syncReader: SyncReader;
  apply: Apply;
  now: () => number;
}

export interface Duplicates {
  /** Looks through a part of the index; true when there is more to look through. */
  run(): Promise<boolean>;
  /** Begins anew with every index. */
  begin(): Promise<void>;
}

/** Entries of the index a run, and how many people may share a key before it says nothing (lib/merge/duplicates). */
const ENTRIES = 2000;
const SHARED_BY_MANY = 20;

const cursorKey = (system: System, account: string): string => `${system}.duplicates|${account}`;

/** A set shares one key; whether it is an e-mail or a phone is told by what the people show. */
function withKeys(sets: PersonOpen[][]): DuplicateRecord[] {
  const records = new Map<string, DuplicateRecord & { emailKeys: string[]; phoneKeys: string[] }>();
  sets.forEach((people, index) => {
    const emails = people.map(({ brief }) => brief.email?.trim().toLowerCase()).filter(Boolean);
    const isEmail = new Set(emails).size < emails.length;
    for (const { id, brief, links } of people) {
      const filled = Object.values(brief).filter((value) => value !== undefined && value !== '').length;
      const known = records.get(id) ?? { id, emailKeys: [], phoneKeys: [], name: brief.name, linked: links.length > 0, filled };
      (isEmail ? known.emailKeys : known.phoneKeys).push(String(index));
      records.set(id, known);
    }
  });
  return [...records.values()];
}

const candidateOf = ({ id, brief }: PersonOpen, shared: readonly ('email' | 'phone')[]) => {
  const reasons = shared.map(
    (by): Reason =>
      by === 'email'
        ? { code: 'same-email', tone: 'good', value: brief.email }
        : { code: 'same-phone', tone: 'good', value: brief.phone },
  );
  return { id, name: brief.name, email: brief.email, phone: brief.phone, reasons };
};

/** One question a set of people. The first one is proposed to be kept. */
function questions(
  { clio, location }: SyncPair,
  system: System,
  account: string,
  sets: PersonOpen[][],
): Omit<Ask, 'state' | 'at'>[] {
  const people = new Map(sets.flat().map((one) => [one.id, one]));
  return duplicates(withKeys(sets)).map(({ keep, because, others, shared }) => {
    const ids = [keep, ...others];
    const candidates = ids.flatMap((id) => {
      const one = people.get(id);
      return one ? [candidateOf(one, shared)] : [];
    });
    const own = system === 'clio' ? { clioId: keep } : { highlevelId: keep };
    const label = people.get(keep)?.brief.name ?? keep;
    const body: Ask['body'] = {
      label,
      ...own,
      side: system,
      candidates,
      keep: { id: keep, because },
      offers: ['merge', 'not-same'],
    };
    const key = askKey.duplicate(system, account, ids);
    return { key, kind: 'duplicate', clioAccount: clio.account, locationId: location.account, entity: 'contact', body };
  });
}

async function sideStep(parts: DuplicatesParts, pair: SyncPair, system: System): Promise<boolean> {
  const { syncReader, now } = parts;
  const { account } = system === 'clio' ? pair.clio : pair.location;
  const key = cursorKey(system, account);
  const cursor = await syncReader.cursor(key);
  const place = cursor?.value as { after?: string; done?: boolean } | undefined;
  if (place?.done) return false;
  const { sets, next } = await syncReader.peopleSharing(system, account, place?.after, ENTRIES);
  const small = sets.filter((set) => set.length <= SHARED_BY_MANY);
  const opened = await Promise.all(small.map((set) => Promise.all(set.map(syncReader.person))));
  const people = opened.map((set) => set.filter((one) => one !== undefined && one.brief.kind === 'person') as PersonOpen[]);
  const at = now();
  const asks = questions(
    pair,
    system,
    account,
    people.filter((set) => set.length > 1),
  );
  const fresh = await newOnes(parts, asks);
  const cursors = [{ key, value: next === undefined ? { done: true } : { after: next }, at, nextAt: at }];
  await parts.apply(
    { at, cursors, asks: fresh.map((put) => ({ put })), activity: fresh.map((one) => told(one, account, at)) },
    'pull',
  );
  return next !== undefined;
}

/** Asked once a set: the same people are the same question, whatever else is known of them by now. */
async function newOnes({ syncReader }: DuplicatesParts, asks: Omit<Ask, 'state' | 'at'>[]) {
  const known = await Promise.all(asks.map(({ key }) => syncReader.ask(key)));
  return asks.filter((_, index) => !known[index] || known[index]?.state === 'gone');
}

const told = ({ body }: Omit<Ask, 'state' | 'at'>, account: string, at: number): NonNullable<Batch['activity']>[number] => ({
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
  const open = (await syncReader.asks('open', 1000)).filter(({ kind }) => kind === 'duplicate');
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
  const sides = async () =>
    (await syncPairs(parts)).flatMap((pair) => [
      { pair, system: 'clio' as const },
      { pair, system: 'highlevel' as const },
    ]);
  return {
    async run() {
      let more = false;
      for (const { pair, system } of await sides()) more = (await sideStep(parts, pair, system)) || more;
      return more;
    },
    async begin() {
      await closeMerged(parts);
      const at = parts.now();
      const cursors = (await sides()).map(({ pair, system }) => {
        const { account } = system === 'clio' ? pair.clio : pair.location;
        return { key: cursorKey(system, account), value: {}, at, nextAt: at };
      });
      await parts.apply({ at, cursors }, 'pull');
    },
  };
}
