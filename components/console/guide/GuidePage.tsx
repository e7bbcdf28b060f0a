import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useQuery } from '../../use-query.ts';
import { LoadFailed } from '../LoadFailed.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { CheckStep, ConnectStep } from './ConnectStep.tsx';
import { DryStep } from './DryStep.tsx';
import { FinishStep } from './FinishStep.tsx';
import { GuideCard } from './GuideCard.tsx';
import { PilotStep } from './PilotStep.tsx';
import { doneSteps, type GuideStep, STEPS } from './steps.ts';
import { TemplatesStep } from './TemplatesStep.tsx';
import { usePassed } from './use-passed.ts';
import '../rules/rules.css';
import './guide.css';

const onChange = ({ signal }: { signal: string }): boolean => signal === 'store.changed';

/** From the installation to the first push. Where somebody is follows from how things are, not from a count of clicks. */
export function GuidePage(): JSX.Element {
  const { value: view, error, again } = useQuery('connections.view', {}, onChange);
  if (view) return <Loaded view={view} again={again} />;
  return (
    <div class="con-body">
      <h1>{i18n.t('guide.title')}</h1>
      {error ? <LoadFailed error={error} again={again} /> : <Skeleton lines={6} label={i18n.t('guide.title')} />}
    </div>
  );
}

function Loaded({ view, again }: { view: ConnectionsView; again: () => void }): JSX.Element {
  const rules = useQuery('rules.view', {}, onChange);
  const [passed, pass] = usePassed();
  const done = doneSteps(view, rules.value, passed);
  const current = STEPS.find((step) => !done[step]);
  const both = () => {
    again();
    rules.again();
  };
  const parts: Record<GuideStep, () => JSX.Element> = {
    connect: () => <ConnectStep view={view} />,
    check: () => <CheckStep view={view} again={again} />,
    choose: () => <ChooseStep view={view} again={again} onRead={() => pass('readOnly')} />,
    templates: () => <TemplatesStep now={view.now} rules={rules.value} again={rules.again} onSkip={() => pass('noRules')} />,
    dry: () => <DryStep rules={rules.value} onDone={() => pass('dry')} />,
    pilot: () => <PilotStep rules={rules.value} view={view} again={both} />,
  };
  const count = STEPS.filter((step) => done[step]).length;
  return (
    <div class="con-body gui">
      <header class="con-head">
        <h1>{i18n.t('guide.title')}</h1>
        <p class="muted">{i18n.t('guide.lead')}</p>
        <p class="gui-count small nums" role="status">
          <progress class="rul-progress" max={STEPS.length} value={count} aria-label={i18n.t('guide.title')} />
          {i18n.t('guide.progress', [String(count), String(STEPS.length)])}
        </p>
      </header>
      <ol class="gui-steps">
        {STEPS.map((step, at) => (
          <GuideCard key={step} step={step} number={at + 1} state={done[step] ? 'done' : step === current ? 'current' : 'ahead'}>
            {parts[step]()}
          </GuideCard>
        ))}
      </ol>
      {current ? null : <FinishStep />}
    </div>
  );
}
