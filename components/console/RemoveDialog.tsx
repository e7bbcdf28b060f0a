import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionView } from '../../lib/model/console.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ActError } from './ActError.tsx';
import { useSend } from './use-send.ts';
import { systemName } from './words.ts';

export interface RemoveDialogProps {
  connection: ConnectionView;
  waiting: number;
  onClose: () => void;
  done: (words?: string) => void;
}

/** What leaves this browser with a connection, line by line. */
const goesWith = (connection: ConnectionView): string[] => [
  i18n.t(connection.method === 'oauth' ? 'console.remove.credentialsOauth' : 'console.remove.credentials'),
  i18n.t('console.remove.data'),
  i18n.t('console.remove.links'),
  ...(connection.pairedWith.length > 0
    ? [i18n.t('console.remove.pair', [connection.pairedWith.map((one) => one.name).join(', ')])]
    : []),
];

/** Asks before "Disconnect and erase", saying exactly what goes and what stays. */
export function RemoveDialog({ connection, waiting, onClose, done }: RemoveDialogProps): JSX.Element {
  const act = useSend('connection.remove');
  const remove = async () => {
    if (!(await act.run({ id: connection.id }))) return;
    onClose();
    done(i18n.t('console.remove.done', [connection.name]));
  };
  return (
    <Dialog
      title={i18n.t('console.remove.title', [connection.name])}
      onClose={onClose}
      closeLabel={i18n.t('console.close')}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
          <Button kind="danger" busy={act.busy} onClick={remove}>
            {i18n.t(act.busy ? 'console.remove.busy' : 'console.remove.submit')}
          </Button>
        </>
      }
    >
      <div class="con-dialog">
        <p>{i18n.t('console.remove.lead')}</p>
        <ul class="con-list">
          {goesWith(connection).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class={waiting > 0 ? 'con-strong' : 'muted'}>{i18n.t('console.remove.waiting', waiting)}</p>
        <p class="muted">{i18n.t('console.remove.stays', [systemName(connection.system)])}</p>
        <ActError error={act.error} />
      </div>
    </Dialog>
  );
}
