import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { WriteItem } from '../../../lib/model/operation.ts';
import { Icon } from '../../ui/Icon.tsx';
import { wordOf } from '../../words.ts';
import './needs-you.css';

/** Why a write stopped, and what the other side said. */
export function WhyStopped({ error: { code, facts } }: { error: NonNullable<WriteItem['error']> }): JSX.Element {
  return (
    <div class="ny-said" role="note">
      <Icon name="alert" />
      <div>
        <p>{wordOf('error', code) || wordOf('error', 'unexpected')}</p>
        {facts.detail ? (
          <p class="ny-detail" dir="auto">
            {i18n.t('needsYou.said', [facts.detail])}
          </p>
        ) : null}
      </div>
    </div>
  );
}
