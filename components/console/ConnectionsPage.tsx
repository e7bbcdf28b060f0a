import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../lib/model/console.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useQuery } from '../use-query.ts';
import { HostsBanner, StorageBanner } from './Banners.tsx';
import { EraseEverything } from './EraseEverything.tsx';
import { LoadFailed } from './LoadFailed.tsx';
import { PairsCard } from './PairsCard.tsx';
import type { PageProps } from './page-props.ts';
import { Start } from './Start.tsx';
import { SystemSection } from './SystemSection.tsx';
import { useNow } from './use-now.ts';
import { useSaid } from './use-said.tsx';
import { WritingCard } from './WritingCard.tsx';

/** When a removed card took the focus with it, it goes to the page instead of back to the top of the document. */
function useFocusAfterRemoval(count: number): void {
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) document.getElementById('page')?.focus();
    before.current = count;
  }, [count]);
}

/** From more accounts than these in one system on, the two systems take the whole width each. */
const MANY = 3;

/** The accounts, their permissions, pairs and writing switches; without any account, the way in. */
export function ConnectionsPage({ requestHosts }: PageProps): JSX.Element {
  const { value: view, error, again } = useQuery('connections.view', {}, ({ signal }) => signal === 'store.changed');
  if (view) return <Loaded view={view} again={again} requestHosts={requestHosts} />;
  return (
    <div class="con-body">
      <h1>{i18n.t('console.connections.title')}</h1>
      {error ? <LoadFailed error={error} again={again} /> : <Skeleton lines={8} label={i18n.t('console.connections.title')} />}
    </div>
  );
}

function Loaded({ view, again, requestHosts }: { view: ConnectionsView; again: () => void } & PageProps): JSX.Element {
  const now = useNow(view.now);
  const { said, say } = useSaid();
  /** An act came through: say it, and ask again without waiting for the signal. */
  const done = (words?: string) => {
    if (words) say(words);
    again();
  };
  useFocusAfterRemoval(view.connections.length);
  const empty = view.connections.length === 0;
  const many = (['highlevel', 'clio'] as const).some(
    (system) => view.connections.filter((one) => one.system === system).length > MANY,
  );
  return (
    <div class="con-body">
      <header class="con-head">
        <h1>{i18n.t('console.connections.title')}</h1>
        {empty ? null : <p class="muted">{i18n.t('console.connections.lead')}</p>}
      </header>
      {view.storage ? <StorageBanner code={view.storage} /> : null}
      {view.missingHosts.length > 0 ? <HostsBanner hosts={view.missingHosts} requestHosts={requestHosts} again={again} /> : null}
      <Start view={view} />
      <div class={many ? 'con-columns con-columns-wide' : 'con-columns'}>
        <SystemSection system="highlevel" view={view} now={now} done={done} />
        <SystemSection system="clio" view={view} now={now} done={done} />
      </div>
      {empty ? null : (
        <div class="con-columns">
          <PairsCard view={view} done={done} />
          <WritingCard view={view} done={done} />
        </div>
      )}
      <EraseEverything view={view} done={done} />
      {said}
    </div>
  );
}
