import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Preferences, THEMES } from '../../../lib/model/settings-view.ts';
import { Choice } from './Choice.tsx';

export type SetPreferences = (chosen: Partial<Preferences>) => void;

/** Light, dark, or as the system says. */
export function LookCard({ theme, set }: { theme: Preferences['theme']; set: SetPreferences }): JSX.Element {
  const id = useId();
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('settings.look.title')}</h2>
      <Choice
        label={i18n.t('settings.look.theme')}
        options={THEMES.map((one) => ({ id: one, label: i18n.t(`settings.look.${one}`) }))}
        value={theme}
        onChoose={(chosen) => set({ theme: chosen })}
      />
    </section>
  );
}
