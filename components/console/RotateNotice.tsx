import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionView } from '../../lib/model/console.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { systemName } from './words.ts';

/** From here on the card asks for a new key; HighLevel advises rotating Private Integration Tokens every 90 days. */
export const ROTATE_FROM_DAYS = 80;

/** A reminder, not an error: the key still works. */
export function RotateNotice({
  connection,
  onReplace,
}: {
  connection: ConnectionView;
  onReplace: () => void;
}): JSX.Element | null {
  const { keyAgeDays, method, system } = connection;
  if (keyAgeDays < ROTATE_FROM_DAYS) return null;
  return (
    <div class="con-note con-note-warn" role="note">
      <Icon name="clock" />
      <div>
        <strong>{i18n.t('console.card.rotate', [keyAgeDays])}</strong>
        <p>{i18n.t(method === 'token' ? 'console.card.rotateHint' : 'console.card.rotateOauth', [systemName(system)])}</p>
      </div>
      {method === 'token' ? (
        <Button size="small" onClick={onReplace}>
          {i18n.t('console.card.replace')}
        </Button>
      ) : null}
    </div>
  );
}
