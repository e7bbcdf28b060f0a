import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { PANEL_OPENS, PANEL_WIDTH, type Preferences } from '../../../lib/model/settings-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from './Choice.tsx';
import type { SetPreferences } from './LookCard.tsx';

const OPENS = { 'as-left': 'settings.panel.as_left', never: 'settings.panel.never' } as const;

/** Where the panel stands beside Clio, how wide, and whether it opens by itself. */
export function PanelCard({ preferences, set }: { preferences: Preferences; set: SetPreferences }): JSX.Element {
  const id = useId();
  const { side, width, opens } = preferences;
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('settings.panel.title')}</h2>
      <Choice
        label={i18n.t('settings.panel.side')}
        options={[
          { id: 'left', label: i18n.t('settings.panel.left') },
          { id: 'right', label: i18n.t('settings.panel.right') },
        ]}
        value={side}
        onChoose={(chosen) => set({ side: chosen })}
      />
      <Choice
        label={i18n.t('settings.panel.opens')}
        options={PANEL_OPENS.map((one) => ({ id: one, label: i18n.t(OPENS[one]) }))}
        value={opens}
        onChoose={(chosen) => set({ opens: chosen })}
      />
      <div class="set-line">
        <div>
          <p class="field-label">{i18n.t('settings.panel.width')}</p>
          <p class="nums">{i18n.t('settings.panel.widthNow', [String(width)])}</p>
        </div>
        <Button disabled={width === PANEL_WIDTH.usual} onClick={() => set({ width: PANEL_WIDTH.usual })}>
          {i18n.t(width === PANEL_WIDTH.usual ? 'settings.panel.usual' : 'settings.panel.reset')}
        </Button>
      </div>
      <p class="muted small">{i18n.t('settings.panel.from')}</p>
    </section>
  );
}
