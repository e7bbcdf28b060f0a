import { phoneCountryOf } from '../clio/regions.ts';
import { type Country, normalizePhone } from '../match/normalize.ts';
import { toClioContact, toHighLevelContact } from '../merge/contact.ts';
import { otherSide } from '../merge/field.ts';
import type { Activity } from '../model/activity.ts';
import type { Ask, AskAnswer } from '../model/ask.ts';
import { AppError } from '../model/errors.ts';
import type { Region, System } from '../model/subject.ts';
import { type AnswerParts, clicked, connectionOf, type Effect } from './answer-parts.ts';
import { dirtyKey } from './dirty.ts';
import { childDirty } from './dirty-child.ts';

/** Who wins field by field: as named, else the side that was chosen for all. */
export function winnersOf({ body }: Ask, { offer, fields }: AskAnswer): { field: string; winner: System }[] {
  const all = offer === 'clio' || offer === 'highlevel' ? offer : undefined;
  return (body.fields ?? []).flatMap(({ id }) => {
    const winner = fields?.[id] ?? all;
    return winner ? [{ field: id, winner }] : [];
  });
}

/** The values that lost, for the log. */
function losersOf({ body }: Ask, winners: { field: string; winner: System }[]): Activity['body'] {
  const losers = winners.flatMap(({ field, winner }) => {
    const side = otherSide(winner);
    const value = body.fields?.find((one) => one.id === field)?.[side];
    return value === undefined ? [] : [{ field, side, value }];
  });
  return { label: body.label, losers };
}

/** The planner finds the answer with the question and writes by it, if both sides still say what was asked about. */
export function answerConflict(parts: AnswerParts, ask: Ask, answer: AskAnswer): Effect {
  const winners = winnersOf(ask, answer);
  if (!winners.length) return { row: { outcome: 'kept', why: 'both-kept' } };
  return { dirty: childDirty(ask, parts.now()), row: { body: losersOf(ask, winners) } };
}

/** Both ways of one difference, as a person's own click: no rule would write it. */
export async function answerDrift(parts: AnswerParts, ask: Ask, answer: AskAnswer): Promise<Effect> {
  const winners = winnersOf(ask, answer);
  if (!winners.length) return { row: { outcome: 'kept', why: 'both-kept' } };
  const enqueue = [];
  for (const side of ['highlevel', 'clio'] as const) {
    const input = inputFor(ask, winners, side);
    if (!input) continue;
    const account = side === 'clio' ? ask.clioAccount : ask.locationId;
    const kind = side === 'clio' ? 'contact.copy-to-clio' : 'contact.push';
    enqueue.push(
      await clicked(
        parts,
        { link: ask.link, label: ask.body.label },
        side,
        await connectionOf(parts, side, account),
        `${side}.contact.update`,
        input,
        kind,
      ),
    );
  }
  return { enqueue, row: { body: losersOf(ask, winners), act: enqueue[0]?.act, outcome: 'queued' } };
}

/** What is written into `side`, with what stood there when it was asked. */
function inputFor({ body, clioAccount }: Ask, winners: { field: string; winner: System }[], side: System) {
  const ours = winners.filter(({ winner }) => winner !== side);
  const valuesOf = (of: System) =>
    Object.fromEntries(ours.map(({ field }) => [field, body.fields?.find(({ id }) => id === field)?.[of]]));
  const wanted = valuesOf(otherSide(side));
  const { value } = side === 'clio' ? toClioContact(wanted) : toHighLevelContact(wanted);
  if (!ours.length) return undefined;
  if (!Object.keys(value).length) throw new AppError('invalid-request', { system: side, about: 'value' });
  const country = phoneCountryOf(clioAccount.split(':')[0] as Region) as Country;
  const phone = value.phone && { phone: normalizePhone(value.phone, country) ?? value.phone };
  const id = side === 'clio' ? { clioId: body.clioId } : { contactId: body.highlevelId };
  return { ...id, values: { ...value, ...phone }, seen: valuesOf(side) };
}

/** Approving holds for this very text; allowing holds for the whole matter. */
export async function answerApproval(parts: AnswerParts, ask: Ask, { offer }: AskAnswer): Promise<Effect> {
  if (offer === 'never') return { row: { outcome: 'held', why: 'never' } };
  const at = parts.now();
  if (offer !== 'allow-matter') return { dirty: childDirty(ask, at) };
  const matter = ask.body.matter?.id ?? ask.body.held?.find((one) => one.matter)?.matter;
  if (!matter) throw new AppError('invalid-request', { about: 'matter' });
  await allowMatter(parts, ask, matter);
  // What was held for the same matter is looked at again; what else holds it is asked anew.
  const rest = (await parts.syncReader.asks('open', ALL)).filter((one) => one.key !== ask.key && heldFor(one, matter, ask));
  // One question stands for all the person's notes of the matter, so all of them are read again.
  const reads = [ask, ...rest].flatMap(({ link }) => (link ? [{ key: dirtyKey({ kind: 'read', link }), at, tries: 0 }] : []));
  return {
    dirty: [...[ask, ...rest].flatMap((one) => childDirty(one, at)), ...reads],
    asks: rest.map(({ key }) => ({ close: key })),
    row: { why: 'matter-allowed' },
  };
}

const ALL = 10_000;
const codes = ({ body }: Ask) => (body.held ?? []).map(({ code }) => code);

const heldFor = (one: Ask, matter: string, { clioAccount, body }: Ask): boolean =>
  one.kind === 'approval' &&
  one.clioAccount === clioAccount &&
  (one.body.matter?.id === matter || one.body.held?.some((held) => held.matter === matter) === true) &&
  codes(one).some((code) => body.held?.some((held) => held.code === code));

async function allowMatter({ settings }: AnswerParts, { clioAccount, body }: Ask, matter: string): Promise<void> {
  const held = (body.held ?? []).map(({ code }) => code);
  await settings.update('sync', (old) => {
    const id = `clio:${clioAccount}`;
    const choice = old[id];
    if (!choice) return old;
    const allowed = {
      ...choice.privilege.matters[matter],
      ...(held.includes('matter-note') ? { notes: true } : {}),
      ...(held.includes('private-task') ? { privateTasks: true } : {}),
    };
    const privilege = { ...choice.privilege, matters: { ...choice.privilege.matters, [matter]: allowed } };
    return { ...old, [id]: { ...choice, privilege } };
  });
}
