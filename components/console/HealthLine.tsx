import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Banner } from '../ui/Banner.tsx';
import { useQuery } from '../use-query.ts';
import { systemName } from './words.ts';

/** Follows the browser's own word on the network. */
function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const follow = () => setOnline(navigator.onLine);
    addEventListener('online', follow);
    addEventListener('offline', follow);
    return () => {
      removeEventListener('online', follow);
      removeEventListener('offline', follow);
    };
  }, []);
  return online;
}

/** What holds for every page: no network, or an account that is signed out. What is shown below comes from the store and stays right. */
export function HealthLine({ signIn }: { signIn: boolean }): JSX.Element | null {
  const { value } = useQuery('connections.view', {}, ({ signal }) => signal === 'store.changed');
  const isOnline = useOnline();
  const out = signIn ? (value?.connections.filter(({ state }) => state === 'reconnect') ?? []) : [];
  if (isOnline && !out.length) return null;
  return (
    <div class="con-health">
      {isOnline ? null : (
        <Banner icon="offline" title={i18n.t('console.health.offline')}>
          <p>{i18n.t('console.health.offlineMore')}</p>
        </Banner>
      )}
      {out.length ? (
        <Banner
          tone="warn"
          title={i18n.t('console.health.signedOut', out.length)}
          action={
            <a class="button button-secondary button-small" href="#/connections">
              {i18n.t('console.health.toConnections')}
            </a>
          }
        >
          <p>
            {out.map(({ system, name }) => `${systemName(system)}: ${name}`).join(', ')}. {i18n.t('console.health.signedOutMore')}
          </p>
        </Banner>
      ) : null}
    </div>
  );
}
