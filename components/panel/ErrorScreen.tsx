import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Screen } from '../../lib/model/panel.ts';
import { Empty } from '../ui/Empty.tsx';
import { inWords, sinceWords } from '../ui/time.ts';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { Body, Head } from './Head.tsx';
import { ConnectionsButton, RefreshButton } from './QuietScreens.tsx';
import { useCountdown } from './use-clock.ts';
import { WaitingList } from './WaitingList.tsx';
import { systemName } from './words.ts';

/** Nothing could be read. A pause is counted down and ends by itself, so no retry is offered before it is over. */
export function ErrorScreen({ code, system, until }: Extract<Screen, { kind: 'error' }>): JSX.Element {
  const { clock } = usePanel();
  const pausing = useCountdown(clock, until) < (until ?? 0);
  const action = (
    <>
      {pausing ? null : <RefreshButton label={i18n.t('panel.retry')} />}
      <ConnectionsButton label={i18n.t('panel.connections')} />
    </>
  );
  return (
    <>
      <Head title={i18n.t('panel.title')} icon="alert" tone="bad" sub={system ? systemName(system) : undefined} />
      <Body>
        <Empty icon={code === 'offline' ? 'offline' : 'alert'} title={i18n.t('panel.error.title')} action={action}>
          {wordOf('error', code)}{' '}
          {pausing && until !== undefined ? <GoesOn until={until} daily={code === 'daily-limit'} /> : null}
        </Empty>
        <WaitingList />
      </Body>
    </>
  );
}

/** "It goes on in 8 s." The seconds are not for reading aloud each time. */
function GoesOn({ until, daily }: { until: number; daily: boolean }): JSX.Element {
  const { clock, view } = usePanel();
  const now = useCountdown(clock, until);
  const words = daily
    ? i18n.t('panel.notice.goesOnAt', [sinceWords(until, now, view.timeZone)])
    : i18n.t('panel.notice.goesOn', [inWords(until, now)]);
  return <span aria-live="off">{words}</span>;
}
