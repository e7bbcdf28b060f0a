import type { Entity } from '../model/change.ts';
import type { Rule } from '../model/rule.ts';
import type { System } from '../model/subject.ts';
import type { Database } from './db.ts';
import { recordKey, type Sealer } from './rows.ts';
import { definitions } from './rules-definitions.ts';
import type { BackfillRow, RuleOpen, Run, RunRow } from './rules-rows.ts';
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

const ofEntity = (system: System, account: string, entity: Entity, after?: string): IDBKeyRange => {
  const start = recordKey(system, account, entity, '');
  return IDBKeyRange.bound(after ?? start, `${start}\uffff`, after !== undefined);
};

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
