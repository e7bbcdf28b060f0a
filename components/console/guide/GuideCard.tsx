import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { type GuideStep, STEPS } from './steps.ts';

const lookUp = i18n.t as unknown as (key: string) => string;
const titleOf = (step: GuideStep): string => lookUp(`guide.${step}.title`);

export interface GuideCardProps {
  step: GuideStep;
  state: 'done' | 'passed' | 'current' | 'ahead';
  /** Its content stays although it is behind: the next step decides about it. */
  open?: boolean;
  /** What came of it, in a few words, once it is behind. */
  result?: ComponentChildren;
  onPass: () => void;
  /** Takes up again what was passed by. */
  onBack: () => void;
  children: ComponentChildren;
}

/** One step: its title always, its content while it is its turn. The focus goes with the turn. */
export function GuideCard({ step, state, open, result, onPass, onBack, children }: GuideCardProps): JSX.Element {
  const head = useRef<HTMLHeadingElement>(null);
  const was = useRef(state);
  useEffect(() => {
    if (state === 'current' && was.current !== 'current') head.current?.focus();
    was.current = state;
  }, [state]);
  return (
    <li class={`gui-step gui-${state}${open ? ' gui-open' : ''}`} aria-current={state === 'current' ? 'step' : undefined}>
      <span class="gui-mark" aria-hidden="true">
        {state === 'done' ? <Icon name="check" size={14} /> : STEPS.indexOf(step) + 1}
      </span>
      <div class="gui-inside">
        <div class="gui-head">
          <h2 tabIndex={-1} ref={head}>
            {titleOf(step)}
            {state === 'done' ? <span class="unseen"> · {i18n.t('guide.done')}</span> : null}
          </h2>
          {state === 'done' && result ? <p class="gui-result small muted cut">{result}</p> : null}
          {state === 'passed' ? (
            <Button kind="quiet" size="small" aria-label={i18n.t('guide.backTo', [titleOf(step)])} onClick={onBack}>
              {i18n.t('guide.back')}
            </Button>
          ) : null}
        </div>
        {state === 'current' ? <p class="muted gui-lead">{lookUp(`guide.${step}.text`)}</p> : null}
        {state === 'current' || open ? children : null}
        {state === 'current' ? <Next step={step} onPass={onPass} /> : null}
      </div>
    </li>
  );
}

/** What comes after this step, and the way past it. */
function Next({ step, onPass }: { step: GuideStep; onPass: () => void }): JSX.Element {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return (
    <p class="gui-next small muted">
      <span>{i18n.t('guide.then', [next ? titleOf(next) : i18n.t('guide.finish.title')])}</span>
      <Button kind="quiet" size="small" aria-label={i18n.t('guide.passWhat', [titleOf(step)])} onClick={onPass}>
        {lookUp(step === 'choose' ? 'guide.choose.read' : step === 'templates' ? 'guide.templates.skip' : 'guide.pass')}
      </Button>
    </p>
  );
}
