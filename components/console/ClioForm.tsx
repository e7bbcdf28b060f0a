import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../lib/model/console.ts';
import type { Region } from '../../lib/model/subject.ts';
import { CopyField } from './CopyField.tsx';
import { OauthForm } from './OauthForm.tsx';
import { RegionField } from './RegionField.tsx';
import { ClioPermissionList } from './ScopeList.tsx';

/** Signs in to Clio with the firm's own developer app, in one of its four regions. */
export function ClioForm({ view, onDone }: { view: ConnectionsView; onDone: () => void }): JSX.Element {
  const [chosen, setChosen] = useState<Region>();
  // The tab's region may arrive after the form: it counts until somebody chooses.
  const region = chosen ?? view.clioTabRegion ?? 'us';
  const fromTab = chosen === undefined && view.clioTabRegion !== undefined;
  return (
    <OauthForm
      system="clio"
      region={region}
      signIn={view.signIn}
      onDone={onDone}
      words={{
        form: i18n.t('console.connections.formClio'),
        lead: i18n.t('console.clio.lead'),
        clientId: i18n.t('console.clio.appKey'),
        clientSecret: i18n.t('console.clio.appSecret'),
        submit: i18n.t('console.clio.submit'),
        busy: i18n.t('console.clio.busy'),
      }}
    >
      <RegionField
        region={region}
        hint={i18n.t(fromTab ? 'console.clio.regionFromTab' : 'console.clio.regionHint')}
        onChoose={setChosen}
      />
      <CopyField label={i18n.t('console.clio.redirect')} value={view.redirectUrl} hint={i18n.t('console.clio.redirectHint')} />
      <details class="con-more">
        <summary>{i18n.t('console.clio.permissions')}</summary>
        <ClioPermissionList />
      </details>
    </OauthForm>
  );
}
