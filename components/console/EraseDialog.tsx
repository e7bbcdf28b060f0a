import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../lib/model/console.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ActError } from './ActError.tsx';
import { TextField } from './TextField.tsx';
import { useFields } from './use-fields.ts';
import { useSend } from './use-send.ts';

export interface EraseDialogProps {
  view: ConnectionsView;
  onClose: () => void;
  done: (words?: string) => void;
}

/** Says what "everything" is and wants the word typed, because there is no way back. */
export function EraseDialog({ view, onClose, done }: EraseDialogProps): JSX.Element {
  const id = useId();
  const word = i18n.t('console.erase.word');
  const fields = useFields({ word: (value) => (value === word ? undefined : i18n.t('console.erase.typeWrong')) });
  const act = useSend('everything.erase');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (act.busy || !fields.check(event.currentTarget as HTMLFormElement) || !(await act.run({}))) return;
    onClose();
    done(i18n.t('console.erase.done'));
  };
  return (
    <Dialog
      title={i18n.t('console.erase.dialog')}
      onClose={onClose}
      closeLabel={i18n.t('console.close')}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
          <Button kind="danger" type="submit" form={id} busy={act.busy}>
            {i18n.t(act.busy ? 'console.erase.busy' : 'console.erase.submit')}
          </Button>
        </>
      }
    >
      <form id={id} class="con-dialog" noValidate onSubmit={submit}>
        <p>{i18n.t('console.erase.gone')}</p>
        <ul class="con-list">
          <li>{i18n.t('console.erase.connections', view.connections.length)}</li>
          <li>{i18n.t('console.erase.data')}</li>
          <li>{i18n.t('console.erase.links')}</li>
          <li class={view.waiting > 0 ? 'con-strong' : undefined}>{i18n.t('console.erase.waiting', view.waiting)}</li>
        </ul>
        <TextField label={i18n.t('console.erase.type')} {...fields.bind('word')} />
        <ActError error={act.error} />
      </form>
    </Dialog>
  );
}
