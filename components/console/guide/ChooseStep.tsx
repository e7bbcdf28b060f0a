import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';
import { accountOf } from './steps.ts';

/** Read only, or writing to HighLevel; Clio stays read only until somebody says otherwise under Connections. */
export function ChooseStep({
  view,
  again,
  onRead,
}: {
  view: ConnectionsView;
  again: () => void;
  onRead: () => void;
}): JSX.Element {
  const set = useSend('writing.set');
  const lacks = accountOf(view, 'highlevel')?.rights?.some(({ access, state }) => access === 'write' && state === 'missing');
  const write = async () => {
    if (await set.run({ system: 'highlevel', on: true })) again();
  };
  return (
    <>
      <div class="gui-acts">
        <Button kind="primary" busy={set.busy} onClick={() => void write()}>
          {i18n.t('guide.choose.write')}
        </Button>
        <Button onClick={onRead}>{i18n.t('guide.choose.read')}</Button>
        {lacks ? <a href="#/connections">{i18n.t('guide.check.details')}</a> : null}
      </div>
      <ActError error={set.error} system="highlevel" />
    </>
  );
}
