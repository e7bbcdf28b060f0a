import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Rule, Step } from '../../../lib/model/rule.ts';
import { operationLabel } from '../catalogue/words.ts';
import { lineOf } from './words.ts';

function Lines({ steps }: { steps: readonly Step[] }): JSX.Element {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id}>
          {lineOf(step)}
          {step.do === 'branch' ? <Lines steps={[...step.then, ...step.else]} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** A rule read out: when, then what. */
export function StepLines({ rule }: { rule: Rule }): JSX.Element {
  return (
    <div class="rul-lines">
      <p>
        <span class="eyebrow">{i18n.t('rules.when')}</span> {operationLabel(rule.trigger.id)}
      </p>
      <Lines steps={rule.steps} />
    </div>
  );
}
