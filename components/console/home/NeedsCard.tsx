import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { HomeView } from '../../../lib/model/console-home.ts';
import { askKindKey } from '../../../lib/model/sync-words.ts';
import { lookUp } from '../activity/words.ts';
import { HomeCard, None } from './HomeCard.tsx';
import { numberWords } from './words.ts';

const PAGE = '#/needs-you';

/** The newest open questions and what stopped, each a step from being decided. */
export function NeedsCard({ view }: { view: HomeView }): JSX.Element {
  const { needs, asks, outbox } = view;
  const stopped = outbox.needsYou + outbox.failed;
  const more = asks - needs.length;
  const all = <a href={PAGE}>{i18n.t('home.needs.all')}</a>;
  return (
    <HomeCard title={i18n.t('home.needs.title')} aside={needs.length || stopped ? all : null}>
      {needs.length || stopped ? (
        <ul class="home-rows" aria-label={i18n.t('home.needs.title')}>
          {needs.map(({ key, kind, label }) => (
            <li key={key} class="home-row">
              <a class="home-link" href={PAGE}>
                <strong class="con-strong">{lookUp(askKindKey(kind))}</strong>
                <span class="cut muted" title={label}>
                  {label}
                </span>
              </a>
            </li>
          ))}
          {stopped ? (
            <li class="home-row">
              <a class="home-link" href={PAGE}>
                <strong class="con-strong">{i18n.t('home.needs.stopped', stopped)}</strong>
              </a>
            </li>
          ) : null}
        </ul>
      ) : (
        <None>{i18n.t('home.needs.none')}</None>
      )}
      {more > 0 ? <p class="muted small">{i18n.t('home.needs.more', [numberWords(more)])}</p> : null}
    </HomeCard>
  );
}
