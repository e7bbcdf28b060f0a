import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { locationFrom } from './checks.ts';
import { ScopeList } from './ScopeList.tsx';
import { SecretField } from './SecretField.tsx';
import { TextField } from './TextField.tsx';
import type { Fields } from './use-fields.ts';

/** What a Private Integration Token needs: the token, its location (or a pasted address), and the scopes to tick. */
export function TokenFields({ bind }: Pick<Fields<'token' | 'location'>, 'bind'>): JSX.Element {
  const location = bind('location');
  return (
    <>
      <SecretField label={i18n.t('console.token.token')} {...bind('token')} hint={i18n.t('console.token.tokenHint')} />
      <TextField
        label={i18n.t('console.token.location')}
        {...location}
        onInput={(pasted) => location.onInput(locationFrom(pasted))}
        hint={i18n.t('console.token.locationHint')}
      />
      <details class="con-more">
        <summary>{i18n.t('console.token.scopesShow')}</summary>
        <ScopeList hint={i18n.t('console.token.scopesHint')} />
      </details>
    </>
  );
}
