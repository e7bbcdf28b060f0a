import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { AppError } from '../../lib/model/errors.ts';
import type { Notice } from '../../lib/model/panel.ts';
import type { StorageProblem } from '../../lib/model/storage.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { inWords, sinceWords } from '../ui/time.ts';
import { failureWords, storageWords, wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { useCountdown } from './use-clock.ts';
import { systemName } from './words.ts';

/** What holds for the whole panel just now, above every screen. */
export function Notices({ unanswered, again }: { unanswered?: AppError; again: () => void }): JSX.Element {
  const { view } = usePanel();
  return (
    <div class="notices">
      {unanswered ? (
        <Banner tone="warn" title={i18n.t('panel.unanswered')} action={<Small label={i18n.t('panel.retry')} onClick={again} />}>
          {failureWords(unanswered)}
        </Banner>
      ) : null}
      {view.notices.map((notice) => (
        <One key={'system' in notice ? `${notice.kind}-${notice.system}` : notice.kind} notice={notice} />
      ))}
    </div>
  );
}

function One({ notice }: { notice: Notice }): JSX.Element {
  switch (notice.kind) {
    case 'offline':
      return (
        <Banner tone="warn" icon="offline">
          {i18n.t('panel.notice.offline')}
        </Banner>
      );
    case 'rate-limited':
    case 'daily-limit':
      return <Limited notice={notice} />;
    case 'reconnect':
      return <Reconnect notice={notice} />;
    case 'connecting':
      return <Banner icon="key">{i18n.t('panel.notice.connecting', [systemName(notice.system)])}</Banner>;
    case 'writing-off':
      return <Writing />;
    case 'stale':
      return <Stale notice={notice} />;
    case 'storage':
      return <Disk code={notice.code} />;
  }
}

function Disk({ code }: { code: StorageProblem }): JSX.Element {
  const { title, hint } = storageWords(code);
  return (
    <Banner tone="bad" title={title}>
      {hint}
    </Banner>
  );
}

const Small = ({ label, onClick, busy }: { label: string; onClick: () => void; busy?: boolean }): JSX.Element => (
  <Button kind="quiet" size="small" busy={busy} onClick={onClick}>
    {label}
  </Button>
);

function Limited({ notice }: { notice: Extract<Notice, { kind: 'rate-limited' | 'daily-limit' }> }): JSX.Element {
  const { clock, view } = usePanel();
  const now = useCountdown(clock, notice.until);
  const system = systemName(notice.system);
  if (notice.kind === 'daily-limit') {
    return (
      <Banner tone="warn" icon="clock">
        {i18n.t('panel.notice.dailyLimit', [system, sinceWords(notice.until, now, view.timeZone)])}
      </Banner>
    );
  }
  // The seconds are not for reading aloud each time: only the sentence is announced, when it first appears.
  return (
    <Banner tone="warn" icon="clock">
      {i18n.t('panel.notice.rateLimited', [system])}{' '}
      <span aria-live="off">{i18n.t('panel.notice.goesOn', [inWords(notice.until, now)])}</span>
    </Banner>
  );
}

function Reconnect({ notice }: { notice: Extract<Notice, { kind: 'reconnect' }> }): JSX.Element {
  const { act, busy, view } = usePanel();
  const slot = `reconnect:${notice.connection.id}`;
  const go = () => void act(slot, 'connection.reconnect', { id: notice.connection.id });
  const title = i18n.t('panel.reconnect.title', [systemName(notice.system)]);
  return (
    <Banner tone="bad" title={title} action={<Small label={i18n.t('panel.reconnect.go')} busy={busy.has(slot)} onClick={go} />}>
      {i18n.t('panel.reconnect.since', [notice.connection.name, sinceWords(notice.since, view.now, view.timeZone)])}{' '}
      {wordOf('error', notice.reason)}
    </Banner>
  );
}

function Writing(): JSX.Element {
  const { act, busy } = usePanel();
  const open = () => void act('console', 'console.open', {});
  return (
    <Banner icon="lock" action={<Small label={i18n.t('panel.notice.switchOn')} busy={busy.has('console')} onClick={open} />}>
      {i18n.t('panel.notice.writingOff')}
    </Banner>
  );
}

function Stale({ notice }: { notice: Extract<Notice, { kind: 'stale' }> }): JSX.Element {
  const { view } = usePanel();
  return (
    <Banner tone="warn" icon="clock" action={<Refresh />}>
      {i18n.t('panel.notice.stale', [sinceWords(notice.since, view.now, view.timeZone)])} {wordOf('error', notice.code)}
    </Banner>
  );
}

function Refresh(): JSX.Element {
  const { act, busy, view } = usePanel();
  return (
    <Small
      label={i18n.t('panel.retry')}
      busy={busy.has('refresh')}
      onClick={() => void act('refresh', 'panel.refresh', { key: view.key })}
    />
  );
}
