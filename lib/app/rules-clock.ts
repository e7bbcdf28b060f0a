import type { Operation } from '../catalog/operation.ts';
import { factsOf } from '../catalog/operations/facts.ts';
import type { Connection } from '../model/connection.ts';
import type { System } from '../model/subject.ts';
import { isFired } from '../rules/guard.ts';
import type { Batch } from '../store/batch.ts';
import { chosenPairs } from './console-parts.ts';
import { offer } from './rules-offer.ts';
import { type Active, activeRules, merged, type RulesParts } from './rules-parts.ts';
import type { Event } from './rules-scene.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Records looked at in one round, of each kind; the next round goes on where this one ended. */
const LOOKED_AT = 5_000;
const PAGE = 200;
const CURSOR = 'rules.clock|';
/** Runs are remembered this long, so that what is overdue sets a rule off once and not again each quarter. */
const REMEMBERED = 400 * 24 * HOUR;

interface ClockState {
  /** Where each kind of record was left off: the last key looked at. */
  [kind: string]: string | undefined;
}

const isClock = ({ program }: Active): boolean => program.trigger.source === 'clock';
const isTimer = ({ when }: Operation): boolean => when?.is === 'always';
const slotOf = ({ program }: Active): number => Math.max(5, Number(program.params.minutes)) * MINUTE;
/** How often to look: what begins soon can't wait an hour. */
const everyOf = (one: Active): number =>
  isTimer(one.program.trigger) ? slotOf(one) : one.program.trigger.when?.is === 'soon' ? 15 * MINUTE : HOUR;

const write = async (parts: RulesParts, batches: Partial<Batch>[]): Promise<void> => {
  if (batches.length) await parts.apply(merged(parts.now(), batches), 'person');
};
const noChain = async (): Promise<readonly string[]> => [];

/** A timer is about no record: it runs once for each pair of accounts. */
async function runTimers(parts: RulesParts, rules: Active[]): Promise<void> {
  const at = parts.now();
  for (const active of rules) {
    const slot = Math.floor(at / slotOf(active));
    // The first time is the first full slot after it was switched on.
    if (slot * slotOf(active) < (active.state.since ?? 0)) continue;
    for (const { clio } of await chosenPairs(parts)) {
      const event: Event = { system: 'clio', account: clio.account, entity: 'contact', id: '', at, by: 'clock' };
      await write(parts, await offer(parts, [active], { event, occasion: `s${slot}`, chain: noChain }));
    }
  }
}

/** One kind of record of one account, page by page. Returns where it was left off; undefined at the end. */
async function look(
  parts: RulesParts,
  rules: Active[],
  system: System,
  account: string,
  from: string | undefined,
): Promise<string | undefined> {
  const [{ program }] = rules as [Active];
  const { entity, of } = program.trigger.when ?? { entity: 'contact' as const };
  let after = from;
  for (let seen = 0; seen < LOOKED_AT; seen += PAGE) {
    const rows = await parts.rules.records(system, account, entity, after, PAGE);
    for (const { key, value } of rows) {
      const event: Event = {
        system,
        account,
        entity,
        id: key.split('|').at(-1) ?? '',
        after: value,
        at: parts.now(),
        by: 'clock',
      };
      const fired = rules.filter((one) => isFired(one.program, event));
      if (!fired.length) continue;
      const facts = factsOf(entity, value);
      // Once for this due date, this start, this last sign of life: when it moves, it counts anew.
      const occasion = `k${String(facts[of?.[0] ?? ''] ?? '')}`;
      await write(parts, await offer(parts, fired, { event, occasion, chain: noChain }));
    }
    after = rows.at(-1)?.key;
    if (rows.length < PAGE) return undefined;
  }
  return after;
}

/** Rules that look at the same kind of record look at it together. */
function kindsOf(rules: Active[], connections: Connection[]) {
  const kinds = new Map<string, { rules: Active[]; system: System; account: string }>();
  for (const one of rules) {
    const { system, when } = one.program.trigger;
    for (const { account } of connections.filter((other) => other.system === system)) {
      const key = `${system}|${account}|${when?.entity}|${when?.of?.[0]}`;
      const kind = kinds.get(key) ?? { rules: [], system: system as System, account };
      kinds.set(key, { ...kind, rules: [...kind.rules, one] });
    }
  }
  return kinds;
}

/** Offers records to the rules that go by the clock, where a round is due. Dying on the way repeats a look, and no run. */
export async function runClock(parts: RulesParts): Promise<void> {
  const rules = (await activeRules(parts)).filter(isClock);
  const cursor = await parts.syncReader.cursor(CURSOR);
  if (!rules.length || (cursor && cursor.nextAt > parts.now())) return;
  const at = parts.now();
  await runTimers(
    parts,
    rules.filter(({ program }) => isTimer(program.trigger)),
  );
  const state: ClockState = { ...(cursor?.value as ClockState | undefined) };
  const kinds = kindsOf(
    rules.filter(({ program }) => !isTimer(program.trigger)),
    await parts.connections.all(),
  );
  for (const [key, kind] of kinds) state[key] = await look(parts, kind.rules, kind.system, kind.account, state[key]);
  await parts.rules.prune(at - REMEMBERED);
  const every = Math.min(...rules.map(everyOf));
  await parts.apply(
    { at, cursors: [{ key: CURSOR, value: state, at, nextAt: Math.floor(at / every) * every + every }] },
    'person',
  );
}

/** When the next round is due; undefined while no rule goes by the clock. */
export async function clockAt(parts: RulesParts): Promise<number | undefined> {
  if (!(await activeRules(parts)).some(isClock)) return undefined;
  return (await parts.syncReader.cursor(CURSOR))?.nextAt ?? parts.now();
}
