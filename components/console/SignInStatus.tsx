import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../lib/model/console.ts';
import type { AppError } from '../../lib/model/errors.ts';
import type { System } from '../../lib/model/subject.ts';
import { Icon } from '../ui/Icon.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { errorWords, systemName } from './words.ts';

type SignIn = ConnectionsView['signIn'];

/** A refused sign-in comes twice, as the answer of the act and in the view. The view's is shown: it survives a reload of the page. */
export const saidBySignIn = (error: AppError | undefined, signIn: SignIn): boolean =>
  error !== undefined && signIn?.state === 'failed' && signIn.code === error.code;

/** A sign-in under way ("finish there"), or why the last one failed. Stands above the form it belongs to. */
export function SignInStatus({ system, signIn }: { system: System; signIn: SignIn }): JSX.Element | null {
  if (signIn?.system !== system) return null;
  const name = systemName(system);
  if (signIn.state === 'open') {
    return (
      <div class="con-signin con-signin-open" role="status">
        <Spinner size={16} />
        <div>
          <strong>{i18n.t('console.signIn.open')}</strong>
          <p>{i18n.t('console.signIn.openHint', [name])}</p>
        </div>
      </div>
    );
  }
  return (
    <div class="con-signin con-signin-failed" role="alert">
      <Icon name="alert" />
      <div>
        <strong>{i18n.t('console.signIn.failed', [name])}</strong>
        <p>{errorWords(signIn.code ?? 'unexpected', system)}</p>
        {signIn.detail ? <p class="con-detail">{i18n.t('console.errorDetail', [signIn.detail])}</p> : null}
      </div>
    </div>
  );
}
