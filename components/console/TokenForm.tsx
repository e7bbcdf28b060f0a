import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { checkLocation, checkToken } from './checks.ts';
import { SealedLine } from './SealedLine.tsx';
import { TokenError } from './TokenError.tsx';
import { TokenFields } from './TokenFields.tsx';
import { useFields } from './use-fields.ts';
import { useSend } from './use-send.ts';

/** Connects a HighLevel location by Private Integration Token. */
export function TokenForm({ onDone }: { onDone: () => void }): JSX.Element {
  const fields = useFields({ token: checkToken, location: checkLocation });
  const add = useSend('connection.add-token');
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
      <TokenFields bind={fields.bind} />
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
