import { SECOND_READ_AFTER } from '../merge/vanish.ts';
import { toAppError } from '../model/errors.ts';
import type { System } from '../model/subject.ts';
import type { Batch } from '../store/batch.ts';
import type { DirtyRow } from '../store/rows.ts';
import { dirtyOf } from './dirty.ts';
import { knownKeys } from './known.ts';
import { accountOf, type Ground, groundOf } from './plan-parts.ts';
import { lookAtChild } from './vanish-child.ts';
import { lookAtContact } from './vanish-contact.ts';
import type { Gone, GoneRow, Sweep, VanishParts, Verdict } from './vanish-parts.ts';

export interface Vanish {
  /** Looks at every record due that is said to be gone; resolves when all were looked at once. */
  run(): Promise<void>;
  /** When the next of them is to be looked at (ms since 1970). */
  nextAt(): Promise<number | undefined>;
}

/** Each takes a call or two; the rest is looked at in the next run. */
const MOST = 50;
/** Marks looked through for those of ours. */
const MARKS = 100_000;
const MINUTE = 60_000;

function goneRows(rows: DirtyRow[]): GoneRow[] {
  return rows.flatMap((row) => {
    const of = dirtyOf(row.key);
    return of.kind === 'gone' ? [{ ...row, of }] : [];
  });
}

/** How many of one side are said to be gone at this time. */
async function sweepOf({ syncReader }: VanishParts, rows: GoneRow[], { system, entity }: Gone): Promise<Sweep> {
  const alike = (one: System, other: string) => one === system && (other === 'contact') === (entity === 'contact');
  const vanished = rows.filter(({ of }) => alike(of.system, of.entity)).length;
  // How many children there are at all nobody counts: so many at once are strange whatever the number.
  return {
    vanished,
    of: entity === 'contact' ? await syncReader.countLinks() : vanished < 25 ? Number.MAX_SAFE_INTEGER : vanished,
  };
}

/** Longer each time, up to an hour. */
const waitFor = (tries: number): number => Math.min(60, 2 ** Math.max(0, tries - 1)) * MINUTE;

/** What every pair of accounts that knows the record makes of it: a location may be shared by several Clio accounts. */
async function verdictOf(parts: VanishParts, grounds: Ground[], row: GoneRow, sweep: Sweep): Promise<Verdict> {
  const { entity } = row.of;
  const batch: Partial<Batch> = {};
  for (const ground of grounds) {
    const verdict =
      entity === 'contact'
        ? await lookAtContact(parts, ground, row, sweep)
        : await lookAtChild(parts, ground, row, entity, sweep);
    if ('again' in verdict) return verdict;
    const { asks = [], activity = [], dirty = [] } = batch;
    Object.assign(batch, verdict.batch, {
      asks: [...asks, ...(verdict.batch.asks ?? [])],
      activity: [...activity, ...(verdict.batch.activity ?? [])],
      dirty: [...dirty, ...(verdict.batch.dirty ?? [])],
    });
  }
  return { batch };
}

async function look(parts: VanishParts, rows: GoneRow[], row: GoneRow): Promise<void> {
  const { system, account, entity, id } = row.of;
  const pairs = (await parts.pairs()).filter(
    (pair) => accountOf(pair, system) === account && (entity === 'contact' || pair.choice.on),
  );
  const key = knownKeys.subject(account, 'gone', `${entity}|${id}`);
  const kept = await parts.reader.known<{ at: number; tries: number }>(key);
  // Noted under a clock that was put back since: it was now.
  const noted = kept && { ...kept, at: Math.min(kept.at, parts.now()) };
  const settle = (more: Partial<Batch>, value?: typeof noted) =>
    parts.apply({ at: parts.now(), ...more, clean: [row], known: [{ key, value }] }, 'pull');
  if (!pairs.length) return settle({});
  const soonest = noted && noted.at + SECOND_READ_AFTER;
  // Marked once more by another reading, that saw the same as the first.
  if (soonest !== undefined && parts.now() < soonest) return settle({ dirty: [{ key: row.key, at: soonest }] }, noted);
  const tries = noted?.tries ?? 0;
  const again = (at: number) => settle({ dirty: [{ key: row.key, at }] }, { at: noted?.at ?? parts.now(), tries: tries + 1 });
  try {
    const told: GoneRow = { ...row, tries, noticedAt: noted?.at };
    const sweep = await sweepOf(parts, rows, row.of);
    const verdict = await verdictOf(parts, pairs.map(groundOf), told, sweep);
    if ('again' in verdict) return again(Math.max(verdict.again, parts.now() + (tries ? waitFor(tries) : MINUTE)));
    return settle(verdict.batch);
  } catch (cause) {
    const { code, facts } = toAppError(cause);
    if (code === 'unexpected') throw cause;
    return again(Math.max(facts.until ?? 0, parts.now() + waitFor(tries + 1)));
  }
}

/** Confirms that a record is gone (a second read at least a minute later), looks for it elsewhere, and asks. Deletes nothing, makes nothing. */
export function createVanish(parts: VanishParts): Vanish {
  return {
    async run() {
      const due = goneRows(await parts.syncReader.dirty(parts.now(), MARKS));
      if (!due.length) return;
      const all = goneRows(await parts.syncReader.dirty(Number.MAX_SAFE_INTEGER, MARKS));
      for (const row of due.slice(0, MOST)) await look(parts, all, row);
    },
    async nextAt() {
      const rows = goneRows(await parts.syncReader.dirty(Number.MAX_SAFE_INTEGER, MARKS));
      return rows.length ? Math.min(...rows.map(({ at }) => at)) : undefined;
    },
  };
}
