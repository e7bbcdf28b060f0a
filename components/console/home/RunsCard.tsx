import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { HomeRun, HomeView } from '../../../lib/model/console-home.ts';
import { inWords } from '../../ui/time.ts';
import { ago, errorWords, systemName } from '../words.ts';
import { HomeList } from './HomeList.tsx';

/** When the accounts were last read, and all linked people last compared. */
export function RunsCard({ view, now }: { view: HomeView; now: number }): JSX.Element {
  return (
    <HomeList title={i18n.t('home.runs.title')} rows={view.runs} none={i18n.t('home.runs.none')} keyOf={({ id }) => id}>
      {(run) => <Run run={run} now={now} />}
    </HomeList>
  );
}

function Run({ run, now }: { run: HomeRun; now: number }): JSX.Element {
  const { name, system, at, nextAt, problem, drift } = run;
  const title = system ? i18n.t('home.runs.read', [systemName(system), name]) : i18n.t('home.runs.reconcile', [name]);
  const found = drift === undefined ? '' : drift ? i18n.t('home.runs.drift', drift) : i18n.t('home.runs.agreed');
  const next = nextAt !== undefined && nextAt > now ? i18n.t('home.runs.next', [inWords(nextAt, now)]) : '';
  return (
    <div class="home-run">
      <span class="cut" title={title}>
        {title}
      </span>
      <span class="muted small home-when">{at ? ago(at, now) : i18n.t('home.runs.never')}</span>
      {problem ? <p class="small home-bad">{errorWords(problem)}</p> : null}
      {!problem && (found || next) ? <p class="muted small">{[found, next].filter(Boolean).join(' · ')}</p> : null}
    </div>
  );
}
