import { SECOND_READ_AFTER } from '../merge/vanish.ts';
import { toAppError } from '../model/errors.ts';
import type { System } from '../model/subject.ts';
import type { Batch } from '../store/batch.ts';
import type { DirtyRow } from '../store/rows.ts';
import { dirtyOf } from './dirty.ts';
import { knownKeys } from './known.ts';
import { groundOf } from './plan-parts.ts';
import { lookAtChild } from './vanish-child.ts';
import { lookAtContact } from './vanish-contact.ts';
import type { Gone, GoneRow, Sweep, VanishParts } from './vanish-parts.ts';

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

async function look(parts: VanishParts, rows: GoneRow[], row: GoneRow): Promise<void> {
  const pairs = await parts.pairs();
  const pair = pairs.find(({ clio, location }) => (row.of.system === 'clio' ? clio : location).account === row.of.account);
  const { account, entity, id } = row.of;
  const key = knownKeys.subject(account, 'gone', `${entity}|${id}`);
  const noted = await parts.reader.known<{ at: number; tries: number }>(key);
  const settle = (more: Partial<Batch>, value?: typeof noted) =>
    parts.apply({ at: parts.now(), ...more, clean: [row], known: [{ key, value }] }, 'pull');
  if (!pair || (entity !== 'contact' && !pair.choice.on)) return settle({});
  const soonest = noted && noted.at + SECOND_READ_AFTER;
  // Marked once more by another reading, that saw the same as the first.
  if (soonest !== undefined && parts.now() < soonest) return settle({ dirty: [{ key: row.key, at: soonest }] }, noted);
  const tries = noted?.tries ?? 0;
  const again = (at: number) => settle({ dirty: [{ key: row.key, at }] }, { at: noted?.at ?? parts.now(), tries: tries + 1 });
  try {
    const told: GoneRow = { ...row, tries, noticedAt: noted?.at };
    const sweep = await sweepOf(parts, rows, row.of);
    const verdict =
      entity === 'contact'
        ? await lookAtContact(parts, groundOf(pair), told, sweep)
        : await lookAtChild(parts, groundOf(pair), told, entity, sweep);
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
