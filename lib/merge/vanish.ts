import type { System } from '../model/subject.ts';

/** A record of the side on which another one vanished, found there by e-mail and phone. */
export interface Survivor {
  id: string;
  sameEmail: boolean;
  samePhone: boolean;
  name: 'same' | 'similar' | 'differs' | 'unknown';
  /** It stands for somebody else already. */
  linkedTo?: string;
  /** The shared e-mail or phone belongs to several people there (a family, an office). */
  shared?: boolean;
}

export interface VanishFacts {
  /** The side on which the record is missing. */
  side: System;
  /** How it was noticed: asked for and not found, or no longer in the list. */
  noticed: 'not-found' | 'missing-from-delta';
  /** Milliseconds since 1970. */
  noticedAt: number;
  /** The record asked for again, later and by its id. `unreadable`: no answer that says anything (signed out, no right, trouble). */
  secondRead?: { at: number; answer: 'found' | 'not-found' | 'unreadable' };
  /** Who on that side has its e-mails or phones; left out until somebody looked. */
  survivors?: readonly Survivor[];
  /** Links of that side that vanished in the same sweep, of how many. */
  sweep?: { vanished: number; of: number };
}

/** What a person may do about it. Never a delete, never a new record. A tag goes on the record that is left; only HighLevel has tags. */
export type VanishOffer = { kind: 'relink'; to: string } | { kind: 'unlink' } | { kind: 'tag' };

export type VanishDecision =
  | { kind: 'still-there' }
  | { kind: 'wait-second-read'; notBefore: number; why: 'first-sign' | 'too-soon' | 'unreadable' | 'too-many' }
  /** Confirmed missing; somebody has to look for it by e-mail and phone now. */
  | { kind: 'look-for' }
  | { kind: 'merged-into'; id: string; sure: boolean; others: string[]; offers: VanishOffer[] }
  | { kind: 'gone'; offers: VanishOffer[] };

/** HighLevel's lists lag behind writes by seconds, and a proxy's 404 is over in a minute. */
export const SECOND_READ_AFTER = 60_000;
/** So many at once are a wrong account, a lost right or an outage rather than so many deletes. */
const MANY = { count: 10, share: 0.2 };

/** Decides what a vanished record means. It only tells and offers; a link lives on until a person unlinks or relinks it. */
export function vanished(facts: VanishFacts): VanishDecision {
  const { secondRead, noticedAt, sweep, survivors } = facts;
  const soonest = noticedAt + SECOND_READ_AFTER;
  if (!secondRead) return { kind: 'wait-second-read', notBefore: soonest, why: 'first-sign' };
  if (secondRead.answer === 'found') return { kind: 'still-there' };
  const again = secondRead.at + SECOND_READ_AFTER;
  if (secondRead.answer === 'unreadable') return { kind: 'wait-second-read', notBefore: again, why: 'unreadable' };
  if (secondRead.at < soonest) return { kind: 'wait-second-read', notBefore: soonest, why: 'too-soon' };
  if (sweep && sweep.vanished >= MANY.count && sweep.vanished >= sweep.of * MANY.share) {
    return { kind: 'wait-second-read', notBefore: again, why: 'too-many' };
  }
  if (!survivors) return { kind: 'look-for' };
  return mergedOrGone(facts.side, survivors);
}

/** Neither vendor tells of merges: the loser answers 404, the winner carries its e-mail or phone [api facts]. */
function mergedOrGone(side: System, survivors: readonly Survivor[]): VanishDecision {
  const rest: VanishOffer[] = [{ kind: 'unlink' }, ...(side === 'clio' ? [{ kind: 'tag' } as const] : [])];
  const likely = survivors.filter((one) => one.sameEmail || one.samePhone).toSorted(byWeight);
  const [best] = likely;
  if (!best) return { kind: 'gone', offers: rest };
  return {
    kind: 'merged-into',
    id: best.id,
    sure: likely.length === 1 && isSure(best),
    others: likely.slice(1).map((one) => one.id),
    offers: [...likely.map((one) => ({ kind: 'relink', to: one.id }) as const), ...rest],
  };
}

/** A key of one's own and the same name. A link it has already would make two people of one or one of two: a person decides. */
const isSure = ({ sameEmail, samePhone, name, linkedTo, shared }: Survivor): boolean =>
  !shared && linkedTo === undefined && (name === 'same' || (name === 'similar' && sameEmail && samePhone));

const NAMES = { same: 3, similar: 2, unknown: 1, differs: 0 };
const weight = (one: Survivor) =>
  NAMES[one.name] * 4 + (one.sameEmail ? 2 : 0) + (one.samePhone ? 1 : 0) - (one.shared ? 2 : 0) - (one.linkedTo ? 1 : 0);
const byWeight = (a: Survivor, b: Survivor) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1);
