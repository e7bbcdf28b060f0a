import type { ExportCursor, ExportPage } from '../model/settings-view.ts';
import { accountsOfLink, CONCERNS } from '../store/accounts-of.ts';
import { askContext } from '../store/prepare-asks.ts';
import { activityContext, outboxContext, pairContext, personContext } from '../store/prepare-sync.ts';
import { recordKey, type Sealed, type Sealer, type StoreName } from '../store/rows.ts';
import { runContext } from '../store/rules-batch.ts';
import { versionContext } from '../store/rules-definitions.ts';
import type { SyncViewParts } from './console-parts.ts';

type Row = Record<string, unknown>;
interface Exported {
  /** Left out where it is no account's own: that goes with everything only. */
  concerns?: (row: never, account: string) => boolean;
  /** What its sealed part is bound to; left out where nothing is sealed. */
  context?: (row: never) => string;
}

/** Everything that speaks of an account, and then what is no account's own, in this order. Keys and credentials are in stores that are not named here. */
const EXPORTED: Partial<Record<StoreName, Exported>> = {
  connections: { concerns: (row: { account: string }, account) => row.account === account },
  links: { concerns: CONCERNS.links, context: (row: { key: string }) => `link|${row.key}` },
  records: { concerns: CONCERNS.records, context: (row: { key: string }) => row.key },
  pairs: { concerns: CONCERNS.pairs, context: (row: { key: string }) => pairContext(row.key) },
  people: {
    concerns: (row: { account: string; links: string[] }, account) =>
      row.account === account || row.links.some((link) => accountsOfLink(link).includes(account)),
    context: (row: { key: string }) => personContext(row.key),
  },
  known: { concerns: CONCERNS.known, context: (row: { key: string }) => `known|${row.key}` },
  asks: { concerns: CONCERNS.asks, context: (row: { key: string }) => askContext(row.key) },
  activity: { concerns: CONCERNS.activity, context: activityContext },
  outbox: { concerns: CONCERNS.outbox, context: outboxContext },
  changes: { concerns: CONCERNS.changes },
  cursors: { concerns: CONCERNS.cursors },
  reads: { concerns: CONCERNS.reads },
  runs: { concerns: CONCERNS.runs, context: (row: { id: number }) => runContext(row.id) },
  rules: { context: (row: { id: string }) => `rule|${row.id}` },
  ruleVersions: { context: (row: { rule: string; version: number }) => versionContext(row.rule, row.version) },
  backfills: {},
  settings: {},
};
const ORDER = Object.keys(EXPORTED) as StoreName[];
/** Rows looked at a page. */
const PAGE = 500;

const openOr = (sealer: Sealer, sealed: unknown, context: string): Promise<unknown> =>
  sealer.open(sealed as Sealed, context).catch(() => ({ unreadable: true }));

/** The row with what was sealed in it opened. The hashes of the index say nothing to anybody, so they stay out. */
async function openRow(sealer: Sealer, { context }: Exported, row: Row): Promise<Row> {
  const { sealed, hashes: _, before, after, ...plain } = row;
  if (sealed && context) plain.value = await openOr(sealer, sealed, context(row as never));
  for (const [name, part] of Object.entries({ before, after })) {
    const { system, account, entity, id } = row as Record<string, never>;
    if (part)
      plain[name] = await openOr(sealer, part, recordKey(system as never, account as never, entity as never, id as never));
  }
  return plain;
}

/** One page of what is stored of an account, or of everything without one, beginning after the cursor. Stores are gone through one after the other. */
export async function exportPage(
  { db, sealer }: Pick<SyncViewParts, 'db' | 'sealer'>,
  account: string | undefined,
  after?: ExportCursor,
): Promise<ExportPage> {
  const at = after ? ORDER.indexOf(after.store as StoreName) : 0;
  const store = ORDER[at];
  if (!store) return { rows: [] };
  const what = EXPORTED[store] as Exported;
  const range = after && after.key !== '' ? IDBKeyRange.lowerBound(after.key, true) : undefined;
  const [keys, rows] = await db.read([store], (tx) =>
    Promise.all([tx.objectStore(store).getAllKeys(range, PAGE), tx.objectStore(store).getAll(range, PAGE)]),
  );
  // Settings are bare values under their names.
  const named = (rows as Row[]).map((row, index) => (store === 'settings' ? { key: keys[index], setting: row } : row));
  const ours = account === undefined ? named : named.filter((row) => what.concerns?.(row as never, account));
  const open = await Promise.all(ours.map(async (row) => ({ store, row: await openRow(sealer, what, row) })));
  const last = keys.at(-1) as ExportCursor['key'] | undefined;
  if (rows.length === PAGE && last !== undefined) return { rows: open, after: { store, key: last } };
  const next = ORDER[at + 1];
  return { rows: open, ...(next ? { after: { store: next, key: '' } } : {}) };
}
