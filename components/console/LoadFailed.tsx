import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { AppError } from '../../lib/model/errors.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { errorWords } from './words.ts';

/** A page whose view could not be read: why, and another try. Said aloud, as it stands where the page was expected. */
export function LoadFailed({ error, again }: { error: AppError; again: () => void }): JSX.Element {
  return (
    <div role="alert">
      <Empty
        icon="alert"
        title={i18n.t('console.loadFailed')}
        action={<Button onClick={again}>{i18n.t('console.again')}</Button>}
      >
        {errorWords(error.code, undefined, error.facts)}
      </Empty>
    </div>
  );
}
