import type { PauseWhy } from '../model/rule.ts';
import { FAILURES, mayRun, means } from '../rules/guard.ts';
import { atStart, plan } from '../rules/plan.ts';
import type { Batch } from '../store/batch.ts';
import { recordKey } from '../store/rows.ts';
import type { Run } from '../store/rules-rows.ts';
import { isOld } from './rules-born.ts';
import { noticeOf, outcomeOf, runRow } from './rules-outcome.ts';
import { type Active, privilegeOf, type RulesParts } from './rules-parts.ts';
import { pastOf } from './rules-past.ts';
import { type Event, type Stage, stageOf } from './rules-scene.ts';
import { withWho } from './rules-who.ts';
import { guardWith } from './rules-write.ts';

/** One event with what it was: a change's number, a clock's occasion, a backfill. */
export interface Offer {
  event: Event;
  occasion: string;
  chain: () => Promise<readonly string[]>;
  backfill?: boolean;
}

function newRun(
  parts: RulesParts,
  { program }: Active,
  { event, occasion, backfill }: Offer,
  stage: Stage,
  chain: readonly string[],
  id: number,
): Run {
  const { rule } = program;
  const { system, account, entity, before, after, origin, by, at } = event;
  const record = recordKey(system, account, entity, event.id);
  return {
    id,
    rule: rule.id,
    version: rule.version,
    once: `${rule.id}|${record}|${occasion}`,
    record,
    at: parts.now(),
    state: 'done',
    acts: [],
    chain: [...chain, rule.id],
    accounts: Object.values(stage.scene.accounts).filter((one) => one !== undefined),
    body: {
      ...{ system, account, entity, before, after, origin, by, at, backfill },
      id: event.id,
      label: stage.label,
      ...(stage.link && { link: stage.link.key }),
      progress: atStart(),
      acts: {},
    },
  };
}

/** The rule is stopped, and whoever opens the console is told why. */
export function pause(parts: RulesParts, { program, state }: Active, stage: Stage, run: Run, why: PauseWhy): Partial<Batch> {
  const { rule } = program;
  const paused = { at: parts.now(), why };
  state.paused = paused;
  const row = runRow(parts, stage, run, { outcome: 'failed', why: `rule_paused_${why}`, body: { label: rule.name } });
  return {
    rules: [{ id: rule.id, patch: { paused } }],
    asks: noticeOf(stage, run, `paused-${why}`, rule.name, ''),
    activity: [row],
  };
}

/** Plans on from where a run stands; a rule whose mapping fails again and again is stopped. */
export async function goOn(parts: RulesParts, active: Active, before: Stage, run: Run): Promise<Partial<Batch>[]> {
  const { program, state } = active;
  const { stage, linked = {} } = await withWho(parts, before, program);
  const guard = guardWith(await privilegeOf(parts, stage.connections.clio));
  const planned = plan(program, stage.scene, run.body.progress, guard);
  const { failed, ...batch } = await outcomeOf(parts, stage, run, program.rule.name, planned);
  if (!failed) return [linked, batch];
  state.failures += 1;
  const counted = { rules: [{ id: program.rule.id, patch: { failures: state.failures } }] };
  return state.failures < FAILURES
    ? [linked, batch, counted]
    : [linked, batch, counted, pause(parts, active, stage, run, 'failures')];
}

/** Is the rule about records, or moments, of this kind at all? */
export const isAbout = ({ program: { trigger }, state }: Active, { system, entity }: Pick<Event, 'system' | 'entity'>): boolean =>
  (trigger.when?.is === 'always' || (trigger.system === system && trigger.when?.entity === entity)) && !state.paused;

/** Everything that comes of an event, for all rules; empty where nothing does. Nothing is written here. */
export async function offer(parts: RulesParts, all: readonly Active[], given: Offer): Promise<Partial<Batch>[]> {
  const { event } = given;
  const mine = all.filter((one) => isAbout(one, event));
  if (!mine.length) return [];
  const stage = await stageOf(parts, event);
  const batches: Partial<Batch>[] = [];
  for (const active of mine) {
    if (means(active.program, stage.scene, given.backfill)) continue;
    if (!given.backfill && (await isOld(parts, stage, active.state.since ?? 0))) continue;
    const chain = await given.chain();
    const taken = batches.reduce((count, { runs = [] }) => count + runs.length, 0);
    const run = newRun(parts, active, given, stage, chain, (await parts.rules.nextRun(parts.now())) + taken);
    const past = await pastOf(parts, run.rule, run.record, run.once, chain);
    const verdict = mayRun(active.program, active.state, stage.scene, past, given.backfill);
    if (verdict.is === 'run') batches.push(...(await goOn(parts, active, stage, run)));
    // Held back by the budget: kept, so that nothing is lost, and not counted as run yet.
    if (verdict.is === 'later') batches.push({ runs: [{ ...run, at: 0, state: 'waiting', nextAt: verdict.at }] });
    if (verdict.is === 'pause') batches.push(pause(parts, active, stage, run, verdict.why));
  }
  return batches;
}
