import type { Connection } from '../model/connection.ts';
import type { System } from '../model/subject.ts';
import { recordKey } from '../store/rows.ts';
import type { BackfillRow } from '../store/rules-rows.ts';
import { offer } from './rules-offer.ts';
import { type Active, merged, programOf, type RulesParts } from './rules-parts.ts';
import type { Event } from './rules-scene.ts';

/** Records a turn, so that other work has its turn between. */
const A_TURN = 25;
/** With so many writes waiting, a backfill makes no more. */
const ENOUGH = 60;
const REST = 30_000;

export const accountsFor = async ({ connections }: RulesParts, { program: { trigger } }: Active): Promise<Connection[]> =>
  (await connections.all()).filter((one) => one.system === trigger.system).sort((a, b) => (a.account < b.account ? -1 : 1));

/** The records of a rule's kind, all accounts one after the other, after a key. */
export async function recordsFor(parts: RulesParts, active: Active, after: string | undefined, most: number) {
  const entity = active.program.trigger.when?.entity ?? 'contact';
  const rows: { key: string; event: Event }[] = [];
  for (const { system, account } of await accountsFor(parts, active)) {
    if (rows.length >= most) break;
    const start = recordKey(system, account, entity, '');
    if (after !== undefined && after > `${start}\uffff`) continue;
    const from = after?.startsWith(start) ? after : undefined;
    for (const { key, value } of await parts.rules.records(system as System, account, entity, from, most - rows.length))
      rows.push({ key, event: { system, account, entity, id: key.slice(start.length), after: value, at: parts.now() } });
  }
  return rows;
}

export async function countFor(parts: RulesParts, active: Active): Promise<number> {
  const entity = active.program.trigger.when?.entity ?? 'contact';
  const all = await accountsFor(parts, active);
  const counts = await Promise.all(all.map(({ system, account }) => parts.rules.countRecords(system, account, entity)));
  return counts.reduce((sum, one) => sum + one, 0);
}

/** A backfill runs for a record once, however often it is started: a rule's own once-only holds across backfills. */
export const OCCASION = 'b';

async function activeFor({ rules }: RulesParts, row: BackfillRow): Promise<Active | undefined> {
  const found = await rules.get(row.rule);
  const program =
    found && !found.paused
      ? programOf(found.version === row.version ? found.rule : await rules.version(row.rule, row.version))
      : undefined;
  return program && found && { program, state: { since: found.since, failures: found.failures } };
}

async function turn(parts: RulesParts, row: BackfillRow): Promise<void> {
  const { apply, now, outbox } = parts;
  const active = await activeFor(parts, row);
  if (!active) return apply({ at: now(), backfills: [{ ...row, state: 'paused', error: 'invalid-request' }] }, 'person');
  let at = row;
  const records = await recordsFor(parts, active, row.after, A_TURN);
  for (const { key, event } of records) {
    if ((await outbox.waiting()) >= ENOUGH || active.state.paused) return;
    const batches = await offer(parts, [active], { event, occasion: OCCASION, chain: async () => [], backfill: true });
    // The budget is used up: this record and the rest have their turn later.
    if (batches.some(({ runs }) => runs?.some(({ at: began }) => began === 0))) return;
    const ran = batches.some(({ runs }) => runs?.length);
    at = { ...at, after: key, done: at.done + 1, ran: at.ran + (ran ? 1 : 0), skipped: at.skipped + (ran ? 0 : 1) };
    // What it brings about and how far it has come are one transaction: a restart neither misses nor repeats a record.
    await apply(merged(now(), [...batches, { backfills: [at] }]), 'person');
    const mine = (await parts.rules.backfills()).find(({ id }) => id === row.id);
    if (mine?.state !== 'running') return;
  }
  if (records.length < A_TURN) await apply({ at: now(), backfills: [{ ...at, state: 'done', endedAt: now() }] }, 'person');
}

/** A part of each backfill that runs. */
export async function runBackfills(parts: RulesParts): Promise<void> {
  for (const row of await parts.rules.backfills()) if (row.state === 'running') await turn(parts, row);
}

export async function backfillAt({ rules, now }: RulesParts): Promise<number | undefined> {
  return (await rules.backfills()).some(({ state }) => state === 'running') ? now() + REST : undefined;
}
