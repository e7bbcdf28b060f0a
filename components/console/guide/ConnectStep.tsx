import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';
import { accountOf } from './steps.ts';

/** Leads to the forms that are there for it, and back. */
export function ConnectStep({ view }: { view: ConnectionsView }): JSX.Element {
  const names = view.connections.map(({ name }) => name);
  return (
    <div class="gui-acts">
      <Button
        kind="primary"
        onClick={() => {
          location.hash = '#/connections';
        }}
      >
        {i18n.t('guide.connect.act')}
      </Button>
      {names.length > 0 ? <span class="muted">{names.join(', ')}</span> : null}
    </div>
  );
}

/** Proves the rights of both accounts, one after the other. */
export function CheckStep({ view, again }: { view: ConnectionsView; again: () => void }): JSX.Element {
  const check = useSend('connection.check');
  const accounts = [accountOf(view, 'highlevel'), accountOf(view, 'clio')].filter((one) => one !== undefined);
  const busy = check.busy || accounts.some(({ checking }) => checking);
  const run = async () => {
    for (const { id } of accounts) if (!(await check.run({ id }))) return;
    again();
  };
  const missing = accounts.flatMap(({ rights }) => rights ?? []).filter(({ state }) => state === 'missing').length;
  return (
    <>
      <div class="gui-acts">
        <Button kind="primary" busy={busy} onClick={() => void run()}>
          {i18n.t('guide.check.act')}
        </Button>
        {missing > 0 ? (
          <span>
            {i18n.t('guide.check.lacks', [String(missing)])} <a href="#/connections">{i18n.t('guide.check.details')}</a>
          </span>
        ) : null}
      </div>
      <ActError error={check.error} />
    </>
  );
}
