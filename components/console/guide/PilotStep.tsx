import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { RulesView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';

const PER_DAY = 10;

/** Switches the newest rule on, for a few people a day. */
export function PilotStep({ rules, view, again }: { rules?: RulesView; view: ConnectionsView; again: () => void }): JSX.Element {
  const [state, setState] = useState<{ busy: boolean; error?: AppError }>({ busy: false });
  const newest = rules?.rules.toSorted((one, other) => other.savedAt - one.savedAt)[0];
  const off = !view.writing.highlevel && !view.writing.clio;
  const turnOn = async () => {
    if (!newest) return;
    setState({ busy: true });
    try {
      const { rule } = newest;
      const pilot = { ...rule.pilot, on: true, perDay: rule.pilot.perDay ?? PER_DAY };
      await send('rule.save', { rule: { ...rule, pilot } });
      await send('rule.switch', { rule: rule.id, on: true });
      setState({ busy: false });
      again();
    } catch (thrown) {
      setState({ busy: false, error: toAppError(thrown) });
    }
  };
  if (!newest) return <p>{i18n.t('guide.dry.none')}</p>;
  return (
    <>
      <div class="gui-acts">
        <Button kind="primary" busy={state.busy} disabled={off} onClick={() => void turnOn()}>
          {i18n.t('guide.pilot.act', [newest.rule.name])}
        </Button>
        {off ? <span class="muted">{i18n.t('guide.pilot.off')}</span> : null}
      </div>
      <ActError error={state.error} />
    </>
  );
}
