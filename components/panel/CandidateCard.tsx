import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Candidate, Reason } from '../../lib/model/link.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { monthWords } from '../ui/time.ts';
import { usePanel } from './context.ts';
import { reasonWords } from './words.ts';

const TONES: Record<Reason['tone'], Tone> = { good: 'good', warn: 'warn', bad: 'bad' };

export function Reasons({ reasons }: { reasons: Reason[] }): JSX.Element | null {
  if (reasons.length === 0) return null;
  return (
    <ul class="chips" aria-label={i18n.t('panel.reasons')}>
      {reasons.map((reason) => (
        <li key={`${reason.code}-${reason.value ?? ''}`}>
          <Badge tone={TONES[reason.tone]} title={reason.value}>
            {reasonWords(reason)}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

/** What tells one candidate from another. */
export function CandidateWords({ candidate }: { candidate: Candidate }): JSX.Element {
  const { view } = usePanel();
  const facts = [
    candidate.email ?? i18n.t('panel.choose.noEmail'),
    candidate.phone ?? i18n.t('panel.choose.noPhone'),
    candidate.city,
  ].filter(Boolean);
  return (
    <div class="candidate">
      <div class="candidate-top">
        <span class="pick-name" dir="auto" title={candidate.name}>
          {candidate.name}
        </span>
        {candidate.addedAt ? (
          <span class="muted small">{i18n.t('panel.choose.added', [monthWords(candidate.addedAt, view.timeZone)])}</span>
        ) : null}
      </div>
      <p class="muted small" dir="auto">
        {facts.join(' · ')}
      </p>
      <Reasons reasons={candidate.reasons} />
    </div>
  );
}
