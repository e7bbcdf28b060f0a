import { actionOf } from '../catalog/index.ts';
import type { FieldDecision, FieldRule, FieldWrite, MergeInput } from '../merge/field.ts';
import { isWrite } from '../merge/field.ts';
import type { Activity } from '../model/activity.ts';
import type { Link } from '../model/link.ts';
import type { NewWrite, SyncMark, Write, WriteBody } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { SyncEntity, Values } from '../model/sync.ts';
import { connectionOf, type Ground, type PlanParts } from './plan-parts.ts';

/** A decided write with how its values are compared, as it is kept with the row of the outbox. */
export type KeptDecision = FieldWrite & { kind: FieldRule['kind'] };
/** `input` of a `SyncMark`: what both sides said of the fields decided on. */
export type KeptInput = Record<System, Values>;

export const keptDecisions = (rules: readonly FieldRule[], decisions: readonly FieldDecision[]): KeptDecision[] =>
  decisions.filter(isWrite).map((one) => ({ ...one, kind: rules.find(({ id }) => id === one.id)?.kind ?? 'text' }));

const some = (values: Values, ids: readonly string[]): Values =>
  Object.fromEntries(ids.filter((id) => id in values).map((id) => [id, values[id]]));

/** What a write has to settle once it is done. */
export function markOf(
  entity: SyncEntity,
  decisions: KeptDecision[],
  { clio, highlevel }: Pick<MergeInput, 'clio' | 'highlevel'>,
  link: Pick<Link, 'highlevelId'> | undefined,
  more: Pick<SyncMark, 'pair' | 'from' | 'tries'>,
): SyncMark {
  const ids = more.from ? [...new Set([...Object.keys(clio), ...Object.keys(highlevel)])] : decisions.map(({ id }) => id);
  const input: KeptInput = { clio: some(clio, ids), highlevel: some(highlevel, ids) };
  return { entity, decisions, input, highlevelId: link?.highlevelId, ...more };
}

/** A row for the outbox, planned by two-way sync. */
export function rowOf(
  parts: Pick<PlanParts, 'context'>,
  ground: Ground,
  system: System,
  row: { op: string; act: string; link: string; entity: SyncEntity; body: WriteBody },
): NewWrite {
  const connection = connectionOf(ground, system);
  const { op, act, link, entity, body } = row;
  const key = actionOf(op)?.key(body.input, parts.context(connection)) ?? op;
  return { op, connection: connection.id, key, act, kind: `sync.${entity}`, link, by: 'sync', body };
}

const OPEN = ['queued', 'sending', 'unknown'];
/** It was carried out and has settled its base: it stands in nobody's way. */
const isSettled = ({ state, error }: Write): boolean => state === 'done' || error?.code === 'not-as-sent';

/** Fields of writes that wait for a person; undefined where a click of theirs waits, which may mean any. */
export function stoppedFields(writes: Write[]): Set<string> | undefined {
  const left = writes.filter((write) => !isSettled(write));
  return left.every(({ body }) => body.sync)
    ? new Set(left.flatMap(({ body }) => ((body.sync?.decisions ?? []) as KeptDecision[]).map(({ id }) => id)))
    : undefined;
}

export const LOOK_AGAIN = 60_000;

/**
 * Rows of the outbox that stand in the way of a decision: while one is on its way the record waits for it (`again`: when to look once
 * more); one that stopped waits for a person, and so does the record (`again` is missing).
 */
export function inTheWay(writes: Write[], now: number): { again?: number } | undefined {
  const left = writes.filter((write) => !isSettled(write));
  if (!left.length) return undefined;
  const open = left.filter(({ state }) => OPEN.includes(state));
  return open.length ? { again: Math.max(now + LOOK_AGAIN, ...open.map(({ nextAt }) => nextAt)) } : {};
}

/** Does a row concern one of these records? */
export const touches = ({ body }: Write, ids: readonly (string | undefined)[]): boolean =>
  [body.pair?.clioId, body.sync?.from?.id, ...Object.values((body.input ?? {}) as object)].some(
    (id) => typeof id === 'string' && ids.includes(id),
  );

/** What was decided without sending anything, for the log. */
export const noted = (
  parts: Pick<PlanParts, 'now'>,
  row: Pick<Activity, 'outcome' | 'body'> & Partial<Activity>,
): Omit<Activity, 'seq'> => ({ at: parts.now(), kind: 'decision', by: 'sync', ...row });

/** The same only where it isn't the newest word on this record already: a record is looked at often. */
export async function notedOnce(parts: PlanParts, row: Parameters<typeof noted>[1]): Promise<Omit<Activity, 'seq'>[]> {
  const { link, outcome, why, id } = row;
  const [said] = link ? await parts.syncReader.activity({ link, outcome, why, id }, undefined, 1) : [];
  return said && JSON.stringify(said.body.kept) === JSON.stringify(row.body.kept) ? [] : [noted(parts, row)];
}
