import { otherSide } from '../merge/field.ts';
import { type Ask, type AskAnswer, type AskOffer, askKey } from '../model/ask.ts';
import { AppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { AskChange, PairIn } from '../store/batch.ts';
import { recordKey } from '../store/rows.ts';
import { chosenLink } from './answer-match.ts';
import { type AnswerParts, clicked, connectionOf, type Effect } from './answer-parts.ts';
import { deleteOf } from './delete-of.ts';
import { dirtyKey } from './dirty.ts';
import { knownKeys } from './known.ts';

/** The tag on a HighLevel contact whose Clio record is gone. */
export const GONE_TAG = 'clio-record-gone';

/** A linked record that is confirmed to be gone: the link leads elsewhere, or ends; what is left may be tagged or, a child, removed. */
export async function answerVanished(parts: AnswerParts, ask: Ask, answer: AskAnswer): Promise<Effect> {
  if (ask.entity !== 'contact') return childGone(parts, ask, answer);
  const link = ask.link ? await parts.reader.link(ask.link) : undefined;
  if (!link) throw new AppError('subject-changed');
  if (answer.offer === 'relink') return relink(parts, ask, link, answer.id ?? '');
  const ended = await unlink(parts, ask, link);
  if (answer.offer !== 'tag') return ended;
  const location = await connectionOf(parts, 'highlevel', link.locationId);
  const input = { contactId: link.highlevelId, tags: [GONE_TAG] };
  const write = await clicked(
    parts,
    { link: ask.link, label: ask.body.label },
    'highlevel',
    location,
    'highlevel.contact.add-tags',
    input,
    'tag.add',
  );
  return { ...ended, enqueue: [write], row: { ...ended.row, act: write.act } };
}

const goneOf = ({ body }: Ask, { clioAccount, clioId, locationId, highlevelId }: Link) => ({
  gone: [
    body.side === 'clio'
      ? recordKey('clio', clioAccount, 'contact', clioId)
      : recordKey('highlevel', locationId, 'contact', highlevelId),
  ],
});

async function unlink({ syncReader }: AnswerParts, ask: Ask, link: Link): Promise<Effect> {
  const { body } = ask;
  const pairs = await syncReader.pairsOfLink(link.key);
  const isClio = body.side === 'clio';
  // Should they come to light beside the one that is left, they are not copied a second time.
  const copied = pairs.map(({ entity, clioId, highlevelId }) => ({
    key: knownKeys.copied(isClio ? link.clioAccount : link.locationId, entity, isClio ? clioId : highlevelId),
    value: { left: true },
  }));
  return {
    known: copied,
    links: [{ remove: link.key, only: link.highlevelId }],
    unpair: pairs.map(({ key }) => key),
    people: goneOf(ask, link),
    asks: [alone(ask, link)],
    row: { why: 'unlinked' },
  };
}

/** Who is left is nobody's newcomer: they are not made anew where they were deleted, unless a person links or creates them by hand. */
function alone({ body }: Ask, { clioAccount, clioId, locationId, highlevelId }: Link): AskChange {
  const left = otherSide(body.side ?? 'clio');
  const [account, id, own] = left === 'clio' ? [clioAccount, clioId, { clioId }] : [locationId, highlevelId, { highlevelId }];
  const offers: AskOffer[] = ['create', 'not-same'];
  const answered = { label: body.label, side: body.side, ...own, offers, answer: { offer: 'not-same' as const } };
  const key = askKey.match(left, account, id);
  return { put: { key, kind: 'match', clioAccount, locationId, entity: 'contact', body: answered } };
}

/** The pairs stay: a merge moves tasks and notes to the record that is left (belief); a child that did not move shows as gone by itself. */
async function relink({ syncReader, reader, now }: AnswerParts, ask: Ask, old: Link, id: string): Promise<Effect> {
  const at = now();
  const [clioId, highlevelId] = ask.body.side === 'clio' ? [id, old.highlevelId] : [old.clioId, id];
  const put = chosenLink(old.clioAccount, clioId, old.locationId, highlevelId, at);
  // Two links of one Clio record would be two people in one: the one that is there has to go first, by a person.
  if (put.key !== old.key && (await reader.link(put.key))) throw new AppError('already-there', { system: 'clio' });
  const moved = put.key === old.key ? [] : await syncReader.pairsOfLink(old.key);
  // What was answered about their records holds for whoever takes their place: what was to stay where it is stays there.
  const answered = put.key === old.key ? [] : (await syncReader.asksOfLink(old.key)).filter(({ state }) => state === 'answered');
  const pairs: PairIn[] = moved.map((pair) => ({ ...pair, key: `${put.key}|${pair.entity}|${pair.clioId}`, link: put.key }));
  return {
    links: [...(put.key === old.key ? [] : [{ remove: old.key }]), { put }],
    pairs,
    unpair: moved.map(({ key }) => key),
    asks: answered.map(({ state: _, at: __, ...one }) => ({
      put: { ...one, key: one.key.replace(old.key, put.key), link: put.key },
    })),
    people: goneOf(ask, old),
    dirty: [{ key: dirtyKey({ kind: 'read', link: put.key }), at, tries: 0 }],
    row: { link: put.key, why: 'relinked' },
  };
}

/** A child that was deleted on one side. Its twin is removed on request, or stays for itself and is not pushed again. */
async function childGone(parts: AnswerParts, ask: Ask, { offer }: AskAnswer): Promise<Effect> {
  const { body, link: key = '', entity, clioAccount, locationId } = ask;
  const child = entity as ChildEntity;
  const left: System = otherSide(body.side ?? 'clio');
  const link = await parts.reader.link(key);
  const pair = `${key}|${child}|${body.clioId}`;
  // The pair stays: it keeps what is left from being copied once more.
  if (offer !== 'remove') return { asks: [neverAgain(ask)], row: { outcome: 'kept', why: 'child-kept' } };
  if (!link) throw new AppError('subject-changed');
  const { op, input } = deleteOf(left, child, (left === 'clio' ? body.clioId : body.highlevelId) ?? '', link.highlevelId);
  const connection = await connectionOf(parts, left, left === 'clio' ? clioAccount : locationId);
  const write = await clicked(parts, { link: ask.link, label: ask.body.label }, left, connection, op, input, 'item.recall');
  const enqueue = [{ ...write, body: { ...write.body, unpair: [pair] } }];
  // Until it is gone it must not be copied back to where it was deleted.
  return { enqueue, asks: [neverAgain(ask)], row: { outcome: 'queued', why: 'child-removed', act: write.act } };
}

/** The answer that keeps the planner from making a twin of what is left. */
const neverAgain = ({ link = '', clioAccount, locationId, entity, body }: Ask) => {
  const left = (body.side === 'clio' ? body.highlevelId : body.clioId) ?? '';
  return {
    put: {
      key: askKey.approval(link, entity as ChildEntity, left),
      kind: 'approval' as const,
      link,
      clioAccount,
      locationId,
      entity,
      body: { ...body, offers: ['approve' as const, 'never' as const], answer: { offer: 'never' as const } },
    },
  };
};
