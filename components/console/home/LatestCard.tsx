import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { RowLine } from '../activity/RowLine.tsx';
import { ago } from '../words.ts';
import { HomeList } from './HomeList.tsx';
import type { OfView } from './WorkCards.tsx';

/** The newest rows of the log. */
export function LatestCard({ view, now }: OfView): JSX.Element {
  return (
    <HomeList
      title={i18n.t('home.latest.title')}
      aside={<a href="#/activity">{i18n.t('home.latest.all')}</a>}
      rows={view.latest}
      none={i18n.t('home.latest.none')}
      keyOf={({ seq }) => String(seq)}
    >
      {(row) => (
        <div class="home-latest">
          <RowLine row={row} people={{}} />
          <span class="muted small home-when">{ago(row.at, now)}</span>
        </div>
      )}
    </HomeList>
  );
}
