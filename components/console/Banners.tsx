import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { StorageProblem } from '../../lib/model/storage.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { storageWords } from '../words.ts';

/** A host or a match pattern, as the pattern that the browser is asked for. */
const patternOf = (host: string): string => (host.includes('://') ? host : `https://${host}/*`);
const hostOf = (host: string): string => host.replace(/^[a-z*]+:\/\//, '').replace(/\/.*$/, '');

export interface HostsBannerProps {
  hosts: string[];
  requestHosts: (origins: string[]) => Promise<boolean>;
  again: () => void;
}

/** Sites the browser keeps from us, with the button that asks for them. */
export function HostsBanner({ hosts, requestHosts, again }: HostsBannerProps): JSX.Element {
  const [refused, setRefused] = useState(false);
  const allow = () => {
    setRefused(false);
    // First thing in the click: browsers refuse the question once the user's gesture is over.
    requestHosts(hosts.map(patternOf)).then(
      (given) => (given ? again() : setRefused(true)),
      () => setRefused(true),
    );
  };
  return (
    <Banner
      tone="warn"
      title={i18n.t('console.hosts.title')}
      action={
        <Button kind="quiet" size="small" onClick={allow}>
          {i18n.t('console.hosts.allow')}
        </Button>
      }
    >
      <p>
        <span class="con-mono">{hosts.map(hostOf).join(', ')}</span>. {i18n.t('console.hosts.lead')}
      </p>
      {refused ? <p role="alert">{i18n.t('console.hosts.refused')}</p> : null}
    </Banner>
  );
}

/** The disk or the browser's settings keep us from storing safely. */
export function StorageBanner({ code }: { code: StorageProblem }): JSX.Element {
  const { title, hint } = storageWords(code);
  return (
    <Banner tone="bad" title={title}>
      <p>{hint}</p>
    </Banner>
  );
}
