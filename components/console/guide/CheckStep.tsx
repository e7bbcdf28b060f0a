import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';
import { Busy } from './Busy.tsx';
import { accountOf } from './steps.ts';

const accountsOf = (view: ConnectionsView) =>
  [accountOf(view, 'highlevel'), accountOf(view, 'clio')].filter((one) => one !== undefined);

/** Rights are proved by themselves as soon as an account is connected; the button is for a check that was cut off. */
export function CheckStep({ view, again }: { view: ConnectionsView; again: () => void }): JSX.Element {
  const check = useSend('connection.check');
  const accounts = accountsOf(view);
  const run = async () => {
    for (const { id, rightsAt } of accounts) if (rightsAt === undefined && !(await check.run({ id }))) return;
    again();
  };
  if (accounts.some(({ checking }) => checking)) {
    return (
      <div role="status">
        <Busy words={i18n.t('guide.check.running')} />
      </div>
    );
  }
  return (
    <>
      <div class="gui-acts">
        <Button kind="primary" busy={check.busy} onClick={() => void run()}>
          {i18n.t('guide.check.act')}
        </Button>
      </div>
      <ActError error={check.error} />
    </>
  );
}

/** How many rights are proved, and where to see those that lack. */
export function CheckResult({ view }: { view: ConnectionsView }): JSX.Element {
  const rights = accountsOf(view).flatMap((one) => one.rights ?? []);
  const granted = rights.filter(({ state }) => state === 'granted').length;
  return (
    <>
      {i18n.t('guide.check.result', [String(granted), String(rights.length)])}{' '}
      {granted < rights.length ? <a href="#/connections">{i18n.t('guide.check.details')}</a> : null}
    </>
  );
}
