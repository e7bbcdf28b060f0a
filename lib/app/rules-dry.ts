import { actionOf } from '../catalog/index.ts';
import { operationOf } from '../catalog/operations/index.ts';
import { toRequest } from '../catalog/operations/request.ts';
import type { Request } from '../http/endpoint.ts';
import { urlOf } from '../http/url.ts';
import type { Connection } from '../model/connection.ts';
import type { DryCase, DryStep } from '../model/rules-view.ts';
import type { System } from '../model/subject.ts';
import type { Program } from '../rules/compile.ts';
import { means } from '../rules/guard.ts';
import { atStart, type Effect, type Guard, plan } from '../rules/plan.ts';
import { isOld } from './rules-born.ts';
import { privilegeOf, type RulesParts } from './rules-parts.ts';
import { type Event, type Stage, stageOf } from './rules-scene.ts';
import { withWho } from './rules-who.ts';
import { guardWith, settle } from './rules-write.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Stands for the id of something that would be made by then. */
const madeBy = (step: string): string => `made-by-${step}`;

/** The call as it would leave; undefined where it depends on what is read before it is sent. */
function callOf(parts: RulesParts, connection: Connection, effect: Extract<Effect, { is: 'write' }>, op: string, input: unknown) {
  const context = parts.context(connection);
  try {
    const request: Request | undefined =
      toRequest(effect.operation, effect.values, { account: connection.account }) ?? actionOf(op)?.request(input, context);
    if (!request) return undefined;
    return { method: request.endpoint.method, url: urlOf(connection, request), body: request.body };
  } catch {
    return undefined;
  }
}

async function writeStep(parts: RulesParts, stage: Stage, effect: Extract<Effect, { is: 'write' }>): Promise<DryStep> {
  const { step, operation, values } = effect;
  const made = await settle(parts, stage, effect);
  const shown: DryStep = {
    step,
    do: 'action',
    operation: operation.id,
    values: values as DryStep['values'],
    problems: effect.left,
  };
  if ('skipped' in made) return { ...shown, skipped: made.skipped };
  const system = operation.system as System;
  const connection = stage.connections[system];
  if (!connection) return { ...shown, skipped: 'no-account' };
  return { ...shown, fields: made.fields, call: callOf(parts, connection, effect, made.op, made.input) };
}

async function stepOf(parts: RulesParts, stage: Stage, effect: Effect): Promise<DryStep> {
  if (effect.is === 'write') return writeStep(parts, stage, effect);
  const { step } = effect;
  if (effect.is === 'notify') return { step, do: 'notify', text: [effect.title, effect.text].filter(Boolean).join('\n') };
  return { step, do: 'action', operation: effect.operation, skipped: effect.why, problems: effect.problems };
}

/** Plays a rule to its end as if every wait were over, every question answered with yes and every write done. */
async function steps(parts: RulesParts, before: Stage, program: Program, guard: Guard): Promise<DryStep[]> {
  const found: DryStep[] = [];
  let progress = atStart();
  const { stage } = await withWho(parts, before, program);
  for (;;) {
    const planned = plan(program, stage.scene, progress, guard);
    for (const effect of planned.effects) found.push(await stepOf(parts, stage, effect));
    const { next } = planned;
    progress = planned.progress;
    if (next.is === 'end') return found;
    if (next.is === 'wait') found.push({ step: next.step, do: 'wait', minutes: next.minutes });
    if (next.is === 'ask' && next.who) {
      found.push({ step: next.step, do: 'action', operation: next.operation, who: next.who });
      progress.made[next.step] = madeBy(next.step);
    } else if (next.is === 'ask') {
      const held = next.held?.map(({ code }) => code);
      found.push({ step: next.step, do: 'approve', text: next.text, ...(held && { held }) });
      progress.approved.push(next.step);
    }
    if (next.is === 'writes') {
      progress.pending = progress.pending.filter((step) => !next.steps.includes(step));
      for (const step of next.steps) progress.made[step] = madeBy(step);
    }
  }
}

/** What a rule would do about one event. Nothing is written, nothing is sent. */
export async function dryCase(
  parts: RulesParts,
  program: Program,
  event: Event,
  more: { change?: number; backfill?: boolean } = {},
): Promise<DryCase> {
  const stage = await stageOf(parts, event);
  const { system, entity, id, at } = event;
  const shown: DryCase = {
    ...(more.change !== undefined && { change: more.change }),
    label: stage.label,
    system,
    entity,
    id,
    at,
    steps: [],
  };
  const skipped = means(program, stage.scene, more.backfill);
  if (skipped) return { ...shown, skipped };
  if (!more.backfill && (await isOld(parts, stage, at - DAY))) return { ...shown, skipped: 'old' };
  const guard = guardWith(await privilegeOf(parts, stage.connections.clio));
  return { ...shown, steps: await steps(parts, stage, program, guard) };
}

export const writesOf = (cases: readonly DryCase[]): DryStep[] =>
  cases.flatMap(({ steps: all }) => all.filter((one) => one.do === 'action' && !one.skipped && !one.who));

/** Calls behind a write: the look before it, itself, and reading it back where the answer doesn't tell. */
export const callsOf = (all: readonly DryStep[]): number =>
  all.reduce((sum, { operation = '' }) => sum + (actionOf(operationOf(operation)?.core ?? operation)?.lookFirst ? 2 : 1), 0);
