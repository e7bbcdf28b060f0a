import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { RulesView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckResult, CheckStep } from './CheckStep.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { DryStep } from './DryStep.tsx';
import { PilotStep, ruleName } from './PilotStep.tsx';
import { PushStep } from './PushStep.tsx';
import { accountOf, type GuideStep, lacking, pickedRules } from './steps.ts';
import { TemplatesStep } from './TemplatesStep.tsx';
import type { KeptMarks } from './use-marks.ts';

export interface GuideFacts {
  view: ConnectionsView;
  rules?: RulesView;
}

export interface GuideParts extends GuideFacts {
  again: () => void;
  set: KeptMarks['set'];
}

/** The content of a step; where an earlier one is needed first, the way back to it. */
export function partsOf({ view, rules, again, set }: GuideParts): (step: GuideStep) => JSX.Element {
  const steps: Record<GuideStep, () => JSX.Element> = {
    connect: () => <ConnectForm view={view} again={again} />,
    check: () => <CheckStep view={view} again={again} />,
    choose: () => <ChooseStep view={view} again={again} />,
    templates: () => <TemplatesStep now={view.now} again={again} />,
    dry: () => <DryStep rules={rules} view={view} onDone={() => set('dried')} />,
    pilot: () => <PilotStep rules={rules} again={again} />,
    push: () => <PushStep view={view} onDone={() => set('pushed')} />,
  };
  return (step) => {
    const first = lacking(step, view);
    return first ? <First step={first} onBack={() => set(first, false)} /> : steps[step]();
  };
}

function First({ step, onBack }: { step: 'connect' | 'choose'; onBack: () => void }): JSX.Element {
  return (
    <div class="gui-acts">
      <span>{i18n.t(step === 'connect' ? 'guide.first.connect' : 'guide.first.choose')}</span>
      <Button kind="primary" onClick={onBack}>
        {i18n.t(step === 'connect' ? 'guide.connect.title' : 'guide.choose.title')}
      </Button>
    </div>
  );
}

/** What came of a step, in a few words. */
export function resultOf(step: GuideStep, { view, rules }: GuideFacts): ComponentChildren {
  const [first] = pickedRules(rules);
  if (step === 'connect') return [accountOf(view, 'highlevel')?.name, accountOf(view, 'clio')?.name].filter(Boolean).join(' · ');
  if (step === 'check') return <CheckResult view={view} />;
  if (step === 'choose') return i18n.t('guide.choose.on');
  if (step === 'templates') return first && ruleName(first.rule.name);
  if (step === 'pilot') return i18n.t('guide.pilot.result');
  return undefined;
}
