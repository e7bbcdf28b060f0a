import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Screen } from '../../lib/model/panel.ts';
import { Badge } from '../ui/Badge.tsx';
import { Banner } from '../ui/Banner.tsx';
import { CandidateWords } from './CandidateCard.tsx';
import { Body, Foot, Head } from './Head.tsx';
import { ConnectionsButton } from './QuietScreens.tsx';

/** Clio isn't connected: what the page shows, labelled as such, and who it might be. Read only. */
export function HintScreen({ hint, candidates, location }: Extract<Screen, { kind: 'hint' }>): JSX.Element {
  const facts = [...hint.emails, ...hint.phones];
  const title = hint.name ?? i18n.t('panel.hint.nobody');
  return (
    <>
      <Head title={title} sub={i18n.t('panel.hint.sub')} badge={<Badge tone="warn">{i18n.t('panel.hint.badge')}</Badge>} />
      <Banner title={i18n.t('panel.hint.title')}>{i18n.t('panel.hint.words')}</Banner>
      <Body>
        {facts.length ? (
          <section class="group" aria-label={i18n.t('panel.hint.seen')}>
            <h2 class="eyebrow">{i18n.t('panel.hint.seen')}</h2>
            <ul class="plain">
              {facts.map((fact) => (
                <li key={fact} class="cut" dir="auto" title={fact}>
                  {fact}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section class="group" aria-label={i18n.t('panel.hint.maybe', [location.name])}>
          <h2 class="eyebrow">{i18n.t('panel.hint.maybe', [location.name])}</h2>
          {candidates.length === 0 ? <p class="muted">{i18n.t('panel.hint.none')}</p> : null}
          <ul class="cards">
            {candidates.map((candidate) => (
              <li key={candidate.id} class="pick pick-still">
                <CandidateWords candidate={candidate} />
              </li>
            ))}
          </ul>
        </section>
      </Body>
      <Foot>
        <ConnectionsButton kind="primary" label={i18n.t('panel.hint.go')} />
      </Foot>
    </>
  );
}
