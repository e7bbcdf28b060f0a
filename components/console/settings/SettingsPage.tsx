import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Preferences, SettingsView } from '../../../lib/model/settings-view.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useQuery } from '../../use-query.ts';
import { ActError } from '../ActError.tsx';
import { StorageBanner } from '../Banners.tsx';
import { useSaid } from '../use-said.tsx';
import { useSend } from '../use-send.ts';
import { LanguageCard } from './LanguageCard.tsx';
import { LookCard, type SetPreferences } from './LookCard.tsx';
import { NotifyCard } from './NotifyCard.tsx';
import { PanelCard } from './PanelCard.tsx';
import './settings-page.css';
import { LoadFailed } from '../LoadFailed.tsx';

/** How Rankr looks and behaves in this browser; each choice is kept at once. */
export function SettingsPage(): JSX.Element {
  const { value: view, error, again } = useQuery('settings.view', {}, ({ signal }) => signal === 'store.changed');
  const { said, say } = useSaid();
  const act = useSend('settings.set');
  const set = async (chosen: Partial<Preferences>) => {
    if (!(await act.run(chosen))) return;
    again();
    say(i18n.t('settings.saved'));
  };
  return (
    <div class="con-body">
      <header class="con-head">
        <h1>{i18n.t('settings.title')}</h1>
        <p class="muted">{i18n.t('settings.lead')}</p>
      </header>
      {view?.storage ? <StorageBanner code={view.storage} /> : null}
      <ActError error={act.error} />
      {view ? (
        <Cards view={view} set={set} />
      ) : error ? (
        <LoadFailed error={error} again={again} />
      ) : (
        <Skeleton lines={8} label={i18n.t('console.loading')} />
      )}
      {said}
    </div>
  );
}

function Cards({ view, set }: { view: SettingsView; set: SetPreferences }): JSX.Element {
  return (
    <div class="con-columns">
      <div class="set-column">
        <LookCard theme={view.preferences.theme} set={set} />
        <PanelCard preferences={view.preferences} set={set} />
        <NotifyCard view={view} set={set} />
      </div>
      <LanguageCard view={view} set={set} />
    </div>
  );
}
