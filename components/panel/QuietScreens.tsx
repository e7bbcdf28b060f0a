import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { System } from '../../lib/model/subject.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePanel } from './context.ts';
import { Body, Head } from './Head.tsx';
import { WaitingList } from './WaitingList.tsx';
import { systemName } from './words.ts';

/** Opens the console's Connections page. */
export function ConnectionsButton({ label, kind }: { label: string; kind?: 'primary' | 'secondary' }): JSX.Element {
  const { act, busy } = usePanel();
  return (
    <Button kind={kind} busy={busy.has('console')} onClick={() => void act('console', 'console.open', {})}>
      {label}
    </Button>
  );
}

/** Reads both systems afresh. */
export function RefreshButton({ label }: { label: string }): JSX.Element {
  const { act, busy, view } = usePanel();
  return (
    <Button icon="refresh" busy={busy.has('refresh')} onClick={() => void act('refresh', 'panel.refresh', { key: view.key })}>
      {label}
    </Button>
  );
}

export function NotRecordScreen(): JSX.Element {
  return (
    <>
      <Head title={i18n.t('panel.title')} icon="search" />
      <Body>
        <Empty icon="person" title={i18n.t('panel.notRecord.title')}>
          {i18n.t('panel.notRecord.words')}
        </Empty>
        <WaitingList />
      </Body>
    </>
  );
}

export function NotConnectedScreen({ missing, several }: { missing: System[]; several?: boolean }): JSX.Element {
  const action = <ConnectionsButton kind="primary" label={i18n.t('panel.notConnected.go')} />;
  return (
    <>
      <Head title={i18n.t('panel.title')} icon="key" />
      <Body>
        <Empty
          icon="key"
          title={i18n.t('panel.notConnected.title', [missing.map(systemName).join(i18n.t('panel.and'))])}
          action={action}
        >
          {i18n.t(several ? 'panel.notConnected.several' : 'panel.notConnected.words')}
        </Empty>
      </Body>
    </>
  );
}

/** A sign-in window is open somewhere; how it ends changes this by itself. */
export function ConnectingScreen({ system }: { system: System }): JSX.Element {
  const title = i18n.t('panel.connecting.title', [systemName(system)]);
  return (
    <>
      <Head title={i18n.t('panel.title')} icon="key" />
      <Body>
        <div role="status">
          <Empty icon="key" title={title} action={<ConnectionsButton label={i18n.t('panel.connections')} />}>
            {i18n.t('panel.connecting.words')}
          </Empty>
        </div>
        <WaitingList />
      </Body>
    </>
  );
}

export function LoadingScreen({ name }: { name?: string }): JSX.Element {
  return (
    <>
      <Head title={name ?? i18n.t('panel.title')} icon={name ? undefined : 'search'} sub={i18n.t('panel.loading.sub')} />
      <Body>
        <Skeleton lines={5} label={name ? i18n.t('panel.loading.of', [name]) : i18n.t('panel.loading.sub')} />
        <Skeleton lines={4} />
      </Body>
    </>
  );
}

export function CompanyScreen({ name }: { name: string }): JSX.Element {
  return (
    <>
      <Head title={name} icon="company" sub={i18n.t('panel.company.sub')} />
      <Body>
        <Empty icon="company" title={i18n.t('panel.company.title')}>
          {i18n.t('panel.company.words')}
        </Empty>
      </Body>
    </>
  );
}

export function DeletedScreen({
  system,
  name,
  highlevelId,
}: {
  system: System;
  name?: string;
  highlevelId?: string;
}): JSX.Element {
  const { act, busy, view } = usePanel();
  const unlink = () => void act('unlink', 'link.remove', { key: view.key });
  const action =
    system === 'highlevel' || highlevelId ? (
      <Button kind="primary" busy={busy.has('unlink')} onClick={unlink}>
        {system === 'highlevel' ? i18n.t('panel.deleted.again') : i18n.t('panel.menu.unlink')}
      </Button>
    ) : (
      <RefreshButton label={i18n.t('panel.menu.refresh')} />
    );
  return (
    <>
      <Head
        title={name ?? i18n.t('panel.title')}
        icon={name ? undefined : 'trash'}
        sub={i18n.t('panel.deleted.sub', [systemName(system)])}
      />
      <Body>
        <Empty icon="trash" title={i18n.t('panel.deleted.title', [systemName(system)])} action={action}>
          {system === 'highlevel' ? i18n.t('panel.deleted.highlevel') : i18n.t('panel.deleted.clio')}
        </Empty>
        <WaitingList />
      </Body>
    </>
  );
}
