import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useQuery } from '../../use-query.ts';
import { HostsBanner, StorageBanner } from '../Banners.tsx';
import { LoadFailed } from '../LoadFailed.tsx';
import type { PageProps } from '../page-props.ts';
import { FinishStep } from './FinishStep.tsx';
import { GuideCard } from './GuideCard.tsx';
import { partsOf, resultOf } from './parts.tsx';
import { type GuideStep, type Marks, STEPS, stepStates } from './steps.ts';
import { type KeptMarks, useMarks } from './use-marks.ts';
import '../rules/rules.css';
import './guide.css';

const onChange = ({ signal }: { signal: string }): boolean => signal === 'store.changed';

/** From the installation to the first push. Where somebody is follows from how things are, not from a count of clicks. */
export function GuidePage({ requestHosts }: PageProps): JSX.Element {
  const { value: view, error, again } = useQuery('connections.view', {}, onChange);
  const { marks, set } = useMarks();
  if (view && marks) return <Loaded {...{ view, again, marks, set, requestHosts }} />;
  return (
    <div class="con-body">
      <h1>{i18n.t('guide.title')}</h1>
      {error ? <LoadFailed error={error} again={again} /> : <Skeleton lines={6} label={i18n.t('guide.title')} />}
    </div>
  );
}

interface LoadedProps extends PageProps {
  view: ConnectionsView;
  marks: Marks;
  set: KeptMarks['set'];
  again: () => void;
}

function Loaded({ view, again, marks, set, requestHosts }: LoadedProps): JSX.Element {
  const rules = useQuery('rules.view', {}, onChange);
  const states = stepStates(view, rules.value, marks);
  // Not before the rules are known: a step that is done must not be asked for, even for a moment.
  const current = rules.value || rules.error ? STEPS.find((step) => !states[step]) : undefined;
  const isOver = STEPS.every((step) => states[step]);
  const both = () => {
    again();
    rules.again();
  };
  const parts = partsOf({ view, rules: rules.value, again: both, set });
  const stateOf = (step: GuideStep) => states[step] ?? (step === current ? 'current' : 'ahead');
  return (
    <div class="con-body gui">
      <Head count={STEPS.filter((step) => states[step]).length} onClose={isOver ? undefined : () => set('closed')} />
      {view.storage ? <StorageBanner code={view.storage} /> : null}
      {view.missingHosts.length > 0 ? <HostsBanner hosts={view.missingHosts} requestHosts={requestHosts} again={again} /> : null}
      <ol class="gui-steps">
        {STEPS.map((step) => (
          <GuideCard
            key={step}
            step={step}
            state={stateOf(step)}
            open={step === 'dry' && current === 'pilot' && states.dry === 'done'}
            result={resultOf(step, { view, rules: rules.value })}
            onPass={() => set(step)}
            onBack={() => set(step, false)}
          >
            {parts(step)}
          </GuideCard>
        ))}
      </ol>
      {isOver ? <FinishStep pushed={states.push === 'done'} /> : null}
    </div>
  );
}

function Head({ count, onClose }: { count: number; onClose?: () => void }): JSX.Element {
  const close = () => {
    onClose?.();
    location.hash = '#/connections';
  };
  return (
    <header class="con-head">
      <h1>{i18n.t('guide.title')}</h1>
      <p class="muted">{i18n.t('guide.lead')}</p>
      <div class="gui-count small nums">
        <progress class="rul-progress" max={STEPS.length} value={count} aria-label={i18n.t('guide.title')} />
        <span role="status">{i18n.t('guide.progress', [String(count), String(STEPS.length)])}</span>
        {onClose ? (
          <Button kind="quiet" size="small" onClick={close}>
            {i18n.t('guide.close')}
          </Button>
        ) : null}
      </div>
    </header>
  );
}
