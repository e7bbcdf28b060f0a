import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { checkLocation, checkToken, locationFrom } from './checks.ts';
import { ScopeList } from './ScopeList.tsx';
import { SealedLine } from './SealedLine.tsx';
import { SecretField } from './SecretField.tsx';
import { TextField } from './TextField.tsx';
import { TokenError } from './TokenError.tsx';
import { useFields } from './use-fields.ts';
import { useSend } from './use-send.ts';

/** Connects a HighLevel location by Private Integration Token. */
export function TokenForm({ onDone }: { onDone: () => void }): JSX.Element {
  const fields = useFields({ token: checkToken, location: checkLocation });
  const add = useSend('connection.add-token');
  const location = fields.bind('location');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (add.busy || !fields.check(event.currentTarget as HTMLFormElement)) return;
    const { token, location: locationId } = fields.values;
    if (await add.run({ token, locationId })) {
      fields.clear('token', 'location');
      onDone();
    }
  };
  return (
    <form class="con-form" noValidate onSubmit={submit} aria-label={i18n.t('console.token.tab')}>
      <p class="muted">{i18n.t('console.token.lead')}</p>
      <SecretField label={i18n.t('console.token.token')} {...fields.bind('token')} hint={i18n.t('console.token.tokenHint')} />
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
      <TokenError error={add.error} />
      <div class="con-submit">
        <Button kind="primary" type="submit" busy={add.busy}>
          {i18n.t(add.busy ? 'console.token.busy' : 'console.token.submit')}
        </Button>
        <SealedLine system="highlevel" />
      </div>
    </form>
  );
}
