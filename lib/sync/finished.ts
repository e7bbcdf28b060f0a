import type { Outcome } from '../catalog/define.ts';
import type { Activity } from '../model/activity.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Write } from '../model/outbox.ts';
import type { Job } from './job.ts';
import type { KeptDecision } from './plan-rows.ts';

type Fields = Record<string, unknown>;

/** What stood there before and stands there now, as far as the row knows. */
function valuesOf({ body: { input, before, sync, edited } }: Write): Pick<Activity['body'], 'before' | 'after' | 'losers'> {
  const { values, ...rest } = (input ?? {}) as Fields;
  const sent = (values ?? rest) as Fields;
  if (sync) {
    const decisions = sync.decisions as KeptDecision[];
    const by = (name: 'before' | 'value'): Fields => Object.fromEntries(decisions.map((one) => [one.id, one[name]]));
    const losers = decisions.flatMap(({ id, loser }) => (loser ? [{ field: id, ...loser }] : []));
    return { before: by('before'), after: edited ? sent : by('value'), ...(losers.length ? { losers } : {}) };
  }
  return { ...(before ? { before: before as Fields } : {}), after: sent };
}

/** The row of the log that a finished write leaves, whoever asked for it. */
export function finished(
  { write, action, context }: Pick<Job, 'write'> & Partial<Pick<Job, 'action' | 'context'>>,
  outcome: Activity['outcome'],
  at: number,
  { error, result, why }: { error?: ErrorCode; result?: Outcome; why?: string } = {},
): Omit<Activity, 'seq'> {
  const { by, rule, kind, act, seq, op, link, body } = write;
  const reasons = new Set(((body.sync?.decisions ?? []) as KeptDecision[]).map((one) => one.why));
  return {
    at,
    kind: 'write',
    by: by ?? 'click',
    cause: rule ?? kind,
    act,
    write: seq,
    op,
    system: action?.system,
    account: context?.account,
    entity: body.sync?.entity ?? op.split('.')[1],
    id: result?.id ?? body.result?.id,
    ...(link ? { link } : {}),
    outcome: outcome === 'done' && write.undoes ? 'undone' : outcome,
    why: why ?? (reasons.size === 1 ? [...reasons][0] : undefined),
    error,
    body: { label: body.label, ...valuesOf(write) },
  };
}
