import { mayRun } from '../rules/guard.ts';
import type { Batch } from '../store/batch.ts';
import { recordKey } from '../store/rows.ts';
import type { Run } from '../store/rules-rows.ts';
import { goOn } from './rules-offer.ts';
import { runRow } from './rules-outcome.ts';
import { type Active, merged, programOf, type RulesParts } from './rules-parts.ts';
import { pastOf } from './rules-past.ts';
import { type Event, type Stage, stageOf } from './rules-scene.ts';

/** What became of a run's own writes since: ids of what was made, and steps that came to nothing (dropped by a person). */
async function resolved({ outbox }: RulesParts, run: Run): Promise<Run> {
  const { progress, acts } = run.body;
  const made = { ...progress.made };
  const pending: string[] = [];
  for (const step of progress.pending) {
    const [row] = acts[step] ? await outbox.ofAct(acts[step]) : [];
    if (row?.body.result) made[step] = row.body.result.id;
    else if (row) pending.push(step);
  }
  if (pending.length === progress.pending.length) return run;
  return { ...run, body: { ...run.body, progress: { ...progress, made, pending } } };
}

/** How long a run waits before it looks whether its rule is still stopped (milliseconds). */
const PAUSED = 60 * 60 * 1000;

const stopped = (parts: RulesParts, stage: Stage, run: Run, why: string): Partial<Batch> => ({
  runs: [{ ...run, state: 'stopped', nextAt: undefined, ask: undefined }],
  activity: [runRow(parts, stage, run, { outcome: 'skipped', why })],
});

/** What the question a run waits for was answered with; `look`: who somebody is was settled, by whatever way. */
async function answerOf({ syncReader }: RulesParts, { ask }: Run): Promise<'yes' | 'no' | 'open' | 'look'> {
  const question = ask === undefined ? undefined : await syncReader.ask(ask);
  const { state, kind } = question ?? {};
  const offer = state === 'answered' ? question?.body.answer?.offer : undefined;
  if (offer === 'go' || offer === 'approve' || offer === 'create') return 'yes';
  if (state === 'open') return 'open';
  return kind === 'match' && offer !== 'not-same' ? 'look' : 'no';
}

/** The event as it was, its record as it is by now. */
async function eventOf({ reader }: RulesParts, { body }: Run): Promise<Event> {
  const { system, account, entity, id, before, after, origin, by, at } = body;
  const fresh = after === undefined ? undefined : await reader.record(recordKey(system, account, entity, id));
  return { system, account, entity, id, before, after: fresh ?? after, origin, by, at };
}

/** A run may go on with a version of its rule that is not the newest; a rule that is off or gone ends it. */
async function activeOf(parts: RulesParts, run: Run): Promise<Active | 'gone' | 'paused'> {
  const row = await parts.rules.get(run.rule);
  if (!row || (!row.on && !run.body.backfill)) return 'gone';
  if (row.paused) return 'paused';
  const program = programOf(row.version === run.version ? row.rule : await parts.rules.version(run.rule, run.version));
  if (!program) return 'gone';
  const { since, failures } = row;
  return { program: { ...program, rule: { ...program.rule, on: row.on } }, state: { since, failures } };
}

async function resume(parts: RulesParts, waiting: Run): Promise<void> {
  const write = (batches: Partial<Batch>[]) => parts.apply(merged(parts.now(), batches), 'person');
  const run = await resolved(parts, waiting);
  const answer = run.ask === undefined ? undefined : await answerOf(parts, run);
  const isDue = (run.nextAt ?? 0) <= parts.now() && answer !== 'open';
  // It waits for its own writes alone, and none of them has ended.
  const isIdle = run.nextAt === undefined && run.ask === undefined && run === waiting;
  if (!isDue || isIdle) return run === waiting ? undefined : write([{ runs: [run] }]);
  const active = await activeOf(parts, run);
  if (active === 'paused') return write([{ runs: [{ ...run, nextAt: parts.now() + PAUSED }] }]);
  const stage = await stageOf(parts, await eventOf(parts, run));
  if (active === 'gone') return write([stopped(parts, stage, run, 'rule_off')]);
  if (answer === 'no') return write([stopped(parts, stage, run, 'rule_refused')]);
  if (run.at === 0) {
    const past = { ...(await pastOf(parts, run.rule, run.record, run.once, [])), isOnce: false };
    const verdict = mayRun(active.program, active.state, stage.scene, past, run.body.backfill);
    if (verdict.is !== 'run')
      return write([
        verdict.is === 'later' ? { runs: [{ ...run, nextAt: verdict.at }] } : stopped(parts, stage, run, 'rule_budget'),
      ]);
  }
  const { progress, asked } = run.body;
  const approved = answer === 'yes' && asked ? [...progress.approved, asked] : progress.approved;
  const there = run.body.system === 'clio' ? stage.link?.highlevelId : stage.link?.clioId;
  const made = answer === 'look' && asked && there ? { ...progress.made, [asked]: there } : progress.made;
  const next = {
    ...run,
    at: run.at || parts.now(),
    body: { ...run.body, asked: undefined, progress: { ...progress, approved, made } },
  };
  await write(await goOn(parts, active, stage, next));
}

/** Goes on with every run whose time, answer or writes have come. One run's trouble must not hold up the others. */
export async function resumeRuns(parts: RulesParts, failed: (error: unknown) => void): Promise<void> {
  for (const run of await parts.rules.waiting(parts.now())) await resume(parts, run).catch(failed);
}
