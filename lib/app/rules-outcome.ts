import { actionOf } from '../catalog/index.ts';
import { type GuardSettings, guard as privilege } from '../merge/privilege.ts';
import type { Activity } from '../model/activity.ts';
import { type Ask, askKey } from '../model/ask.ts';
import { linkKey } from '../model/link.ts';
import type { NewWrite, WriteBody } from '../model/outbox.ts';
import type { SkipWhy } from '../model/rule.ts';
import type { System } from '../model/subject.ts';
import type { Effect, Guard, Held, Planned } from '../rules/plan.ts';
import { targetOf, type Writing, writing } from '../rules/write.ts';
import type { Batch } from '../store/batch.ts';
import { recordKey } from '../store/rows.ts';
import type { Run } from '../store/rules-rows.ts';
import type { RulesParts } from './rules-parts.ts';
import { childOf, type SceneParts, type Stage } from './rules-scene.ts';

type Writes = Extract<Effect, { is: 'write' }>;

/** What leaves Clio through a rule is guarded as everything else is: by the record it is taken from, and by the words of the text. */
export const guardWith =
  (settings: GuardSettings): Guard =>
  ({ happening }, text): Held[] => {
    if (happening.system !== 'clio') return [];
    const { matter, private: hidden } = (happening.after ?? happening.before ?? {}) as {
      matter?: { id: string };
      private?: boolean;
    };
    const child = childOf(happening.entity);
    // A contact or a matter has no text of its own: only words speak against it. An appointment's matter is no secret.
    const entity = child ?? 'appointment';
    const own = child && child !== 'appointment' ? { matter } : {};
    const { reasons } = privilege(
      { system: 'clio', entity, text, private: entity === 'task' ? hidden === true : undefined, ...own },
      settings,
    );
    return reasons.map((one) => ({ ...one }) as Held);
  };

/** What a planned write comes to, from the stored record it changes. */
export async function settle({ reader }: SceneParts, { scene }: Stage, { operation, values }: Writes): Promise<Writing> {
  const account = scene.accounts[operation.system as System];
  const target = targetOf(operation, values);
  const record =
    account && target && (await reader.record(recordKey(operation.system as System, account, target.entity, target.id)));
  return writing(operation, values, record);
}

/** What a write that makes something leaves behind: the link of a new person, the pair of a twin. */
function kept(stage: Stage, { operation, twin }: Writes): Partial<WriteBody> {
  const { scene, link } = stage;
  const { entity, system, id } = scene.happening;
  const { clio, highlevel } = scene.accounts;
  const [side, thing, verb] = operation.id.split('.');
  if (verb !== 'create' || side === system || !clio || !highlevel) return {};
  const child = childOf(entity);
  if (twin && child && link && thing === (child === 'appointment' && side === 'clio' ? 'entry' : child)) {
    return { pair: side === 'highlevel' ? { entity: child, clioId: id } : { entity: child, clioId: '', highlevelId: id } };
  }
  if (thing !== 'contact' || entity !== 'contact' || link) return {};
  const made = { clioAccount: clio, locationId: highlevel, by: 'create' as const, reasons: [], base: {} };
  return side === 'highlevel'
    ? { link: { ...made, key: linkKey(clio, id, highlevel), clioId: id } }
    : { linkTo: { ...made, highlevelId: id } };
}

/** Whose panel shows it: only a write that goes to the linked person, as the outbox checks that it still does. */
function linkFor({ link }: Stage, system: System, input: Record<string, unknown>, body: Partial<WriteBody>): string {
  if (body.link) return body.link.key;
  if (!link) return '';
  return system === 'clio' || input.contactId === link.highlevelId ? link.key : '';
}

function rowOf(
  parts: RulesParts,
  stage: Stage,
  run: Run,
  write: Writes,
  made: Extract<Writing, { op: string }>,
): NewWrite | undefined {
  const system = write.operation.system as System;
  const connection = stage.connections[system];
  if (!connection) return undefined;
  const { op, input } = made;
  const body: WriteBody = { label: stage.label, input, ...kept(stage, write) };
  const key = actionOf(op)?.key(input, parts.context(connection)) ?? op;
  const act = parts.newId();
  return {
    op,
    connection: connection.id,
    key,
    act,
    kind: 'rule.run',
    link: linkFor(stage, system, input, body),
    by: 'rule',
    rule: run.rule,
    body,
  };
}

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

function waitingFor(stage: Stage, run: Run, name: string, { next }: Planned): { run: Run; asks: NonNullable<Batch['asks']> } {
  const waiting = { ...run, state: 'waiting' as const, nextAt: undefined, ask: undefined };
  if (next.is === 'end') return { run: { ...waiting, state: 'done' }, asks: [] };
  if (next.is === 'wait') return { run: { ...waiting, nextAt: next.until }, asks: [] };
  if (next.is === 'writes') return { run: waiting, asks: [] };
  const asks = questionOf(stage, run, name, next.step, {
    text: next.text,
    ...(next.held && { held: next.held, offers: ['approve', 'never'] }),
  });
  return { run: { ...waiting, ask: askKey.rule(run.id, next.step), body: { ...run.body, asked: next.step } }, asks };
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
    body: { label: stage.label },
    ...more,
  };
}

const whyKey = (why: SkipWhy): string => `rule_${why.replaceAll('-', '_')}`;

/** A planned part of a run as one batch: its writes, questions, notices, its line in the log, and how far it came. */
export async function outcomeOf(
  parts: RulesParts,
  stage: Stage,
  run: Run,
  name: string,
  planned: Planned,
): Promise<Partial<Batch> & { failed: boolean }> {
  const progress = structuredClone(planned.progress);
  const body = { ...run.body, progress, acts: { ...run.body.acts }, asked: undefined };
  const enqueue: NewWrite[] = [];
  const skipped: { field: string; why: string }[] = [];
  const asks: NonNullable<Batch['asks']> = [];
  let failed = false;
  for (const effect of planned.effects) {
    const { step } = effect;
    if (effect.is === 'notify') asks.push(...noticeOf(stage, run, step, effect.title, effect.text));
    else {
      const made = effect.is === 'write' ? await settle(parts, stage, effect) : undefined;
      const row = made && 'op' in made && effect.is === 'write' ? rowOf(parts, stage, run, effect, made) : undefined;
      if (row) {
        enqueue.push(row);
        body.acts[step] = row.act;
        continue;
      }
      const why = effect.is === 'skip' ? effect.why : made && 'skipped' in made ? made.skipped : 'no-account';
      failed ||= why === 'invalid';
      skipped.push({ field: step, why: whyKey(why) });
      progress.pending = progress.pending.filter((one) => one !== step);
    }
  }
  const acts = [...new Set([...run.acts, ...Object.values(body.acts)])];
  const { run: next, asks: question } = waitingFor(stage, { ...run, acts, body }, name, planned);
  const outcome = enqueue.length
    ? 'queued'
    : planned.next.is === 'ask'
      ? planned.next.held
        ? 'held'
        : 'asked'
      : skipped.length
        ? 'skipped'
        : 'done';
  const why = enqueue.length ? undefined : skipped[0]?.why;
  const log = { outcome, why, body: { label: stage.label, ...(skipped.length ? { kept: skipped } : {}) } } as const;
  // Waiting without having done anything is no news.
  const isNews = planned.effects.length > 0 || !['wait', 'writes'].includes(planned.next.is);
  return {
    runs: [next],
    enqueue,
    asks: [...asks, ...question],
    activity: isNews ? [runRow(parts, stage, next, log)] : [],
    failed,
  };
}
