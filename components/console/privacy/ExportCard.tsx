import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KeptOf } from '../../../lib/model/settings-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ActError } from '../ActError.tsx';
import { systemName } from '../words.ts';
import { useExport } from './use-export.ts';

/** Everything stored, altogether or of one account, as a file. */
export function ExportCard({ accounts }: { accounts: KeptOf[] }): JSX.Element {
  const id = useId();
  const [picked, setPicked] = useState<string>();
  const { state, rows, error, start, stop } = useExport();
  const account = accounts.find((one) => one.id === picked);
  const isRunning = state === 'running';
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('privacy.export.title')}</h2>
      <p class="muted small">{i18n.t('privacy.export.lead')}</p>
      <div class="pri-export">
        <Account accounts={accounts} chosen={account?.id ?? ''} disabled={isRunning} onChoose={setPicked} />
        <Button busy={isRunning} onClick={() => start(account)}>
          {i18n.t('privacy.export.submit')}
        </Button>
        {isRunning ? <Button onClick={stop}>{i18n.t('privacy.export.cancel')}</Button> : null}
      </div>
      <p class="small" role="status">
        {isRunning ? i18n.t('privacy.export.running', [String(rows)]) : null}
        {state === 'done' ? i18n.t('privacy.export.done', [String(rows)]) : null}
      </p>
      <p class="muted small">{i18n.t('privacy.export.warn')}</p>
      <ActError error={error} />
    </section>
  );
}

interface AccountProps {
  accounts: KeptOf[];
  chosen: string;
  disabled: boolean;
  onChoose: (id: string) => void;
}

function Account({ accounts, chosen, disabled, onChoose }: AccountProps): JSX.Element {
  return (
    <Field label={i18n.t('privacy.export.account')}>
      {(control) => (
        <select
          {...control}
          class="input"
          value={chosen}
          disabled={disabled}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">{i18n.t('privacy.export.all')}</option>
          {accounts.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({systemName(one.system)})
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
