import { toAppError } from '../model/errors.ts';
import type { DirtyRow } from '../store/rows.ts';
import { type Dirty, dirtyOf } from './dirty.ts';
import { planChild } from './plan-child.ts';
import { planContact } from './plan-contact.ts';
import { readLog } from './plan-log.ts';
import { planNew } from './plan-new.ts';
import { accountOf, type Ground, grounds, isOf, type Plan, type PlanParts } from './plan-parts.ts';

export type { PlanParts } from './plan-parts.ts';

export interface Planner {
  /** Decides everything that is due, from the store alone; resolves when nothing more is. */
  run(): Promise<void>;
  /** When the next look is due (milliseconds since 1970); undefined for never. */
  nextAt(): Promise<number | undefined>;
}

const HOUR = 60 * 60_000;
type Ours = Extract<Dirty, { kind: 'contact' | 'child' | 'new' }>;
const ORDER: Ours['kind'][] = ['contact', 'new', 'child'];

/** The pair of accounts a mark is about; a contact of a location that several Clio accounts share is everybody's. */
const groundsOf = (all: readonly Ground[], one: Ours): Ground[] =>
  all.filter((ground) => {
    if (one.kind !== 'contact') return accountOf(ground, one.system) === one.account;
    const [clioAccount = '', , locationId = ''] = one.link.split('|');
    return isOf(ground, { clioAccount, locationId });
  });

/**
 * Due rows of ours. Other kinds of mark (to be read, gone) are somebody else's and may be many: more is fetched until some of ours are
 * among them or there is nothing more.
 */
async function due(
  { syncReader }: PlanParts,
  all: readonly Ground[],
  until: number,
): Promise<{ row: DirtyRow; one: Ours; of: Ground[] }[]> {
  for (let most = 200; ; most *= 4) {
    const rows = await syncReader.dirty(until, most);
    const ours = rows.flatMap((row) => {
      const one = dirtyOf(row.key);
      if (one.kind === 'read' || one.kind === 'gone') return [];
      const of = groundsOf(all, one);
      // Marks of accounts that wait for a sign-in stay; those of a sync that is off mean nothing, and switching it on reads all anew.
      return of.length ? [{ row, one, of }] : [];
    });
    if (ours.length || rows.length < most) return ours;
  }
}

async function look(parts: PlanParts, ground: Ground, one: Ours, tries: number): Promise<Plan> {
  if (one.kind === 'child') return planChild(parts, ground, one, tries);
  if (one.kind === 'new') return planNew(parts, ground, one, tries);
  const link = await parts.reader.link(one.link);
  return link ? planContact(parts, ground, link, tries) : {};
}

/** One mark: everything it comes to, and the mark's own end, in one transaction. */
async function settle(parts: PlanParts, { row, one, of }: { row: DirtyRow; one: Ours; of: Ground[] }): Promise<void> {
  const plans: Plan[] = [];
  for (const ground of of) plans.push(await look(parts, ground, one, row.tries ?? 0));
  const all = <K extends 'links' | 'known' | 'pairs' | 'agreed' | 'enqueue' | 'asks' | 'activity' | 'dirty'>(name: K) =>
    plans.flatMap((plan) => (plan[name] ?? []) as never[]) as NonNullable<Plan[K]>;
  const later = plans.flatMap(({ again }) => (again === undefined ? [] : [{ key: row.key, at: again, tries: row.tries }]));
  const clean = [{ key: row.key, mark: row.mark }];
  await parts.apply(
    {
      at: parts.now(),
      links: all('links'),
      known: all('known'),
      pairs: all('pairs'),
      agreed: all('agreed'),
      enqueue: all('enqueue'),
      asks: all('asks'),
      activity: all('activity'),
      dirty: [...all('dirty'), ...later],
      clean,
    },
    'pull',
  );
}

/** One record that can't be decided about (its row is damaged, say) must not keep all the others waiting: it is looked at again in an hour. */
async function putOff({ apply, now }: PlanParts, { key, mark }: DirtyRow, cause: unknown): Promise<void> {
  const { code, facts } = toAppError(cause);
  if (code === 'storage-full' || (code === 'storage-unavailable' && facts.about !== 'sealed')) throw cause;
  console.error('Rankr: a record could not be decided about:', code);
  await apply({ at: now(), clean: [{ key, mark }], dirty: [{ key, at: now() + HOUR }] }, 'pull');
}

export function createPlanner(parts: PlanParts): Planner {
  return {
    async run() {
      const all = await grounds(parts);
      await readLog(parts, all);
      if (!all.length) return;
      // A mark that was looked at and is due again at once (somebody changed it meanwhile) has its turn with the next run.
      const looked = new Map<string, number>();
      for (;;) {
        const rows = (await due(parts, all, parts.now())).filter(({ row }) => (looked.get(row.key) ?? 0) < 3);
        if (!rows.length) return;
        rows.sort((a, b) => ORDER.indexOf(a.one.kind) - ORDER.indexOf(b.one.kind));
        for (const one of rows) {
          looked.set(one.row.key, (looked.get(one.row.key) ?? 0) + 1);
          await settle(parts, one).catch((cause) => putOff(parts, one.row, cause));
        }
      }
    },
    async nextAt() {
      const all = await grounds(parts);
      if (!all.length) return undefined;
      const times = (await due(parts, all, Number.MAX_SAFE_INTEGER)).map(({ row }) => row.at);
      return times.length ? Math.min(...times) : undefined;
    },
  };
}
