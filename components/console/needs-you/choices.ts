import { i18n } from '#i18n';
import type { AskAnswer, AskOffer } from '../../../lib/model/ask.ts';
import type { AskView, StuckWrite } from '../../../lib/model/console-sync.ts';
import type { ErrorCode } from '../../../lib/model/errors.ts';
import { askOfferKey } from '../../../lib/model/sync-words.ts';

/** What a click on a decision does. `write`: of a write that stopped. */
export type Decision =
  | { do: 'answer'; key: string; answer: AskAnswer }
  | { do: 'retry' | 'drop'; write: number }
  | { do: 'link'; write: number; link: string; highlevelId: string };

/** One button: what it says and does. `of`: the candidate or choice it stands beside. */
export interface Choice {
  id: string;
  label: string;
  kind?: 'primary' | 'danger';
  of?: string;
  decision: Decision;
}

const say = i18n.t as unknown as (key: string, fill?: string[]) => string;

/** Offers that are made for each candidate or choice. */
const EACH: Partial<Record<AskOffer, 'candidates' | 'choices'>> = {
  link: 'candidates',
  relink: 'candidates',
  choose: 'choices',
};
const REMOVES: ReadonlySet<AskOffer> = new Set(['remove']);

/** All that can be decided about a question, in the order of the keys 1 to 9. */
export function choicesOf({ key, body }: AskView): Choice[] {
  return body.offers.flatMap((offer): Choice[] => {
    const decide = (id?: string): Decision => ({ do: 'answer', key, answer: { offer, ...(id ? { id } : {}) } });
    const label = say(askOfferKey(offer));
    const each = EACH[offer];
    // "Later" is what leaving it alone does.
    if (offer === 'later') return [];
    if (!each) return [{ id: offer, label, kind: REMOVES.has(offer) ? 'danger' : undefined, decision: decide() }];
    return (body[each] ?? []).map(({ id, ...one }) => ({
      id: `${offer}:${id}`,
      of: id,
      label: 'label' in one ? one.label : label,
      decision: decide(id),
    }));
  });
}

/** Holds the values as they were seen then, so another try would be refused again. */
const STALE: ReadonlySet<ErrorCode> = new Set(['changed-meanwhile']);

/** The same for a write that stopped. */
export function writeChoices({ id, op, link, error }: StuckWrite): Choice[] {
  const drop: Choice = { id: 'drop', label: i18n.t('needsYou.drop'), decision: { do: 'drop', write: id } };
  const isTwin = error?.code === 'duplicate-contact' && op === 'highlevel.contact.create';
  const existing = error?.facts.existingId;
  if (isTwin && existing && link) {
    const decision: Decision = { do: 'link', write: id, link, highlevelId: existing };
    return [{ id: 'link', label: i18n.t('needsYou.linkExisting'), kind: 'primary', decision }, drop];
  }
  if (isTwin || (error && STALE.has(error.code))) return [drop];
  return [{ id: 'retry', label: i18n.t('needsYou.retry'), kind: 'primary', decision: { do: 'retry', write: id } }, drop];
}
