import type { ActivityRow } from './activity.ts';
import type { AskKind, AskOffer } from './ask.ts';

const flat = (code: string): string => code.replaceAll('-', '_');

/** Keys of words for the codes of questions and of the log. */
export const askKindKey = (kind: AskKind): string => `ask.kind.${kind}`;
export const askOfferKey = (offer: AskOffer): string => `ask.offer.${flat(offer)}`;
export const keepBecauseKey = (because: string): string => `ask.because.${flat(because)}`;
export const activityKindKey = (kind: ActivityRow['kind']): string => `activity.kind.${kind}`;
export const activityByKey = (by: ActivityRow['by']): string => `activity.by.${by}`;
export const activityOutcomeKey = (outcome: ActivityRow['outcome']): string => `activity.outcome.${flat(outcome)}`;
/** `why` of a row, and of the things a recall could not take back. */
export const activityWhyKey = (why: string): string => `activity.why.${flat(why)}`;

/** What taking a pushed item out of HighLevel leaves behind; neither API tells which of it happened. */
export type Untaken = 'recall-notified' | 'recall-workflows' | 'recall-read' | 'recall-invited';
export const UNTAKEN: Record<'task' | 'note' | 'appointment', readonly Untaken[]> = {
  task: ['recall-notified', 'recall-workflows', 'recall-read'],
  note: ['recall-workflows', 'recall-read'],
  appointment: ['recall-invited', 'recall-workflows', 'recall-read'],
};
