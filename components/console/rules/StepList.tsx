import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { StepKind } from '../../../lib/model/rule.ts';
import { Icon } from '../../ui/Icon.tsx';
import { freeId, moved, newStep, put } from './draft.ts';
import { StepCard } from './StepCard.tsx';
import type { StepListProps } from './step-props.ts';
import { stepWords } from './words.ts';

const KINDS: StepKind[] = ['action', 'wait', 'branch', 'approve', 'notify', 'stop'];

/** Steps in order; they are moved, taken out and added. */
export function StepList({ steps, label, onChange, ...around }: StepListProps): JSX.Element {
  const [said, setSaid] = useState('');
  const move = (at: number, by: number) => {
    onChange(moved(steps, at, by));
    setSaid(i18n.t('rules.movedTo', [String(at + by + 1)]));
  };
  return (
    <div class="rul-steps">
      <ol class="rul-step-list" aria-label={label}>
        {steps.map((step, at) => (
          <li key={step.id}>
            <StepCard
              {...around}
              List={StepList}
              step={step}
              number={at + 1}
              last={at === steps.length - 1}
              onMove={(by) => move(at, by)}
              onChange={(next) => onChange(put(steps, at, next))}
            />
          </li>
        ))}
      </ol>
      {steps.length === 0 ? <p class="muted small">{i18n.t('rules.noSteps')}</p> : null}
      <p class="unseen" role="status">
        {said}
      </p>
      <AddStep label={label} onAdd={(kind) => onChange([...steps, newStep(kind, freeId(around.rule, kind))])} />
    </div>
  );
}

function AddStep({ label, onAdd }: { label: string; onAdd: (kind: StepKind) => void }): JSX.Element {
  return (
    <div class="rul-add">
      <Icon name="add" size={14} />
      <select
        class="input"
        aria-label={i18n.t('rules.addStepTo', [label])}
        value=""
        onChange={(event) => {
          const kind = event.currentTarget.value as StepKind;
          event.currentTarget.value = '';
          onAdd(kind);
        }}
      >
        <option value="">{i18n.t('rules.addStep')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {stepWords(kind)}
          </option>
        ))}
      </select>
    </div>
  );
}
