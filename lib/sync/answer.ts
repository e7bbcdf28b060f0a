import type { Activity } from '../model/activity.ts';
import type { Ask, AskAnswer } from '../model/ask.ts';
import { AppError } from '../model/errors.ts';
import { answerMatch } from './answer-match.ts';
import type { AnswerParts, Effect } from './answer-parts.ts';
import { answerApproval, answerConflict, answerDrift } from './answer-values.ts';
import { answerVanished } from './answer-vanished.ts';
import { dirtyKey } from './dirty.ts';
import { childDirty } from './dirty-child.ts';

type AnswerOf = (parts: AnswerParts, ask: Ask, answer: AskAnswer) => Promise<Effect> | Effect;

/** Nobody may be pushed into a choice that was not offered. */
function mustBeOffered({ body }: Ask, { offer, id }: AskAnswer): void {
  if (!body.offers.includes(offer)) throw new AppError('invalid-request', { about: 'offer' });
  const named = offer === 'choose' ? body.choices : offer === 'link' || offer === 'relink' ? body.candidates : undefined;
  if (named && !named.some((one) => one.id === id)) throw new AppError('invalid-request', { about: 'id' });
}

/** Time enough to merge two records by hand. */
const MERGING = 5 * 60_000;

/** Whoever was merged away is noticed by asking for each of them. */
function lookLater({ body, clioAccount, locationId }: Ask, now: number) {
  const system = body.side ?? 'clio';
  const account = system === 'clio' ? clioAccount : locationId;
  const marks = (body.candidates ?? []).map(({ id }) => dirtyKey({ kind: 'gone', system, account, entity: 'contact', id }));
  return marks.map((key) => ({ key, at: now + MERGING }));
}

const ANSWERS: Record<Ask['kind'], AnswerOf> = {
  conflict: answerConflict,
  drift: answerDrift,
  approval: answerApproval,
  match: answerMatch,
  vanished: answerVanished,
  // Neither API can merge: the console opens both records, and the question ends when one of them is gone.
  duplicate: (parts, ask, { offer }) =>
    offer === 'not-same'
      ? { row: { outcome: 'kept', why: 'not-same' } }
      : { dirty: lookLater(ask, parts.now()), row: { why: 'merge-opened' } },
  where: (parts, ask, { offer }) =>
    offer === 'choose' ? { dirty: childDirty(ask, parts.now()) } : { row: { outcome: 'kept', why: 'never' } },
  // The rules look at answered questions themselves.
  rule: () => ({}),
};

const rowOf = (ask: Ask, { offer }: AskAnswer, at: number): Omit<Activity, 'seq'> => ({
  at,
  kind: 'answer',
  by: 'person',
  cause: `${ask.kind}.${offer}`,
  entity: ask.entity,
  link: ask.link,
  system: ask.body.side,
  id: ask.body.clioId ?? ask.body.highlevelId,
  outcome: 'done',
  body: { label: ask.body.label },
});

/**
 * Carries out a person's answer: the question, what follows from it and a row of the log in one transaction. A question that was answered
 * elsewhere meanwhile is refused; `later` leaves it open.
 */
export async function answerAsk(parts: AnswerParts, key: string, answer: AskAnswer): Promise<void> {
  const ask = await parts.syncReader.ask(key);
  if (!ask) throw new AppError('not-found', { about: 'ask' });
  if (ask.state !== 'open') throw new AppError('subject-changed');
  if (answer.offer === 'later') return;
  mustBeOffered(ask, answer);
  const { row, ...effect } = await ANSWERS[ask.kind](parts, ask, answer);
  const at = parts.now();
  const activity = [{ ...rowOf(ask, answer, at), ...row }, ...(effect.activity ?? [])];
  // A merge is done in the systems themselves; the question waits for it.
  const { state: _, at: __, ...asked } = ask;
  const put = { ...asked, body: { ...ask.body, answer } };
  const settled = answer.offer === 'merge' ? [] : [{ put }];
  const asks = [...settled, ...(effect.asks ?? [])];
  await parts.apply({ at, ...effect, activity, asks }, 'person');
}
