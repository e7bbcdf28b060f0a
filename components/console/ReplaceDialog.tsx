import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionView } from '../../lib/model/console.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { checkToken } from './checks.ts';
import { SealedLine } from './SealedLine.tsx';
import { SecretField } from './SecretField.tsx';
import { TokenError } from './TokenError.tsx';
import { useFields } from './use-fields.ts';
import { useSend } from './use-send.ts';

export interface ReplaceDialogProps {
  connection: ConnectionView;
  onClose: () => void;
  done: (words?: string) => void;
}

/** A new Private Integration Token for a location that is already connected: after a revocation, or to rotate. */
export function ReplaceDialog({ connection, onClose, done }: ReplaceDialogProps): JSX.Element {
  const id = useId();
  const fields = useFields({ token: checkToken });
  const act = useSend('connection.add-token');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (act.busy || !fields.check(event.currentTarget as HTMLFormElement)) return;
    if (!(await act.run({ token: fields.values.token, locationId: connection.account }))) return;
    fields.clear('token');
    onClose();
    done(i18n.t('console.connected', [connection.name]));
  };
  return (
    <Dialog
      title={i18n.t('console.replace.title', [connection.name])}
      onClose={onClose}
      closeLabel={i18n.t('console.close')}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
          <Button kind="primary" type="submit" form={id} busy={act.busy}>
            {i18n.t(act.busy ? 'console.token.busy' : 'console.replace.submit')}
          </Button>
        </>
      }
    >
      <form id={id} class="con-dialog" noValidate onSubmit={submit}>
        <p>{i18n.t('console.replace.lead')}</p>
        <SecretField label={i18n.t('console.token.token')} {...fields.bind('token')} hint={i18n.t('console.token.tokenHint')} />
        <TokenError error={act.error} />
        <SealedLine system="highlevel" />
      </form>
    </Dialog>
  );
}
