import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { HomeConnection, HomeView } from '../../../lib/model/console-home.ts';
import { Badge } from '../../ui/Badge.tsx';
import { inWords } from '../../ui/time.ts';
import { reasonWords, systemName } from '../words.ts';
import { HomeList } from './HomeList.tsx';
import { numberWords } from './words.ts';

/** The accounts: signed in or not, and how much of their limits is used. */
export function LimitsCard({ view, now }: { view: HomeView; now: number }): JSX.Element {
  // What needs a person comes first.
  const rows = view.connections.toSorted((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <HomeList
      title={i18n.t('home.limits.title')}
      aside={<a href="#/connections">{i18n.t('home.toConnections')}</a>}
      rows={rows}
      none={i18n.t('home.empty.title')}
      keyOf={({ id }) => id}
    >
      {(one) => <Connection one={one} now={now} />}
    </HomeList>
  );
}

function Connection({ one, now }: { one: HomeConnection; now: number }): JSX.Element {
  const { name, system, ok, reason, used, left, dailyLeft, until } = one;
  const max = used + left;
  const more = [
    i18n.t('home.limits.used', [numberWords(used), numberWords(max)]),
    dailyLeft === undefined ? '' : i18n.t('home.limits.daily', [numberWords(dailyLeft)]),
    until !== undefined && until > now ? i18n.t('home.limits.pause', [inWords(until, now)]) : '',
  ];
  return (
    <div class="home-account">
      <div class="home-account-head">
        <span class="cut con-strong" title={name}>
          {name}
        </span>
        <span class="muted small">{systemName(system)}</span>
        <Badge tone={ok ? 'good' : 'bad'}>{i18n.t(ok ? 'home.limits.ok' : 'home.limits.reconnect')}</Badge>
      </div>
      {ok ? (
        <>
          <meter
            class="home-meter"
            aria-label={i18n.t('home.limits.meter', [name])}
            min={0}
            max={Math.max(1, max)}
            high={max * 0.8}
            value={used}
          />
          <p class="muted small nums">{more.filter(Boolean).join(' · ')}</p>
        </>
      ) : (
        <p class="small home-bad">{reasonWords(reason ?? 'signed-out')}</p>
      )}
    </div>
  );
}
