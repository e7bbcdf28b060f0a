import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SettingsView } from '../../../lib/model/settings-view.ts';
import { Switch } from '../Switch.tsx';
import type { SetPreferences } from './LookCard.tsx';

/** The number on the toolbar icon. */
export function NotifyCard({ view, set }: { view: SettingsView; set: SetPreferences }): JSX.Element {
  const id = useId();
  const { badge } = view.preferences;
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('settings.notify.title')}</h2>
      <div class="set-line">
        <div>
          <p class="con-strong" id={`${id}-badge`}>
            {i18n.t('settings.notify.badge')}
          </p>
          <p class="muted small" id={`${id}-hint`}>
            {i18n.t(view.canBadge ? 'settings.notify.badgeHint' : 'settings.notify.cannot')}
          </p>
        </div>
        <Switch
          labelledBy={`${id}-badge`}
          describedBy={`${id}-hint`}
          on={badge && view.canBadge}
          disabled={!view.canBadge}
          onToggle={() => set({ badge: !badge })}
        />
      </div>
    </section>
  );
}
