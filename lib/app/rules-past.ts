import type { Change } from '../model/change.ts';
import { isEcho } from '../rules/echo.ts';
import type { Past } from '../rules/guard.ts';
import type { RulesParts } from './rules-parts.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Rules behind a write: those of its run. */
async function chainOfAct({ rules }: RulesParts, act: string | undefined, rule: string | undefined): Promise<string[]> {
  const run = act === undefined ? undefined : await rules.runOfAct(act);
  return run?.chain ?? (rule === undefined ? [] : [rule]);
}

/**
 * Rules whose writes led to a change; none for what a person did. A write's end and the change it makes stand in one transaction, so they
 * have one time; what is read later is told by its values.
 */
export async function chainOf(parts: RulesParts, change: Change): Promise<string[]> {
  const { at, id, origin } = change;
  if (origin === 'write') {
    const rows = (await parts.syncReader.activityRows(at, at)).filter(({ kind }) => kind === 'write');
    const row = rows.find((one) => one.id === id) ?? rows[0];
    return row?.by === 'rule' ? chainOfAct(parts, row.act, row.cause) : [];
  }
  const filter = { by: 'rule', kind: 'write', from: at - DAY } as const;
  // A time to come was written down before the clock was put back.
  const isBefore = (one: { at: number }) => one.at <= at || one.at > parts.now();
  const rows = (await parts.syncReader.activity(filter, undefined, 200)).filter((one) => one.id === id && isBefore(one));
  const written = rows.map(({ body }) => body.after);
  if (!isEcho(change, written)) return [];
  const chains = await Promise.all(rows.map((one) => chainOfAct(parts, one.act, one.cause)));
  return [...new Set(chains.flat())];
}

/** What the guard has to know of a rule and a record. */
export async function pastOf(
  { rules, now }: RulesParts,
  rule: string,
  record: string,
  once: string,
  chain: readonly string[],
): Promise<Past> {
  const at = now();
  const [isOnce, onRecord, lastHour, lastDay] = await Promise.all([
    rules.ranFor(once),
    rules.count(rule, at - HOUR, record),
    rules.count(rule, at - HOUR),
    rules.count(rule, at - DAY),
  ]);
  return { chain, isOnce, onRecord, lastHour, lastDay };
}
