import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { AppError } from '../../lib/model/errors.ts';
import { ActError } from './ActError.tsx';

/** Why a token was not taken. A wrong one is told apart from wrong app credentials: there is no app and no redirect URL to check. */
export const TokenError = ({ error }: { error?: AppError }): JSX.Element => (
  <ActError
    error={error}
    system="highlevel"
    words={error?.code === 'bad-credentials' ? i18n.t('console.signIn.credentialsToken') : undefined}
  />
);
