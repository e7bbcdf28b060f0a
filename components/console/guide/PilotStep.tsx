import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { RulesView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { pickedRules } from './steps.ts';

const PER_DAY = 10;

/** Switches the picked rules on, for a few people a day. */
export function PilotStep({ rules, again }: { rules?: RulesView; again: () => void }): JSX.Element {
  const [state, setState] = useState<{ busy: boolean; error?: AppError }>({ busy: false });
  const picked = pickedRules(rules);
  const turnOn = async () => {
    setState({ busy: true });
    try {
      for (const { rule } of picked) {
        const pilot = { ...rule.pilot, on: true, perDay: rule.pilot.perDay ?? PER_DAY };
        await send('rule.save', { rule: { ...rule, pilot } });
        await send('rule.switch', { rule: rule.id, on: true });
      }
      setState({ busy: false });
      again();
    } catch (thrown) {
      setState({ busy: false, error: toAppError(thrown) });
    }
  };
  const [first] = picked;
  if (!first) return <p>{i18n.t('guide.dry.none')}</p>;
  return (
    <>
      <div class="gui-acts">
        <Button kind="primary" busy={state.busy} onClick={() => void turnOn()}>
          {i18n.t('guide.pilot.act', [ruleName(first.rule.name)])}
        </Button>
      </div>
      <ActError error={state.error} />
    </>
  );
}

/** The rules of one template are named after it, each with its trigger behind a colon. */
export const ruleName = (name: string): string => name.split(': ')[0] ?? name;
