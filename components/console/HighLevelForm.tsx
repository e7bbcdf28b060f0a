import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../lib/model/console.ts';
import { Badge } from '../ui/Badge.tsx';
import { CopyField } from './CopyField.tsx';
import { OauthForm } from './OauthForm.tsx';
import { ScopeList } from './ScopeList.tsx';
import { Tabs } from './Tabs.tsx';
import { TokenForm } from './TokenForm.tsx';

/** The two ways into HighLevel. */
export function HighLevelForm({ view, onDone }: { view: ConnectionsView; onDone: () => void }): JSX.Element {
  const failedByOauth = view.signIn?.system === 'highlevel';
  const [way, setWay] = useState(failedByOauth ? 'oauth' : 'token');
  const tokenTab = (
    <>
      {i18n.t('console.token.tab')} <Badge tone="accent">{i18n.t('console.token.recommended')}</Badge>
    </>
  );
  const oauthTab = (
    <>
      {i18n.t('console.oauth.tab')} <span class="con-tab-more">{i18n.t('console.oauth.tabMore')}</span>
    </>
  );
  return (
    <Tabs
      label={i18n.t('console.connections.formHighlevel')}
      chosen={way}
      onChoose={setWay}
      tabs={[
        { id: 'token', label: tokenTab, content: <TokenForm onDone={onDone} /> },
        { id: 'oauth', label: oauthTab, content: <HighLevelOauth view={view} onDone={onDone} /> },
      ]}
    />
  );
}

function HighLevelOauth({ view, onDone }: { view: ConnectionsView; onDone: () => void }): JSX.Element {
  return (
    <OauthForm
      system="highlevel"
      signIn={view.signIn}
      onDone={onDone}
      words={{
        form: i18n.t('console.oauth.form'),
        lead: i18n.t('console.oauth.lead'),
        clientId: i18n.t('console.oauth.clientId'),
        clientSecret: i18n.t('console.oauth.clientSecret'),
        submit: i18n.t('console.oauth.submit'),
        busy: i18n.t('console.oauth.busy'),
      }}
    >
      <CopyField label={i18n.t('console.oauth.redirect')} value={view.redirectUrl} hint={i18n.t('console.oauth.redirectHint')} />
      <details class="con-more" open>
        <summary>{i18n.t('console.oauth.scopes')}</summary>
        <ScopeList hint={i18n.t('console.oauth.scopesHint')} />
      </details>
    </OauthForm>
  );
}
