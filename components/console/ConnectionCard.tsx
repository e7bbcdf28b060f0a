import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView, ConnectionView } from '../../lib/model/console.ts';
import { Badge } from '../ui/Badge.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { ActError } from './ActError.tsx';
import { CardFacts } from './CardFacts.tsx';
import { ReconnectNotice } from './ReconnectNotice.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import { RightsPart } from './RightsPart.tsx';
import { RotateNotice } from './RotateNotice.tsx';
import { saidBySignIn } from './SignInStatus.tsx';
import { useSend } from './use-send.ts';

export interface ConnectionCardProps {
  connection: ConnectionView;
  view: ConnectionsView;
  now: number;
  done: (words?: string) => void;
}

/** One signed-in account: who and how, its state, its permissions, and what can be done with it. */
export function ConnectionCard({ connection, view, now, done }: ConnectionCardProps): JSX.Element {
  const id = useId();
  const [dialog, setDialog] = useState<'remove' | 'replace'>();
  const check = useSend('connection.check');
  const again = useSend('connection.reconnect');
  const runCheck = async () => {
    if (await check.run({ id: connection.id })) done();
  };
  // A pasted token can't renew itself: only a new one helps. OAuth signs in again with the sealed client id and secret.
  const reconnect = async () => {
    if (connection.method === 'token') setDialog('replace');
    else if (await again.run({ id: connection.id })) done(i18n.t('console.connected', [connection.name]));
  };
  return (
    <article class="con-card" aria-labelledby={id}>
      <header class="con-card-head">
        <h3 id={id} title={connection.name}>
          {connection.name}
        </h3>
        <StateBadge connection={connection} checking={connection.checking || check.busy} />
        <CardMenu connection={connection} onCheck={runCheck} onReconnect={reconnect} onRemove={() => setDialog('remove')} />
      </header>
      {connection.state === 'reconnect' ? (
        <ReconnectNotice connection={connection} waiting={view.waiting} busy={again.busy} onReconnect={reconnect} />
      ) : null}
      {saidBySignIn(again.error, view.signIn) ? null : <ActError error={again.error} system={connection.system} />}
      <CardFacts connection={connection} />
      <RotateNotice connection={connection} onReplace={() => setDialog('replace')} />
      <RightsPart connection={connection} writing={view.writing[connection.system]} now={now} check={check} onCheck={runCheck} />
      {dialog === 'remove' ? (
        <RemoveDialog connection={connection} waiting={view.waiting} onClose={() => setDialog(undefined)} done={done} />
      ) : null}
      {dialog === 'replace' ? <ReplaceDialog connection={connection} onClose={() => setDialog(undefined)} done={done} /> : null}
    </article>
  );
}

function StateBadge({ connection, checking }: { connection: ConnectionView; checking: boolean }): JSX.Element {
  if (checking) return <Badge tone="accent">{i18n.t('console.card.checking')}</Badge>;
  if (connection.state === 'reconnect') return <Badge tone="bad">{i18n.t('console.card.reconnect')}</Badge>;
  return <Badge tone="good">{i18n.t('console.card.ok')}</Badge>;
}

interface CardMenuProps {
  connection: ConnectionView;
  onCheck: () => void;
  onReconnect: () => void;
  onRemove: () => void;
}

function CardMenu({ connection, onCheck, onReconnect, onRemove }: CardMenuProps): JSX.Element {
  const again = i18n.t(connection.method === 'token' ? 'console.card.replace' : 'console.card.again');
  const items: MenuItem[] = [
    { id: 'check', label: i18n.t('console.card.check'), icon: 'refresh', onPick: onCheck },
    { id: 'again', label: again, icon: 'key', onPick: onReconnect },
    { id: 'remove', label: i18n.t('console.card.remove'), icon: 'trash', tone: 'bad', apart: true, onPick: onRemove },
  ];
  return <Menu label={i18n.t('console.card.menu', [connection.name])} items={items} />;
}
