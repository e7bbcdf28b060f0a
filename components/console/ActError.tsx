import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { AppError } from '../../lib/model/errors.ts';
import type { System } from '../../lib/model/subject.ts';
import { Icon } from '../ui/Icon.tsx';
import { errorWords } from './words.ts';

/** Why an act failed, at the form or button it belongs to; read out when it appears. */
export function ActError({ error, system, words }: { error?: AppError; system?: System; words?: string }): JSX.Element | null {
  if (!error) return null;
  return (
    <div class="con-problem" role="alert">
      <Icon name="alert" />
      <div>
        <p>{words ?? errorWords(error.code, system, error.facts)}</p>
        {error.facts.detail ? <p class="con-detail">{i18n.t('console.errorDetail', [error.facts.detail])}</p> : null}
      </div>
    </div>
  );
}
