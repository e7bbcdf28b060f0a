import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';
import { accountOf } from './steps.ts';

/** Writing to HighLevel; Clio stays read only until somebody says otherwise under Connections. Reading only is the way past this step. */
export function ChooseStep({ view, again }: { view: ConnectionsView; again: () => void }): JSX.Element {
  const set = useSend('writing.set');
  const rights = accountOf(view, 'highlevel')?.rights?.filter(({ access }) => access === 'write');
  const lacks = rights?.filter(({ state }) => state === 'missing').length ?? 0;
  const write = async () => {
    if (await set.run({ system: 'highlevel', on: true })) again();
  };
  return (
    <>
      <ul class="gui-list">
        <li>{i18n.t('guide.choose.shown')}</li>
        <li>{i18n.t('guide.choose.readBack')}</li>
        <li>{i18n.t('guide.choose.off')}</li>
      </ul>
      {lacks ? (
        <p>
          {i18n.t('guide.choose.lacks', [String(lacks)])} <a href="#/connections">{i18n.t('guide.check.details')}</a>
        </p>
      ) : null}
      <div class="gui-acts">
        <Button kind="primary" busy={set.busy} disabled={rights && lacks === rights.length} onClick={() => void write()}>
          {i18n.t('guide.choose.write')}
        </Button>
      </div>
      <ActError error={set.error} system="highlevel" />
    </>
  );
}
