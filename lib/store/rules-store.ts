import type { Entity } from '../model/change.ts';
import type { Rule } from '../model/rule.ts';
import type { System } from '../model/subject.ts';
import type { Database } from './db.ts';
import { recordKey, type Sealer } from './rows.ts';
import type { BackfillRow, RuleOpen, RuleRow, Run, RunRow } from './rules-rows.ts';
import { readRuns } from './rules-runs.ts';

export interface RulesStore {
  all(): Promise<RuleOpen[]>;
  get(id: string): Promise<RuleOpen | undefined>;
  /** Keeps a version and makes it the present one. */
  save(rule: Rule, now: number): Promise<Rule>;
  /** The rule, its versions, its backfills; runs that wait are stopped. */
  remove(id: string): Promise<void>;
  /** `since` begins anew; a pause ends. */
  turn(id: string, on: boolean, now: number): Promise<void>;
  versions(id: string): Promise<{ version: number; at: number; rule: Rule }[]>;
  version(id: string, version: number): Promise<Rule | undefined>;
  /** Runs that wait and may have something to go on with at this time: by the clock, an answer, or writes of theirs. */
  waiting(now: number): Promise<Run[]>;
  /** The earliest time one waits for; undefined where none waits for a time. */
  waitingAt(): Promise<number | undefined>;
  /** How many wait, of one rule or of all. */
  countWaiting(rule?: string): Promise<number>;
  ranFor(once: string): Promise<boolean>;
  /** Runs of a rule (for one record) since a time. */
  count(rule: string, since: number, record?: string): Promise<number>;
  lastRun(rule: string): Promise<number | undefined>;
  runOfAct(act: string): Promise<Omit<RunRow, 'sealed'> | undefined>;
  /** Number for the next run. */
  nextRun(now: number): Promise<number>;
  /** Records of one kind, in key order after a key. */
  records(
    system: System,
    account: string,
    entity: Entity,
    after: string | undefined,
    most: number,
  ): Promise<{ key: string; value: unknown }[]>;
  countRecords(system: System, account: string, entity: Entity): Promise<number>;
  backfills(): Promise<BackfillRow[]>;
  putBackfill(row: BackfillRow): Promise<void>;
  /** Changes one that runs or rests, whatever it did meanwhile; one that has ended stays so. */
  turnBackfill(id: string, patch: Partial<BackfillRow>): Promise<void>;
  /** Forgets finished runs that began before a time. */
  prune(before: number): Promise<void>;
}

const ALL = Number.MAX_SAFE_INTEGER;
/** Versions of one rule that are kept. */
const VERSIONS = 50;
const ofEntity = (system: System, account: string, entity: Entity, after?: string): IDBKeyRange => {
  const start = recordKey(system, account, entity, '');
  return IDBKeyRange.bound(after ?? start, `${start}\uffff`, after !== undefined);
};

type Definitions = Pick<RulesStore, 'all' | 'get' | 'save' | 'remove' | 'turn' | 'versions' | 'version'>;

export const versionContext = (rule: string, version: number): string => `rule|${rule}|${version}`;

async function saveIn(db: Database, sealer: Sealer, rule: Rule, now: number): Promise<Rule> {
  const known = await db.read(['ruleVersions'], (tx) =>
    tx.objectStore('ruleVersions').getAllKeys(IDBKeyRange.bound([rule.id, 0], [rule.id, ALL])),
  );
  const next = { ...rule, version: ((known.at(-1)?.[1] as number | undefined) ?? 0) + 1 };
  const [sealed, version] = await Promise.all([
    sealer.seal(next, `rule|${rule.id}`),
    sealer.seal(next, versionContext(rule.id, next.version)),
  ]);
  await db.write(
    ['rules', 'ruleVersions'],
    async (tx) => {
      const old = await tx.objectStore('rules').get(rule.id);
      const state = old ?? { failures: 0 };
      const since = next.on ? (old?.on ? old.since : now) : old?.since;
      await tx
        .objectStore('rules')
        .put({ ...state, id: rule.id, on: next.on, since, version: next.version, savedAt: now, sealed });
      await tx.objectStore('ruleVersions').put({ rule: rule.id, version: next.version, at: now, sealed: version });
      for (const key of known.slice(0, Math.max(0, known.length + 1 - VERSIONS)))
        await tx.objectStore('ruleVersions').delete(key);
    },
    true,
  );
  return next;
}

function changes(db: Database, sealer: Sealer): Pick<Definitions, 'save' | 'remove' | 'turn'> {
  return {
    save: (rule, now) => saveIn(db, sealer, rule, now),
    async remove(id) {
      await db.write(
        ['rules', 'ruleVersions', 'backfills'],
        async (tx) => {
          await tx.objectStore('rules').delete(id);
          await tx.objectStore('ruleVersions').delete(IDBKeyRange.bound([id, 0], [id, ALL]));
          for (const row of await tx.objectStore('backfills').getAll())
            if (row.rule === id) await tx.objectStore('backfills').delete(row.id);
        },
        true,
      );
    },
    async turn(id, on, now) {
      await db.write(
        ['rules'],
        async (tx) => {
          const row = await tx.objectStore('rules').get(id);
          if (!row) return;
          const fresh = on && !(row.on && !row.paused) ? { since: now, failures: 0, paused: undefined } : {};
          await tx.objectStore('rules').put({ ...row, ...fresh, on });
        },
        true,
      );
    },
  };
}

function definitions(db: Database, sealer: Sealer): Definitions {
  const open = async ({ sealed, ...row }: RuleRow): Promise<RuleOpen> => {
    const rule = await sealer.open<Rule>(sealed, `rule|${row.id}`);
    return { ...row, rule: { ...rule, on: row.on } };
  };
  /** Asked for at every turn: the same rows, from memory, are opened once. */
  const opened = new WeakMap<RuleRow[], Promise<RuleOpen[]>>();
  return {
    ...changes(db, sealer),
    async all() {
      const rows = await db.read(['rules'], (tx) => tx.objectStore('rules').getAll(), '');
      const known = opened.get(rows) ?? Promise.all(rows.map(open));
      opened.set(rows, known);
      known.catch(() => opened.delete(rows));
      return known;
    },
    async get(id) {
      const row = await db.read(['rules'], (tx) => tx.objectStore('rules').get(id));
      return row && open(row);
    },
    async versions(id) {
      const rows = await db.read(['ruleVersions'], (tx) =>
        tx.objectStore('ruleVersions').getAll(IDBKeyRange.bound([id, 0], [id, ALL])),
      );
      const opened = rows.map(async ({ sealed, version, at }) => ({
        version,
        at,
        rule: await sealer.open<Rule>(sealed, versionContext(id, version)),
      }));
      return (await Promise.all(opened)).reverse();
    },
    async version(id, version) {
      const row = await db.read(['ruleVersions'], (tx) => tx.objectStore('ruleVersions').get([id, version]));
      return row && sealer.open<Rule>(row.sealed, versionContext(id, version));
    },
  };
}

const backfillsIn = (db: Database): Pick<RulesStore, 'turnBackfill' | 'putBackfill'> => ({
  turnBackfill: (id, patch) =>
    db.write(
      ['backfills'],
      async (tx) => {
        const row = await tx.objectStore('backfills').get(id);
        if (row?.state === 'running' || row?.state === 'paused') await tx.objectStore('backfills').put({ ...row, ...patch });
      },
      true,
    ),
  putBackfill: async (row) => void (await db.write(['backfills'], (tx) => tx.objectStore('backfills').put(row), true)),
});

/** Rules, versions, runs and backfills. Runs are written by `apply` only, with whatever they bring about. */
export function createRulesStore(db: Database, sealer: Sealer, changed: () => void): RulesStore {
  const rung =
    <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const result = await work(...args);
      changed();
      return result;
    };
  const { save, remove, turn, ...reads } = definitions(db, sealer);
  const { turnBackfill, putBackfill } = backfillsIn(db);
  return {
    ...reads,
    ...readRuns(db, sealer),
    save: rung(save),
    remove: rung(remove),
    turn: rung(turn),
    async records(system, account, entity, after, most) {
      const rows = await db.read(['records'], (tx) =>
        tx.objectStore('records').getAll(ofEntity(system, account, entity, after), most),
      );
      const opened = rows.map(async ({ key, sealed }) => ({
        key,
        value: await sealer.open<unknown>(sealed, key).catch(() => undefined),
      }));
      return Promise.all(opened);
    },
    countRecords: (system, account, entity) =>
      db.read(['records'], (tx) => tx.objectStore('records').count(ofEntity(system, account, entity))),
    backfills: () => db.read(['backfills'], (tx) => tx.objectStore('backfills').getAll(), ''),
    turnBackfill: rung(turnBackfill),
    putBackfill: rung(putBackfill),
  };
}
