import { i18n } from '#i18n';
import type { Reason } from '../../lib/model/link.ts';
import type { ActView } from '../../lib/model/operation.ts';
import type { ItemState } from '../../lib/model/panel.ts';
import type { System } from '../../lib/model/subject.ts';
import type { Tone } from '../ui/Badge.tsx';
import { wordOf } from '../words.ts';

// Names of products are not translated.
export const systemName = (system: System): string => (system === 'clio' ? 'Clio' : 'HighLevel');

/** Reasons that say how many; the rest would be odd with a number. */
const COUNTED: ReadonlySet<Reason['code']> = new Set(['shared-email', 'shared-phone', 'several-match']);

export const reasonWords = ({ code, count }: Reason): string =>
  count !== undefined && COUNTED.has(code) ? wordOf('reason', `${code}-n`, [String(count)]) : wordOf('reason', code);

/** Two letters for the circle: first and last word's. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('') || '·';
}

const TONES: Record<ItemState, Tone> = {
  same: 'neutral',
  differs: 'warn',
  'only-clio': 'neutral',
  'only-highlevel': 'neutral',
  queued: 'accent',
  sending: 'accent',
  sent: 'good',
  held: 'warn',
  'needs-you': 'warn',
  failed: 'bad',
};
export const stateTone = (state: ItemState): Tone => TONES[state];

/** On its way already: neither counted nor offered again. */
export const inFlight = (state: ItemState): boolean => state === 'queued' || state === 'sending' || state === 'sent';

type Form = 'doing' | 'done' | 'failed';
const FORMS: Record<ActView['state'], Form> = {
  queued: 'doing',
  sending: 'doing',
  done: 'done',
  undone: 'done',
  'needs-you': 'failed',
  failed: 'failed',
};

/** "Pushed “Request medical records”", "Pushing “Call back” and 2 more" */
export function actTitle(act: ActView): string {
  const what =
    act.count > 1 && act.kind === 'task.push'
      ? i18n.t('panel.act.andMore', [act.label, String(act.count - 1)])
      : i18n.t('panel.act.one', [act.label]);
  if (act.state === 'undone') return wordOf('act', 'undo.done', [what]);
  const form = FORMS[act.state];
  return wordOf('act', `${act.kind}.${form}`, [what]) || wordOf('act', `other.${form}`, [what]);
}

/** "matched by e-mail", "linked by you" */
export function matchWords({ by, reasons }: { by: 'person' | 'match' | 'create'; reasons: Reason[] }): string {
  if (by === 'person') return i18n.t('panel.match.person');
  if (by === 'create') return i18n.t('panel.match.create');
  const has = (code: Reason['code']) => reasons.some((reason) => reason.code === code);
  if (has('same-email')) return has('same-phone') ? i18n.t('panel.match.both') : i18n.t('panel.match.email');
  return has('same-phone') ? i18n.t('panel.match.phone') : i18n.t('panel.match.match');
}

/** What was looked at after writing: the system that was written to. */
export const checkedWords = (act: ActView): string =>
  i18n.t('panel.act.checked', [systemName(act.kind === 'contact.copy-to-clio' ? 'clio' : 'highlevel')]);
