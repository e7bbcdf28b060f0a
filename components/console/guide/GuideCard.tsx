import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../../ui/Icon.tsx';
import type { GuideStep } from './steps.ts';

const lookUp = i18n.t as unknown as (key: string) => string;

export interface GuideCardProps {
  step: GuideStep;
  number: number;
  state: 'done' | 'current' | 'ahead';
  children: ComponentChildren;
}

/** One step: its title always, its content while it is its turn. The focus goes with the turn. */
export function GuideCard({ step, number, state, children }: GuideCardProps): JSX.Element {
  const head = useRef<HTMLHeadingElement>(null);
  const was = useRef(state);
  useEffect(() => {
    if (state === 'current' && was.current === 'ahead') head.current?.focus();
    was.current = state;
  }, [state]);
  return (
    <li class={`gui-step gui-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
      <span class="gui-mark" aria-hidden="true">
        {state === 'done' ? <Icon name="check" size={14} /> : number}
      </span>
      <div class="gui-inside">
        <h2 tabIndex={-1} ref={head}>
          {lookUp(`guide.${step}.title`)}
          {state === 'done' ? <span class="unseen"> · {i18n.t('guide.done')}</span> : null}
        </h2>
        {state === 'current' ? (
          <>
            <p class="muted">{lookUp(`guide.${step}.text`)}</p>
            {children}
          </>
        ) : null}
      </div>
    </li>
  );
}
