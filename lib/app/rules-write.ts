import { actionOf } from '../catalog/index.ts';
import { phoneCountryOf } from '../clio/regions.ts';
import { type Country, normalizePhone } from '../match/normalize.ts';
import { type GuardSettings, guard as privilege } from '../merge/privilege.ts';
import { linkKey } from '../model/link.ts';
import type { NewWrite, WriteBody } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { Effect, Guard, Held } from '../rules/plan.ts';
import { targetOf, type Writing, writing } from '../rules/write.ts';
import { recordKey } from '../store/rows.ts';
import type { Run } from '../store/rules-rows.ts';
import type { RulesParts } from './rules-parts.ts';
import { childOf, type SceneParts, type Stage } from './rules-scene.ts';

type Writes = Extract<Effect, { is: 'write' }>;

/** What leaves Clio through a rule is guarded as everything else is: by the record it is taken from, and by the words of the text. */
export const guardWith =
  (settings: GuardSettings): Guard =>
  ({ happening }, text): Held[] => {
    const isClio = happening.system === 'clio';
    const { matter, private: hidden } = ((isClio && (happening.after ?? happening.before)) || {}) as {
      matter?: { id: string };
      private?: boolean;
    };
    const child = isClio ? childOf(happening.entity) : undefined;
    // A contact or a matter has no text of its own, nor has Clio in what happened in HighLevel: only words speak against it. An appointment's matter is no secret.
    const entity = child ?? 'appointment';
    const own = child && child !== 'appointment' ? { matter } : {};
    const { reasons } = privilege(
      { system: 'clio', entity, text, private: entity === 'task' ? hidden === true : undefined, ...own },
      settings,
    );
    return reasons.map((one) => ({ ...one }) as Held);
  };

/** As by a click (outgoing): to HighLevel phones go as E.164, and Clio keeps them as somebody typed them. */
function sendable({ operation, values }: Writes, { connections: { clio } }: Stage): Writes['values'] {
  const { phone } = values;
  if (operation.system !== 'highlevel' || typeof phone !== 'string') return values;
  return { ...values, phone: normalizePhone(phone, phoneCountryOf(clio?.region ?? 'us') as Country) ?? phone };
}

/** What a planned write comes to, from the stored record it changes. */
export async function settle({ reader }: SceneParts, stage: Stage, write: Writes): Promise<Writing> {
  const { operation } = write;
  const values = sendable(write, stage);
  const { scene } = stage;
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

/** The row for the outbox; undefined where there is no account to write to. */
export function rowOf(
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
  const isNew = run.body.progress.approved.includes(write.step) && { isNew: true as const };
  // What is there already sets off no messages by being copied.
  const quiet = run.body.backfill && op.startsWith('highlevel.appointment.') && { quiet: true };
  const body: WriteBody = { label: stage.label, input: { ...input, ...quiet }, ...kept(stage, write), ...isNew };
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
