import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Icon } from '../../ui/Icon.tsx';
import { systemName } from '../words.ts';
import type { ExtraWarning } from './extras.ts';
import { kindWords } from './words.ts';

function warningWords(one: ExtraWarning): string {
  if (one.code === 'options')
    return i18n.t('mappings.extras.optionsLost', one.lost.length, [String(one.lost.length), systemName(one.of)]);
  if (one.code === 'long') return i18n.t('mappings.extras.longLost');
  if (one.code === 'text-to-option') return i18n.t('mappings.extras.textToOption');
  if (one.code === 'tag-needs-flag') return i18n.t('mappings.extras.tagNeedsFlag');
  return i18n.t('mappings.extras.kindLost', [kindWords(one.from), kindWords(one.to)]);
}

const SHOWN = 6;

/** What a mapping can't hold, as it is chosen. */
export function Warnings({ found }: { found: ExtraWarning[] }): JSX.Element | null {
  if (!found.length) return null;
  return (
    <ul class="map-warnings">
      {found.map((one) => (
        <li key={`${one.code}${'of' in one ? one.of : ''}`}>
          <Icon name="alert" size={14} />
          <span>
            {warningWords(one)}
            {one.code === 'options' ? (
              <span class="muted">
                {' '}
                {i18n.t('mappings.extras.optionsNamed', [
                  one.lost.slice(0, SHOWN).join(', ') + (one.lost.length > SHOWN ? '…' : ''),
                ])}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
