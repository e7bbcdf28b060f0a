import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { CLIO_READ_AREAS, CLIO_WRITE_AREAS, HIGHLEVEL_READ_SCOPES, HIGHLEVEL_WRITE_SCOPES } from './scopes.ts';
import { useCopy } from './use-copy.ts';
import { areaName } from './words.ts';

/** The scopes to tick in HighLevel, read and write apart, each group with its copy button. */
export function ScopeList({ hint }: { hint: string }): JSX.Element {
  return (
    <div class="con-scopes">
      <Group label={i18n.t('console.oauth.scopesRead')} items={HIGHLEVEL_READ_SCOPES} mono />
      <Group label={i18n.t('console.oauth.scopesWrite')} items={HIGHLEVEL_WRITE_SCOPES} mono />
      <p class="field-hint">{hint}</p>
    </div>
  );
}

/** The permissions to tick in Clio's developer app, in Clio's words. */
export function ClioPermissionList(): JSX.Element {
  return (
    <div class="con-scopes">
      <Group label={i18n.t('console.oauth.scopesRead')} items={CLIO_READ_AREAS.map(areaName)} />
      <Group label={i18n.t('console.oauth.scopesWrite')} items={CLIO_WRITE_AREAS.map(areaName)} />
      <p class="field-hint">{i18n.t('console.clio.permissionsHint')}</p>
    </div>
  );
}

function Group({ label, items, mono }: { label: string; items: readonly string[]; mono?: boolean }): JSX.Element {
  return (
    <div class="con-scope-group">
      <div class="con-scope-head">
        <span class="field-label">{label}</span>
        {mono ? <CopyButton label={label} text={items.join(' ')} /> : null}
      </div>
      <ul class="con-chips" aria-label={label}>
        {items.map((item) => (
          <li key={item} class={mono ? 'con-chip con-mono' : 'con-chip'}>
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}

function CopyButton({ label, text }: { label: string; text: string }): JSX.Element {
  const { copied, copy } = useCopy();
  return (
    <>
      <span class="unseen" role="status">
        {copied ? i18n.t('console.copied') : ''}
      </span>
      <Button
        kind="quiet"
        size="small"
        icon={copied ? 'check' : undefined}
        aria-label={i18n.t('console.copyWhat', [label])}
        onClick={() => copy(text)}
      >
        {i18n.t(copied ? 'console.copied' : 'console.copy')}
      </Button>
    </>
  );
}
