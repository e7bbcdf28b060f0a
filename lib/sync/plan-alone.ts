import { otherSide } from '../merge/field.ts';
import { noValues, type Warning } from '../merge/mapping.ts';
import { decide } from '../merge/three-way.ts';
import { askKey } from '../model/ask.ts';
import { dayOfInstant } from '../model/days.ts';
import type { NewWrite } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Task } from '../model/task.ts';
import { approval } from './plan-approval.ts';
import { isNew } from './plan-born.ts';
import { inherited } from './plan-inherited.ts';
import { type Child, KINDS, labelOf, type Spot, type Twin } from './plan-kinds.ts';
import { isMissed, openMatters } from './plan-owner.ts';
import type { Plan, PlanParts } from './plan-parts.ts';
import { inTheWay, keptDecisions, markOf, noted, notedOnce, rowOf, touches } from './plan-rows.ts';
import { opens, rulesFor } from './plan-rules.ts';
import { twinOf } from './plan-twin.ts';
import { asValues } from './plan-verdict.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The client's only open matter; of several a person chooses. `wait`: nobody has yet. */
async function matterFor(
  parts: PlanParts,
  entity: ChildEntity,
  record: Child,
  spot: Spot,
  label: string,
): Promise<{ id?: string } | { wait: Plan }> {
  const { ground, link } = spot;
  const [only, ...more] = await openMatters(parts, ground, link.clioId);
  if (!more.length) return { id: only?.id };
  const key = askKey.where(link.key, entity, record.id);
  const old = await parts.syncReader.ask(key);
  const answer = old?.state === 'answered' ? old.body.answer : undefined;
  if (answer?.offer === 'choose') return { id: answer.id };
  if (old && old.state !== 'gone') return { wait: {} };
  const choices = [only, ...more].flatMap((one) => (one ? [{ id: one.id, label: one.label }] : []));
  const { clioAccount, locationId } = link;
  const body = { label, clioId: link.clioId, highlevelId: record.id, choices, offers: ['choose' as const, 'never' as const] };
  const row = { kind: 'ask', outcome: 'asked', why: 'where', entity, id: record.id, link: link.key, body: { label } } as const;
  return {
    wait: {
      asks: [{ put: { key, kind: 'where', link: link.key, clioAccount, locationId, entity, body } }],
      activity: [noted(parts, row)],
    },
  };
}

type Input = { input: Record<string, unknown>; lacks?: string } | { wait: Plan };

/** What each system demands of a new record beyond its values. `lacks`: why it can't be made. */
async function newInput(
  parts: PlanParts,
  entity: ChildEntity,
  record: Child,
  to: System,
  spot: Spot,
  values: Record<string, unknown>,
): Promise<Input> {
  const { ground, link, now } = spot;
  const { choice, zone } = ground;
  const whose = to === 'highlevel' ? { contactId: link.highlevelId } : { clioId: link.clioId };
  if (entity === 'note') return { input: to === 'clio' ? { ...whose, values } : { ...whose, ...values } };
  if (entity === 'appointment') {
    const calendarId = choice.calendars[to];
    const reminderMinutes = to === 'clio' ? choice.reminderMinutes : undefined;
    // It was agreed on in Clio, maybe long ago: its copy sends nobody a confirmation.
    const input = { ...(to === 'clio' ? {} : { ...whose, quiet: true }), calendarId, values, reminderMinutes };
    return { input, lacks: calendarId ? undefined : 'no_calendar' };
  }
  // HighLevel demands a due date: a task without one falls due tomorrow, and Clio's stays blank.
  if (to === 'highlevel') {
    const due = values.due ?? { kind: 'day', day: dayOfInstant(now + DAY, zone) };
    return { input: { ...whose, values: { done: false, ...values, due } } };
  }
  const matter = await matterFor(parts, entity, record, spot, record.title ?? '');
  if ('wait' in matter) return matter;
  const { status: _, ...rest } = values;
  const assigneeId = values.assigneeId ?? choice.assignee;
  return {
    input: { values: { ...rest, done: (record as Task).done, assigneeId }, matterId: matter.id },
    lacks: assigneeId ? undefined : 'no_assignee',
  };
}

/** What is given besides the record's own fields: it counts as lacking no more. */
const GIVEN: Record<ChildEntity, readonly string[]> = { task: ['due', 'assignee'], note: [], appointment: [] };
const lacking = (entity: ChildEntity, warnings: readonly Warning[]): Warning | undefined =>
  warnings.find(({ code, field }) => code === 'required' && !GIVEN[entity].includes(field));

/**
 * A record without a twin. One that is there already in the same words is paired, nothing written. Else it is made on the other side, if
 * it was made since sync was switched on, may go that way and holds nothing back.
 */
export async function planAlone(
  parts: PlanParts,
  entity: ChildEntity,
  record: Child,
  system: System,
  spot: Spot,
  tries: number,
): Promise<Plan | { twin: Twin }> {
  const { ground, link } = spot;
  const kind = KINDS[entity];
  const to = otherSide(system);
  const choice = ground.choice.entities[entity];
  if (choice.direction === 'off') return {};
  const rows = (await parts.outbox.ofLink(link.key)).filter(
    (write) => write.body.pair?.entity === entity || write.op.includes(`.${kind.names[write.op.split('.')[0] as System]?.op}.`),
  );
  const own = inTheWay(
    rows.filter((write) => touches(write, [record.id])),
    parts.now(),
  );
  if (own) return own;
  // While one is being made on this side, this may be it: its id is not known yet.
  const making = inTheWay(
    rows.filter(({ op }) => op === `${system}.${kind.names[system].op}.create`),
    parts.now(),
  );
  if (making?.again) return making;
  const twin = await twinOf(parts, kind, entity, record, system, spot);
  if (twin && twin !== 'copy') return { twin };
  if (twin || !opens(choice, to) || record.recurring || (await isMissed(parts, link, to))) return {};
  if (!(await isNew(parts, ground, link.key, record, entity, system))) return {};
  // Discarded, recalled, or chosen to stay where it is.
  if ((await parts.syncReader.ask(askKey.approval(link.key, entity, record.id)))?.body.answer?.offer === 'never') return {};
  const held = await inherited(parts, entity, record, system, spot);
  if (held) return held;
  const asked = system === 'clio' ? await approval(parts, kind, entity, record, spot) : undefined;
  if (asked) return asked;
  return make(parts, entity, record, system, spot, tries);
}

async function make(
  parts: PlanParts,
  entity: ChildEntity,
  record: Child,
  system: System,
  spot: Spot,
  tries: number,
): Promise<Plan> {
  const { ground, link } = spot;
  const kind = KINDS[entity];
  const to = otherSide(system);
  const rules = rulesFor(kind.table, ground.choice.entities[entity], to);
  const values = kind.read(record, system, spot, {});
  const input = { clio: noValues(kind.table), highlevel: noValues(kind.table), [system]: values };
  const writes = keptDecisions(rules, decide(rules, input));
  const { value, warnings } = kind.write(to, asValues(writes), spot);
  const label = labelOf(kind, record);
  const made = await newInput(parts, entity, record, to, spot, value as Record<string, unknown>);
  if ('wait' in made) return made.wait;
  const why = made.lacks ?? (lacking(entity, warnings) && 'lacks_value');
  if (why) {
    const kept = warnings.map(({ field, code }) => ({ field, why: code }));
    return {
      activity: await notedOnce(parts, { outcome: 'skipped', why, entity, id: record.id, link: link.key, body: { label, kept } }),
    };
  }
  const sync = markOf(entity, writes, input, link, { from: { system, id: record.id }, tries });
  const pair = system === 'clio' ? { entity, clioId: record.id } : undefined;
  const op = `${to}.${kind.names[to].op}.create`;
  const row: NewWrite = rowOf(parts, ground, to, {
    op,
    act: parts.newId(),
    link: link.key,
    entity,
    body: { label, input: made.input, sync, ...(pair ? { pair } : {}) },
  });
  return { enqueue: [row] };
}
