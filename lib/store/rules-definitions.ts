import type { Rule } from '../model/rule.ts';
import type { Database } from './db.ts';
import type { Sealer } from './rows.ts';
import type { RuleOpen, RuleRow } from './rules-rows.ts';
import type { RulesStore } from './rules-store.ts';

const ALL = Number.MAX_SAFE_INTEGER;
/** Versions of one rule that are kept. */
const VERSIONS = 50;

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

/** Rules and their versions. */
export function definitions(db: Database, sealer: Sealer): Definitions {
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
