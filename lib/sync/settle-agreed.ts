import type { Outcome } from '../catalog/define.ts';
import { advance } from '../merge/advance.ts';
import { isBlank } from '../merge/compare.ts';
import type { FieldRule, Values } from '../merge/field.ts';
import { type Contact, valuesOf } from '../model/contact.ts';
import type { Link } from '../model/link.ts';
import type { SyncMark, Write } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import { type Agreed, type ChildEntity, isRemapped } from '../model/sync.ts';
import type { Batch } from '../store/batch.ts';
import type { Reader } from '../store/read.ts';
import type { PairOpen, SyncReader } from '../store/read-sync.ts';
import { contactValues, current } from './contact-values.ts';
import { dirtyKey } from './dirty.ts';
import { knownKeys } from './known.ts';
import { type Child, KINDS, spotOf } from './plan-kinds.ts';
import { type Ground, groundOf, isOf } from './plan-parts.ts';
import type { KeptDecision, KeptInput } from './plan-rows.ts';
import { type SyncPairParts, syncPairs } from './sync-pairs.ts';

export interface SettleParts extends SyncPairParts {
  reader: Reader;
  syncReader: SyncReader;
}

const NEVER: Agreed = { base: {}, written: { clio: {}, highlevel: {} } };

export const systemOf = (op: string): System => (op.startsWith('clio.') ? 'clio' : 'highlevel');

/** The two accounts of a link, while sync works on them. */
export async function groundFor(parts: SettleParts, link: string): Promise<Ground | undefined> {
  const [clioAccount = '', , locationId = ''] = link.split('|');
  const pair = (await syncPairs(parts)).find((one) => isOf(one, { clioAccount, locationId }));
  return pair && groundOf(pair);
}

/** Key of the pair a write is about: the one it has, or the one that is being made. */
function pairKey({ link, body: { sync, pair } }: Write, outcome: Outcome): string | undefined {
  if (!sync || sync.entity === 'contact' || sync.entity === 'dnd') return undefined;
  return sync.pair ?? `${link}|${sync.entity}|${pair?.clioId ?? outcome.id}`;
}

function heldNow(
  { sync }: Write['body'],
  ground: Ground | undefined,
  link: Link | undefined,
  pair: PairOpen | undefined,
): Agreed {
  if (pair) return pair.agreed ?? NEVER;
  if (sync?.entity !== 'contact' && sync?.entity !== 'dnd') return NEVER;
  const { base, written = NEVER.written }: Partial<Agreed> = sync.from ? {} : (link ?? {});
  return { base: ground ? current(ground, base ?? {}) : (base ?? {}), written };
}

/** What the write's own answer says, in shared terms; undefined where it tells of no record. */
function answered(
  ground: Ground,
  link: Link | undefined,
  write: Write,
  outcome: Outcome,
  sent: Values,
  now: number,
): Values | undefined {
  const { sync } = write.body;
  const record = outcome.told.find(({ id }) => id === outcome.id)?.value;
  if (!sync || !record) return undefined;
  // Of several e-mails or phones the one counts that was sent; of a note its title as sent.
  const near = { base: sent };
  if (sync.entity === 'contact' || sync.entity === 'dnd') return contactValues(ground, record as Contact, near);
  return link && KINDS[sync.entity].read(record as Child, systemOf(write.op), spotOf(ground, link, now), near);
}

/** A new record may hold what its twin has not (a due date that HighLevel demands): agreed on as it is, it doesn't travel back. */
function withGiven({ base, written }: Agreed, back: Values | undefined, from: Values): Agreed {
  const given = Object.entries(back ?? {}).filter(([id, value]) => !isBlank(value) && isBlank(from[id]) && isBlank(base[id]));
  return { base: { ...base, ...Object.fromEntries(given) }, written };
}

const rulesIn = (decisions: readonly KeptDecision[]): FieldRule[] =>
  decisions.map(({ id, kind }) => ({ id, kind, direction: 'both', policy: 'ask' }));

/**
 * What a write of two-way sync settles, besides the records it told of: the new base, from what is agreed on now and from the values in
 * the write's own answer; the pair or the link of something that was made; what has to be looked at next.
 */
export async function settledBatch(parts: SettleParts, write: Write, outcome: Outcome, now: number): Promise<Partial<Batch>> {
  const { sync, edited } = write.body;
  if (!sync) return {};
  const key = pairKey(write, outcome);
  const pair = key === undefined ? undefined : await parts.syncReader.pair(key);
  const [ground, link] = await Promise.all([groundFor(parts, write.link), parts.reader.link(write.link)]);
  // What another field was meant by when this left is no base for the one that is meant now.
  const decisions = (sync.decisions as KeptDecision[]).filter(
    ({ id }) => !(ground && isRemapped(ground.choice, id, write.queuedAt)),
  );
  const held = heldNow(write.body, ground, link, pair);
  // What a person put right goes to this side alone: the base stays what was decided, so neither side counts as changed by it.
  const sent = { ...held.base, ...Object.fromEntries(decisions.map(({ id, value }) => [id, value])), ...(edited as Values) };
  const back = ground && answered(ground, link, write, outcome, sent, now);
  const input = { ...(sync.input as KeptInput), ...held, phoneKey: ground?.phoneKey };
  const done = new Map(decisions.map(({ id }) => [id, (back && id in back ? back : sent)[id]]));
  const agreed = advance(rulesIn(decisions), input, decisions, done);
  const value = sync.from ? withGiven(agreed, back, input[sync.from.system]) : agreed;
  if (key === undefined) return ofPerson(write, sync, outcome, value, now);
  // A pair that was taken apart meanwhile stays so.
  const ids = sync.pair ? pair : idsOf(write, outcome);
  return ids ? ofChild(write, sync.entity as ChildEntity, { key, ...ids, agreed: value }, now) : {};
}

/**
 * What the answer to somebody's click says of the fields it sent is ours, however the other system spells it: read later, it is nobody's
 * change. The base stays: whether both sides agree is for the next comparison to say.
 */
export async function clickedBatch(
  { reader }: SettleParts,
  { op, link, by, body }: Write,
  { id, told }: Outcome,
): Promise<Partial<Batch>> {
  const record = told.find(({ entity }) => entity === 'contact')?.value;
  const { values } = body.input as { values?: Values };
  const held: Omit<Link, 'highlevelId' | 'at'> | undefined = body.link ?? (await reader.link(link));
  if (by || !record || !values || !held) return {};
  const back = Object.entries(valuesOf(record as Contact)).filter(([field]) => field in values);
  const [side, old] = [systemOf(op), { ...NEVER.written, ...held.written }];
  const written = { ...old, [side]: { ...old[side], ...Object.fromEntries(back) } };
  return { agreed: [{ link, only: body.link && id, value: { base: held.base, written } }] };
}

function ofChild(
  { link, op, body }: Write,
  entity: ChildEntity,
  { key, clioId, highlevelId, agreed }: Pick<PairOpen, 'key' | 'clioId' | 'highlevelId' | 'agreed'>,
  at: number,
): Partial<Batch> {
  const isLoose = op === 'clio.task.create' && !(body.input as { matterId?: string }).matterId;
  const owner = isLoose ? [{ key: knownKeys.taskOf(link.split('|')[0] ?? '', clioId), value: { link } }] : [];
  const made = body.sync?.from && systemOf(op);
  return { pairs: [{ key, link, entity, clioId, highlevelId, at, agreed, ...(made && { made }) }], known: owner };
}

function ofPerson({ link, body }: Write, sync: SyncMark, { id }: Outcome, value: Agreed, now: number): Partial<Batch> {
  if (!sync.from) return { agreed: [{ link, only: sync.highlevelId, value }] };
  const made = madeLink(body, id, now);
  if (!made) return {};
  return {
    links: [{ put: { ...made, ...value }, ifAbsent: true }],
    dirty: [{ key: dirtyKey({ kind: 'read', link: made.key }), at: now }],
  };
}

const idsOf = ({ op, body: { pair, sync } }: Write, { id }: Outcome) =>
  systemOf(op) === 'clio'
    ? { clioId: id, highlevelId: sync?.from?.id ?? '' }
    : { clioId: pair?.clioId ?? sync?.from?.id ?? '', highlevelId: id };

/** The link of a contact that was just made, on whichever side. */
export function madeLink({ link, linkTo }: Write['body'], id: string, at: number): Link | undefined {
  if (link) return { ...link, highlevelId: id, at };
  return linkTo && { ...linkTo, clioId: id, key: `${linkTo.clioAccount}|${id}|${linkTo.locationId}`, at };
}
