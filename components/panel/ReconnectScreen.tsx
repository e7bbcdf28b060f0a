import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Screen } from '../../lib/model/panel.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { sinceWords } from '../ui/time.ts';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { Body, Foot, Head } from './Head.tsx';
import { ConnectionsButton } from './QuietScreens.tsx';
import { WaitingList } from './WaitingList.tsx';
import { systemName } from './words.ts';

/** Nothing can be read until somebody signs in: why, what waits, and the way back. */
export function ReconnectScreen({
  system,
  connection,
  reason,
  since,
  failed,
}: Extract<Screen, { kind: 'reconnect' }>): JSX.Element {
  const { view, act, busy } = usePanel();
  const count = view.waiting.length;
  const sub = i18n.t('panel.reconnect.since', [connection.name, sinceWords(since, view.now, view.timeZone)]);
  return (
    <>
      <Head title={i18n.t('panel.reconnect.title', [systemName(system)])} icon="alert" tone="bad" sub={sub} />
      <Body>
        <Card level={2} title={i18n.t('panel.reconnect.why')} look="sunken">
          <p class="muted">
            {wordOf('error', reason)} {count ? i18n.t('panel.reconnect.waiting', count) : i18n.t('panel.reconnect.nothing')}
          </p>
        </Card>
        {failed ? <Banner tone="warn">{wordOf('error', failed)}</Banner> : null}
        <WaitingList />
      </Body>
      <Foot>
        <Button
          kind="primary"
          class="grow"
          busy={busy.has('reconnect')}
          onClick={() => void act('reconnect', 'connection.reconnect', { id: connection.id })}
        >
          {i18n.t('panel.reconnect.go')}
        </Button>
        <ConnectionsButton label={i18n.t('panel.reconnect.details')} />
      </Foot>
    </>
  );
}
