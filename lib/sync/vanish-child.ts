import { clioRequests } from '../clio/requests.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import { otherSide } from '../merge/field.ts';
import { vanished } from '../merge/vanish.ts';
import type { Activity } from '../model/activity.ts';
import { type AskOffer, askKey } from '../model/ask.ts';
import type { Link } from '../model/link.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Batch } from '../store/batch.ts';
import type { PairOpen } from '../store/read-sync.ts';
import { recordKey } from '../store/rows.ts';
import { dirtyKey } from './dirty.ts';
import { pairsOf } from './pairs-of.ts';
import { type Child, KINDS, labelOf } from './plan-kinds.ts';
import { accountOf, type Ground, isOf } from './plan-parts.ts';
import { readContact } from './vanish-contact.ts';
import { factsOf, type Gone, type GoneRow, ifThere, type Sweep, type VanishParts, type Verdict } from './vanish-parts.ts';

/** Is it there, asked by its id? */
async function isThere(
  { client }: VanishParts,
  { clio, location }: Ground,
  { system, id }: Gone,
  entity: ChildEntity,
  contactId: string,
) {
  const background = { priority: 'background' } as const;
  const ofHighLevel = {
    task: { endpoint: HIGHLEVEL.task.get, params: { contactId, taskId: id } },
    note: { endpoint: HIGHLEVEL.note.get, params: { contactId, id } },
    appointment: { endpoint: HIGHLEVEL.appointment.get, params: { eventId: id } },
  };
  const ofClio = { task: clioRequests.task(id), note: clioRequests.note(id), appointment: clioRequests.entry(id) };
  const answer = await ifThere<unknown>(async () =>
    system === 'clio'
      ? client.call(clio, ofClio[entity] as never, background)
      : client.call(location, ofHighLevel[entity] as never, background),
  );
  return answer !== undefined;
}

/** Decided before: it was taken back by a person, or chosen to stay for itself. */
async function isKnown({ syncReader }: VanishParts, pair: PairOpen, { system, id }: Gone): Promise<boolean> {
  const { link, entity, clioId, highlevelId } = pair;
  const keys = [
    askKey.vanished(link, system, entity, id),
    askKey.approval(link, entity, clioId),
    askKey.approval(link, entity, highlevelId),
  ];
  const [asked, ...never] = await Promise.all(keys.map((key) => syncReader.ask(key)));
  const isAsked = asked !== undefined && asked.state !== 'gone';
  return isAsked || never.some((one) => one?.state === 'answered' && one.body.answer?.offer === 'never');
}

/** Its contact is not there either; that is looked after by itself. */
async function isOrphan(parts: VanishParts, pair: Ground, { system, account }: Gone, link: Link): Promise<boolean> {
  const id = system === 'clio' ? link.clioId : link.highlevelId;
  if (await readContact(parts, pair, system, id)) return false;
  const at = parts.now();
  await parts.apply({ at, dirty: [{ key: dirtyKey({ kind: 'gone', system, account, entity: 'contact', id }), at }] }, 'pull');
  return true;
}

/** A task, note, appointment or entry that has a twin and is not there any more. The pair stays, so that nothing is made a second time. */
export async function lookAtChild(
  parts: VanishParts,
  pair: Ground,
  row: GoneRow,
  entity: ChildEntity,
  sweep: Sweep,
): Promise<Verdict> {
  const all = await pairsOf(parts.syncReader, { ...row.of, entity });
  const ours: { twin: PairOpen; link: Link }[] = [];
  for (const twin of all) {
    const link = await parts.reader.link(twin.link);
    if (link && isOf(pair, link) && !(await isKnown(parts, twin, row.of))) ours.push({ twin, link });
  }
  if (!ours[0]) return { batch: {} };
  if (row.noticedAt === undefined) return { again: row.at };
  const there = await isThere(parts, pair, row.of, entity, ours[0].link.highlevelId);
  const secondRead = { at: parts.now(), answer: there ? ('found' as const) : ('not-found' as const) };
  const decision = vanished({ ...factsOf(row, sweep), secondRead, survivors: [] });
  if (decision.kind === 'wait-second-read') return { again: decision.notBefore };
  if (there) return { batch: {} };
  // With its person gone, too (merged, mostly), it may have moved along: what becomes of the person is decided first.
  if (await isOrphan(parts, pair, row.of, ours[0].link)) return { again: row.at };
  const batches = await Promise.all(ours.map(({ twin, link }) => confirmed(parts, pair, row.of, twin, link)));
  return {
    batch: { asks: batches.flatMap(({ asks = [] }) => asks), activity: batches.flatMap(({ activity = [] }) => activity) },
  };
}

/** Its twin is left: a person says whether it goes too. */
async function confirmed(parts: VanishParts, pair: Ground, gone: Gone, twin: PairOpen, link: Link): Promise<Partial<Batch>> {
  const { entity, clioId, highlevelId } = twin;
  const side = otherSide(gone.system);
  const kind = KINDS[entity];
  const id = side === 'clio' ? clioId : highlevelId;
  const left = await parts.reader.record<Child>(recordKey(side, accountOf(pair, side), kind.names[side].stored, id));
  const label = left ? labelOf(kind, left) : gone.id;
  const isSynced = pair.choice.entities[entity].direction !== 'off';
  const about = { system: gone.system, account: gone.account, entity, id: gone.id, link: link.key, body: { label } };
  const row = (told: Pick<Activity, 'kind' | 'outcome' | 'why'>) => ({ at: parts.now(), by: 'sync' as const, ...about, ...told });
  const { clioAccount, locationId } = link;
  const offers: AskOffer[] = ['remove', 'unlink'];
  const text = left && kind.text(left)?.slice(0, 500);
  const body = { label, clioId, highlevelId, side: gone.system, title: left?.title, text, offers };
  const put = {
    key: askKey.vanished(link.key, gone.system, entity, gone.id),
    kind: 'vanished' as const,
    link: link.key,
    clioAccount,
    locationId,
    entity,
    body,
  };
  // Nothing to decide: noted as answered, so that the next reading doesn't tell it once more.
  if (!left || !isSynced)
    return {
      asks: [{ put: { ...put, body: { ...body, answer: { offer: 'unlink' } } } }],
      activity: [row({ kind: 'decision', outcome: 'kept', why: left ? 'child-gone' : 'both-gone' })],
    };
  return { asks: [{ put }], activity: [row({ kind: 'ask', outcome: 'asked', why: 'vanished' })] };
}
