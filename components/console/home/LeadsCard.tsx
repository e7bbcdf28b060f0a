import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { HomeLead } from '../../../lib/model/console-home.ts';
import { ago } from '../words.ts';
import { HomeCard } from './HomeCard.tsx';
import { Few } from './HomeList.tsx';
import type { OfView } from './WorkCards.tsx';

const keyOf = ({ location, id }: HomeLead): string => `${location}|${id}`;

/** HighLevel contacts linked to nobody: those that came lately, and those left lying. */
export function LeadsCard({ view, now }: OfView): JSX.Element {
  const lead = (one: HomeLead) => <Lead lead={one} now={now} />;
  return (
    <HomeCard title={i18n.t('home.leads.title')}>
      <h3 class="home-sub">{i18n.t('home.leads.fresh')}</h3>
      <Few
        label={i18n.t('home.leads.fresh')}
        rows={view.leads}
        waiting={view.quick}
        none={i18n.t('home.leads.none')}
        keyOf={keyOf}
      >
        {lead}
      </Few>
      <h3 class="home-sub">{i18n.t('home.leads.stale')}</h3>
      <Few
        label={i18n.t('home.leads.stale')}
        rows={view.stale}
        waiting={view.quick}
        none={i18n.t('home.leads.noStale')}
        keyOf={keyOf}
      >
        {lead}
      </Few>
    </HomeCard>
  );
}

function Lead({ lead, now }: { lead: HomeLead; now: number }): JSX.Element {
  const { name, url, at } = lead;
  return (
    <div class="home-run">
      <a
        class="cut"
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        title={name}
        aria-label={i18n.t('home.leads.opens', [name])}
      >
        {name}
      </a>
      <span class="muted small home-when">{ago(at, now)}</span>
    </div>
  );
}
