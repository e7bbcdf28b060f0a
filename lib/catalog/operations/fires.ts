import type { Change } from '../../model/change.ts';
import type { Operation, When } from '../operation.ts';
import { type Facts, factsOf } from './facts.ts';

/**
 * Something that may set off a rule: a row of the change log, a visit of a Clio page, or the clock asking about a record as it is
 * (`after`) at the time `at`.
 */
export interface Happening extends Pick<Change, 'system' | 'entity' | 'id' | 'at'> {
  before?: unknown;
  after?: unknown;
  origin?: Change['origin'];
  /** Left out for a change. */
  by?: 'visit' | 'clock';
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Said of the record by its system at every writing, whatever was written. */
const NO_NEWS = ['updatedAt'];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** `customFields` stands for each of them. */
const under = (name: string, watched: readonly string[]): boolean =>
  watched.some((one) => name === one || name.startsWith(`${one}.`));
const changed = (before: Facts, after: Facts): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !NO_NEWS.includes(name) && !same(before[name], after[name]),
  );
const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : []);
/** A day is over at its end; nobody's zone is known here, so at the end of it everywhere (UTC-12). */
const instantOf = (value: unknown): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? Date.parse(`${value}T00:00:00Z`) + 1.5 * DAY : Date.parse(String(value));

interface Case {
  when: When;
  before: Facts;
  after: Facts;
  /** Was there, is there. */
  was: boolean;
  is: boolean;
  params: Record<string, unknown>;
  at: number;
}

/** Entries that `list` has and `other` has not; only the one asked for, if one is. */
const extra = (list: unknown, other: unknown, { params }: Case): boolean => {
  const wanted = params.value === undefined ? undefined : String(params.value).toLowerCase();
  const had = listed(other);
  return listed(list).some((one) => !had.includes(one) && (wanted === undefined || one === wanted));
};

const TESTS: Record<When['is'], (one: Case, fact: string) => boolean> = {
  created: ({ was, is }) => !was && is,
  deleted: ({ was, is }) => was && !is,
  updated: ({ was, is, before, after }) => was && is && changed(before, after).length > 0,
  changed: ({ was, is, before, after, when }) => was && is && changed(before, after).some((name) => under(name, when.of ?? [])),
  // Also of a record that is new and so already: a matter may be opened in the moment it is made.
  became: ({ is, was, before, after, when, params }, fact) => {
    const value = String(params.value ?? when.value);
    // A task that is not done when it is made was not reopened.
    return is && String(after[fact]) === value && (was ? String(before[fact]) !== value : value !== 'false');
  },
  added: (one, fact) => one.was && one.is && extra(one.after[fact], one.before[fact], one),
  removed: (one, fact) => one.was && one.is && extra(one.before[fact], one.after[fact], one),
  visited: ({ is }) => is,
  past: ({ after, at }, fact) => after.done !== true && instantOf(after[fact]) < at,
  soon: ({ after, at, params }, fact) => {
    const left = instantOf(after[fact]) - at;
    return after.status !== 'cancelled' && left >= 0 && left <= Number(params.minutes) * MINUTE;
  },
  quiet: ({ after, at, params }, fact) => at - instantOf(after[fact]) >= Number(params.days) * DAY,
  always: () => true,
};

/**
 * First seen because Rankr made it (`write`), or because somebody opened it (`view`): not created just now, unless by its own time it was.
 * An open panel may well read a new note before the next pull does, and the pull then finds it there.
 */
function isSeenOnly({ origin, after, at }: Happening): boolean {
  if (origin !== 'view') return origin === 'write';
  const born = instantOf((after as { createdAt?: string } | undefined)?.createdAt);
  return !(at - born < DAY);
}

/** Does this set off the trigger? Pure. `params` are the trigger's own fields. Echoes of our own writes are the rules' guard to stop. */
export function fires(trigger: Operation, happening: Happening, params: Record<string, unknown> = {}): boolean {
  const { when, source, system } = trigger;
  if (!when || source === 'relay' || (happening.by ?? 'pull') !== source) return false;
  if (when.is === 'always') return true;
  if (system !== happening.system || when.entity !== happening.entity) return false;
  if (when.is === 'created' && isSeenOnly(happening)) return false;
  const { entity, before, after, at } = happening;
  const exists = (record: unknown) => record !== undefined && record !== null;
  const one: Case = {
    when,
    before: factsOf(entity, before),
    after: factsOf(entity, after),
    was: exists(before),
    is: exists(after),
    params,
    at,
  };
  return TESTS[when.is](one, when.of?.[0] ?? '');
}
