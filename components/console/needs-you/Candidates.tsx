import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { AskView } from '../../../lib/model/console-sync.ts';
import type { Reason } from '../../../lib/model/link.ts';
import { keepBecauseKey } from '../../../lib/model/sync-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { wordOf } from '../../words.ts';
import { systemName } from '../words.ts';
import { Choices } from './Choices.tsx';
import type { Choice } from './choices.ts';
import './needs-you.css';

const say = i18n.t as unknown as (key: string) => string;
const COUNTED: ReadonlySet<Reason['code']> = new Set(['shared-email', 'shared-phone', 'several-match']);

const reasonWords = ({ code, count }: Reason): string =>
  count !== undefined && COUNTED.has(code) ? wordOf('reason', `${code}-n`, [String(count)]) : wordOf('reason', code);

/** Why somebody could be meant, and why not. */
export function Reasons({ reasons }: { reasons: Reason[] }): JSX.Element | null {
  if (!reasons.length) return null;
  return (
    <ul class="ny-reasons" aria-label={i18n.t('needsYou.reasons')}>
      {reasons.map((reason) => (
        <li key={`${reason.code}${reason.value ?? ''}`}>
          <Badge tone={reason.tone} title={reason.value}>
            {reasonWords(reason)}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

export interface CandidatesProps {
  ask: AskView;
  choices: Choice[];
  onDecide: (choice: Choice) => void;
}

/** Whom it could be, each with the reasons and the button that says so. */
export function Candidates({ ask, choices, onDecide }: CandidatesProps): JSX.Element | null {
  const { candidates = [], side = 'highlevel', keep } = ask.body;
  if (!candidates.length) return null;
  return (
    <ul class="ny-candidates" aria-label={i18n.t('needsYou.who')}>
      {candidates.map(({ id, name, email, phone, reasons }) => (
        <li key={id} class="ny-candidate">
          <div class="ny-candidate-words">
            <p class="ny-candidate-name">
              <bdi>{name}</bdi>
              {keep?.id === id ? (
                <Badge tone="accent">{i18n.t('needsYou.keep', [say(keepBecauseKey(keep.because))])}</Badge>
              ) : null}
            </p>
            <p class="muted small" dir="auto">
              {[email ?? i18n.t('needsYou.noEmail'), phone ?? i18n.t('needsYou.noPhone')].join(' · ')}
            </p>
            <Reasons reasons={reasons} />
          </div>
          <div class="ny-candidate-acts">
            <Choices choices={choices} of={id} onDecide={onDecide} />
            <OpenLink url={ask.urls[id]} label={i18n.t('needsYou.openNamed', [name, systemName(side)])} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Leads to the record in its own system. */
export function OpenLink({ url, label, words }: { url?: string; label: string; words?: string }): JSX.Element | null {
  if (!url) return null;
  return (
    <a
      class={`button button-quiet button-small${words ? '' : ' button-bare'}`}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={label}
      title={label}
    >
      <Icon name="open" size={14} />
      {words}
    </a>
  );
}
