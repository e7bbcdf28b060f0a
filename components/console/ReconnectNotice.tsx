import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionView } from '../../lib/model/console.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { reasonWords, systemName, timeWords } from './words.ts';

export interface ReconnectNoticeProps {
  connection: ConnectionView;
  waiting: number;
  busy: boolean;
  onReconnect: () => void;
}

/** Why this account does nothing at present, that nothing is lost, and the way back. */
export function ReconnectNotice({ connection, waiting, busy, onReconnect }: ReconnectNoticeProps): JSX.Element {
  const { system, reason, since } = connection;
  return (
    <div class="con-note con-note-bad" role="status">
      <Icon name="alert" />
      <div>
        <strong>
          {i18n.t('console.card.reconnectTitle', [systemName(system)])}
          {since ? <span class="con-since"> {i18n.t('console.card.reconnectSince', [timeWords(since)])}</span> : null}
        </strong>
        <p>{reasonWords(reason ?? 'signed-out')}</p>
        {waiting > 0 ? <p>{i18n.t('console.card.waiting', waiting)}</p> : null}
      </div>
      <Button kind="primary" size="small" busy={busy} onClick={onReconnect}>
        {i18n.t('console.card.again')}
      </Button>
    </div>
  );
}
