import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { System } from '../../lib/model/subject.ts';
import { Icon } from '../ui/Icon.tsx';
import { systemName } from './words.ts';

/** What happens to a secret that is typed here, beside the button that takes it. */
export const SealedLine = ({ system }: { system: System }): JSX.Element => (
  <p class="con-sealed">
    <Icon name="lock" size={14} />
    <span>{i18n.t('console.sealed', [systemName(system)])}</span>
  </p>
);
