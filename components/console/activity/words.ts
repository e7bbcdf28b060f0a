import { i18n } from '#i18n';
import { fieldWords, wordsOf } from '../../../lib/catalog/operation.ts';
import type { Activity, ActivityRow } from '../../../lib/model/activity.ts';
import type { AskKind, AskOffer } from '../../../lib/model/ask.ts';
import type { ActivityView } from '../../../lib/model/console-sync.ts';
import { CONTACT_FIELDS } from '../../../lib/model/contact.ts';
import { activityWhyKey, askKindKey, askOfferKey } from '../../../lib/model/sync-words.ts';
import type { Tone } from '../../ui/Badge.tsx';
import { wordOf } from '../../words.ts';

/** For keys made at run time out of a table's codes, which the generated key types can't know. */
export const lookUp = i18n.t as unknown as (key: string, fill?: string[]) => string;

const flat = (code: string): string => code.replaceAll('-', '_');

/** Codes of a merge's decisions that the log has no words of its own for. */
const MERGE = new Set('off unread both-blank same echo cleared direction ask times-unknown times-equal'.split(' '));

/** Why a row was done or left: the log's own codes, and those of a merge. */
export const whyWords = (why: string): string => lookUp(MERGE.has(why) ? `merge.why.${flat(why)}` : activityWhyKey(why)) || why;

export const TONES: Record<ActivityRow['outcome'], Tone> = {
  done: 'good',
  queued: 'accent',
  kept: 'neutral',
  held: 'warn',
  asked: 'warn',
  failed: 'bad',
  'needs-you': 'warn',
  undone: 'neutral',
  dropped: 'neutral',
  skipped: 'neutral',
};

/** What kind of write: our own short words, or the catalogue's. */
export const opWords = (op: string): string => wordOf('op', op) || lookUp(wordsOf(op).label) || op;

const CONTACT = new Set<string>(CONTACT_FIELDS);
const CHILDREN = new Set(['task', 'note', 'appointment']);

/** A field as the screens call it; an id nobody has words for (a custom field's) is shown as it is. */
export function fieldName(id: string, entity = ''): string {
  const code = flat(id);
  if (CONTACT.has(id)) return wordOf('field', id);
  if (id === 'completed') return i18n.t('activityPage.value.completed');
  const merged = CHILDREN.has(entity) ? lookUp(`merge.${entity}.${code}`) : '';
  // A custom field has no words, and a name of a message is letters, digits and `_`.
  return merged || (/^\w+$/.test(code) && lookUp(fieldWords(code))) || id;
}

const listWords = new Intl.ListFormat(undefined, { type: 'conjunction', style: 'narrow' });

/** A value of the log for a person to read; '' for a blank one. */
export function valueWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return i18n.t(value ? 'activityPage.yes' : 'activityPage.no');
  if (Array.isArray(value)) return listWords.format(value.map(valueWords));
  if (typeof value !== 'object') return String(value);
  // A due date is `{kind, day}` or `{kind, at}`.
  const { day, at } = value as { day?: unknown; at?: unknown };
  if (typeof day === 'string' || typeof at === 'string') return String(day ?? at);
  return Object.entries(value)
    .map(([name, one]) => `${fieldName(name)}: ${valueWords(one)}`)
    .join('; ');
}

/** What a click's kind (`task.push`) did, with its label. */
const clickWords = (kind: string, label: string): string => lookUp(`act.${flat(kind)}.doing`, [label]);

const BECAUSE = {
  click: 'activityPage.because.click',
  person: 'activityPage.because.person',
  rule: 'activityPage.because.rule',
  reconcile: 'activityPage.because.reconcile',
  sync: 'activityPage.because.sync',
} as const satisfies Record<Activity['by'], string>;

/** `conflict.clio`: which kind of question, and what was chosen. */
function answerWords(cause = ''): string {
  const [kind, offer] = cause.split('.');
  return kind && offer ? `${lookUp(askKindKey(kind as AskKind))} ${lookUp(askOfferKey(offer as AskOffer))}` : '';
}

/** The rule behind a row; undefined where it was removed since. */
export const ruleOf = ({ by, cause = '' }: Activity, rules: ActivityView['rules']) => (by === 'rule' ? rules[cause] : undefined);

/** Why it happened, from its cause on: sentences in the order of events. */
export function becauseWords(row: Activity, rules: ActivityView['rules']): string[] {
  const { kind, by, cause, why, outcome, body, error } = row;
  const clicked = by === 'click' && cause ? clickWords(cause, body.label) : '';
  const said: string[] = [clicked ? i18n.t('activityPage.because.clickAct', [clicked]) : i18n.t(BECAUSE[by])];
  const rule = ruleOf(row, rules);
  if (rule) said[0] = i18n.t('activityPage.because.ruleNamed', [rule.name, lookUp(wordsOf(rule.trigger).label) || rule.trigger]);
  else if (by === 'rule') said.push(i18n.t('activityPage.because.ruleGone'));
  if (cause === 'undo') said.push(i18n.t('activityPage.because.undo'));
  if (kind === 'answer') said[0] = i18n.t('activityPage.because.answer', [answerWords(cause) || body.label]);
  // Nobody's click and nobody's rule: what happened is the whole story.
  if (kind === 'connection' || why === 'matched') said.length = 0;
  if (why) said.push(`${whyWords(why)}.`);
  if (outcome === 'queued') said.push(i18n.t('activityPage.because.queued'));
  if (outcome === 'held') said.push(i18n.t('activityPage.because.held'));
  if (outcome === 'asked') said.push(i18n.t('activityPage.because.asked'));
  if (outcome === 'kept' || outcome === 'skipped') said.push(i18n.t('activityPage.because.kept'));
  if (error) said.push(wordOf('error', error) || error);
  return said;
}
