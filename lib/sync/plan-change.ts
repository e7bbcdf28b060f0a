import type { MergeInput } from '../merge/field.ts';
import type { NewWrite, SyncMark } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Task } from '../model/task.ts';
import { type Child, KINDS, labelOf, type Spot } from './plan-kinds.ts';
import type { PlanParts } from './plan-parts.ts';
import { type KeptDecision, markOf, rowOf } from './plan-rows.ts';
import { asValues } from './plan-verdict.ts';

const some = (values: object, names: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name in names));

/** HighLevel's automations stay still for an appointment that we put there, and for one that is over. */
const isQuiet = (made: System | undefined, startsAt: unknown, now: number): boolean =>
  made === 'highlevel' || Date.parse(String(startsAt)) < now;

/** One side of a pair is changed; undefined where nothing of it can be written. */
export function change(
  parts: PlanParts,
  entity: ChildEntity,
  spot: Spot,
  system: System,
  current: Child,
  writes: KeptDecision[],
  input: MergeInput,
  { made, ...mark }: Pick<SyncMark, 'pair' | 'tries'> & { made?: System },
): NewWrite[] {
  if (!writes.length) return [];
  const kind = KINDS[entity];
  const names = kind.names[system];
  const { link, ground } = spot;
  const values = kind.write(system, asValues(writes), spot, current, input[system]).value as Record<string, unknown>;
  if (!Object.keys(values).length) return [];
  const whose = system === 'highlevel' ? { contactId: link.highlevelId } : {};
  const quiet = names.op === 'appointment' &&
    isQuiet(made, values.startsAt ?? kind.held(current, system).startsAt, spot.now) && { quiet: true };
  const sent = { ...whose, ...quiet, [names.id]: current.id, values, seen: some(kind.held(current, system), values) };
  const op = `${system}.${names.op}.update`;
  const body = { label: labelOf(kind, current), input: sent, sync: markOf(entity, writes, input, link, mark) };
  return [rowOf(parts, ground, system, { op, act: parts.newId(), link: link.key, entity, body })];
}

/** Texts of Clio that go over a HighLevel record are read by the guard like those of a new one. */
export const isText = ({ id }: KeptDecision): boolean => id === 'title' || id === 'body';

/** A text that waits for a yes, or got a no, keeps neither the day nor "done" waiting; of a task that may be private nothing goes. */
export const isHarmless = (one: KeptDecision, entity: ChildEntity, clio: Child): boolean =>
  !isText(one) && (entity !== 'task' || (clio as Task).private === false);
