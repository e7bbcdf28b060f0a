import { type Facts, factsOf } from '../catalog/operations/facts.ts';
import type { Activity } from '../model/activity.ts';
import { type Ask, askKey } from '../model/ask.ts';
import type { NewWrite } from '../model/outbox.ts';
import type { SkipWhy } from '../model/rule.ts';
import type { System } from '../model/subject.ts';
import type { Planned } from '../rules/plan.ts';
import type { Batch } from '../store/batch.ts';
import type { Run } from '../store/rules-rows.ts';
import type { RulesParts } from './rules-parts.ts';
import type { SceneParts, Stage } from './rules-scene.ts';
import { askWho } from './rules-who.ts';
import { rowOf, settle } from './rules-write.ts';

function questionOf(stage: Stage, run: Run, name: string, step: string, body: Partial<Ask['body']>): NonNullable<Batch['asks']> {
  const { clio = '', highlevel = '' } = stage.scene.accounts;
  const question: Ask['body'] = { label: stage.label, title: name, offers: ['go', 'stop'], run: run.id, ...body };
  return [
    {
      put: {
        key: askKey.rule(run.id, step),
        kind: 'rule',
        ...(stage.link && { link: stage.link.key }),
        clioAccount: clio,
        locationId: highlevel,
        body: question,
      },
    },
  ];
}

/** Told to whoever opens the console; there is nothing to decide. */
export const noticeOf = (stage: Stage, run: Run, step: string, title: string, text: string) =>
  questionOf(stage, run, title, step, { text, offers: ['seen'] });

function waitingFor(
  parts: RulesParts,
  stage: Stage,
  run: Run,
  name: string,
  { next }: Planned,
): { run: Run; asks: NonNullable<Batch['asks']> } {
  const waiting = { ...run, state: 'waiting' as const, nextAt: undefined, ask: undefined };
  if (next.is === 'end') return { run: { ...waiting, state: 'done' }, asks: [] };
  if (next.is === 'wait') return { run: { ...waiting, nextAt: next.until }, asks: [] };
  if (next.is === 'writes') return { run: waiting, asks: [] };
  const { system, account, id } = stage.scene.happening;
  const asked = { ...run.body, asked: next.step };
  if (next.who)
    return {
      run: { ...waiting, ask: askKey.match(system as System, account, id), body: asked },
      asks: askWho(parts, stage, next.who),
    };
  const asks = questionOf(stage, run, name, next.step, {
    text: next.text,
    ...(next.held && { held: next.held, offers: ['approve', 'never'] }),
  });
  return { run: { ...waiting, ask: askKey.rule(run.id, next.step), body: asked }, asks };
}

/** What set it off, field by field: why it happened can be read long after the record has changed again. */
function seenIn({ happening: { entity, before, after, by } }: Stage['scene']): Pick<Activity['body'], 'before' | 'after'> {
  const [old, now] = [factsOf(entity, before), factsOf(entity, after)];
  if (by || !Object.keys(old).length || !Object.keys(now).length) return {};
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => name !== 'updatedAt' && JSON.stringify(old[name]) !== JSON.stringify(now[name]),
  );
  const of = (facts: Facts) => Object.fromEntries(names.flatMap((name) => (name in facts ? [[name, facts[name]]] : [])));
  return names.length ? { before: of(old), after: of(now) } : {};
}

/** One line in the log for what a run did this time. */
export function runRow(
  parts: SceneParts,
  stage: Stage,
  run: Run,
  more: Partial<Activity> & Pick<Activity, 'outcome'>,
): Omit<Activity, 'seq'> {
  const { system, account, entity, id } = stage.scene.happening;
  return {
    at: parts.now(),
    kind: 'run',
    by: 'rule',
    cause: run.rule,
    act: run.acts[0],
    system,
    account,
    entity,
    id,
    ...(stage.link && { link: stage.link.key }),
    ...more,
    body: { label: stage.label, ...seenIn(stage.scene), ...more.body },
  };
}

const whyKey = (why: SkipWhy): string => `rule_${why.replaceAll('-', '_')}`;

/** What the effects come to: rows for the outbox by step, notices, and steps that did nothing. */
async function effectsOf(parts: RulesParts, stage: Stage, run: Run, { effects }: Planned) {
  const rows: [step: string, row: NewWrite][] = [];
  const skipped: { field: string; why: SkipWhy }[] = [];
  const asks: NonNullable<Batch['asks']> = [];
  const left: { field: string; why: SkipWhy }[] = [];
  for (const effect of effects) {
    const { step } = effect;
    if (effect.is === 'notify') asks.push(...noticeOf(stage, run, step, effect.title, effect.text));
    if (effect.is === 'skip') skipped.push({ field: step, why: effect.why });
    if (effect.is !== 'write') continue;
    for (const { field } of effect.left ?? []) left.push({ field, why: 'invalid' });
    const made = await settle(parts, stage, effect);
    const row = 'op' in made ? rowOf(parts, stage, run, effect, made) : undefined;
    if (row) rows.push([step, row]);
    else skipped.push({ field: step, why: 'skipped' in made ? made.skipped : 'no-account' });
  }
  return { rows, skipped, asks, left };
}

function wordOf({ next }: Planned, writes: number, skipped: number): Activity['outcome'] {
  if (writes) return 'queued';
  if (next.is === 'ask') return next.held ? 'held' : 'asked';
  return skipped ? 'skipped' : 'done';
}

/** A planned part of a run as one batch: its writes, questions, notices, its line in the log, and how far it came. */
export async function outcomeOf(
  parts: RulesParts,
  stage: Stage,
  run: Run,
  name: string,
  planned: Planned,
): Promise<Partial<Batch> & { failed: boolean }> {
  const { rows, skipped, asks, left } = await effectsOf(parts, stage, run, planned);
  const nothing = skipped.map(({ field }) => field);
  const progress = { ...planned.progress, pending: planned.progress.pending.filter((step) => !nothing.includes(step)) };
  const byStep = { ...run.body.acts, ...Object.fromEntries(rows.map(([step, { act }]) => [step, act])) };
  const acts = [...new Set([...run.acts, ...Object.values(byStep)])];
  const body = { ...run.body, progress, acts: byStep, asked: undefined };
  const { run: next, asks: question } = waitingFor(parts, stage, { ...run, acts, body }, name, planned);
  const kept = [...skipped, ...left].map(({ field, why }) => ({ field, why: whyKey(why) }));
  const log = {
    outcome: wordOf(planned, rows.length, skipped.length),
    why: rows.length ? undefined : kept[0]?.why,
    body: { label: stage.label, ...(kept.length ? { kept } : {}) },
  };
  // Waiting without having done anything is no news.
  const isNews = planned.effects.length > 0 || !['wait', 'writes'].includes(planned.next.is);
  return {
    runs: [next],
    enqueue: rows.map(([, row]) => row),
    asks: [...asks, ...question],
    activity: isNews ? [runRow(parts, stage, next, log)] : [],
    failed: skipped.some(({ why }) => why === 'invalid'),
  };
}
