import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Step } from '../../../lib/model/rule.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ActionStep } from './ActionStep.tsx';
import { ConditionGroup } from './ConditionGroup.tsx';
import { groupOf } from './draft.ts';
import { useNames } from './firm.ts';
import { actionsIn } from './names.ts';
import type { WithList } from './step-props.ts';
import { TemplateText } from './TemplateText.tsx';
import { skipLabel, stepWords } from './words.ts';

export interface StepCardProps extends WithList {
  step: Step;
  number: number;
  last: boolean;
  onMove: (by: number) => void;
  onChange: (step: Step | undefined) => void;
}

/** One step with its own form. */
export function StepCard({ step, number, last, onMove, onChange, ...around }: StepCardProps): JSX.Element {
  const name = `${number}. ${stepWords(step.do)}`;
  const skipped = around.preview?.find((one) => one.step === step.id)?.skipped;
  return (
    <section class="rul-step" aria-label={name}>
      <header class="rul-step-head">
        <h3>{name}</h3>
        {skipped ? <span class="muted small">{skipLabel(skipped)}</span> : null}
        <span class="rul-step-acts">
          <Button
            kind="quiet"
            size="small"
            icon="up"
            aria-label={i18n.t('rules.moveUp', [name])}
            disabled={number === 1}
            onClick={() => onMove(-1)}
          />
          <Button
            kind="quiet"
            size="small"
            icon="down"
            aria-label={i18n.t('rules.moveDown', [name])}
            disabled={last}
            onClick={() => onMove(1)}
          />
          <Button
            kind="quiet"
            size="small"
            icon="trash"
            aria-label={i18n.t('rules.removeStep', [name])}
            onClick={() => onChange(undefined)}
          />
        </span>
      </header>
      <Body step={step} onChange={onChange} {...around} />
    </section>
  );
}

function Body({ step, onChange, ...around }: WithList & Pick<StepCardProps, 'step' | 'onChange'>): JSX.Element | null {
  const groups = useNames(around.rule.trigger.id, actionsIn(around.rule.steps));
  if (step.do === 'action') return <ActionStep step={step} groups={groups} onChange={onChange} {...around} />;
  if (step.do === 'wait') return <Wait step={step} onChange={onChange} />;
  if (step.do === 'branch') return <Branch step={step} onChange={onChange} {...around} />;
  if (step.do === 'stop') return <p class="muted small">{i18n.t('rules.stopHint')}</p>;
  const text = (
    <TemplateText
      label={i18n.t('rules.text')}
      groups={groups}
      long
      value={step.text}
      onChange={(next) => onChange({ ...step, text: next })}
    />
  );
  if (step.do === 'approve') return text;
  return (
    <>
      <TemplateText
        label={i18n.t('rules.noticeTitle')}
        groups={groups}
        value={step.title}
        onChange={(title) => onChange({ ...step, title })}
      />
      {text}
    </>
  );
}

type Of<K extends Step['do']> = Extract<Step, { do: K }>;
const UNITS = [1440, 60, 1] as const;

function Wait({ step, onChange }: { step: Of<'wait'>; onChange: (step: Step) => void }): JSX.Element {
  const unit = UNITS.find((one) => step.minutes % one === 0) ?? 1;
  const words = { 1: i18n.t('rules.unit.minutes'), 60: i18n.t('rules.unit.hours'), 1440: i18n.t('rules.unit.days') };
  const put = (count: number, per: number) =>
    onChange({ ...step, minutes: Math.min(525_600, Math.max(1, Math.round(count * per))) });
  return (
    <div class="rul-wait">
      <Field label={i18n.t('rules.waitFor')}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="number"
            min={1}
            value={step.minutes / unit}
            onInput={(event) => put(Number(event.currentTarget.value), unit)}
          />
        )}
      </Field>
      <select
        class="input"
        aria-label={i18n.t('rules.unit.label')}
        value={String(unit)}
        onChange={(event) => put(step.minutes / unit, Number(event.currentTarget.value))}
      >
        {UNITS.map((one) => (
          <option key={one} value={String(one)}>
            {words[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Branch({
  step,
  onChange,
  List,
  ...around
}: WithList & { step: Of<'branch'>; onChange: (step: Step) => void }): JSX.Element {
  const groups = useNames(around.rule.trigger.id);
  return (
    <>
      <ConditionGroup
        group={groupOf(step.if)}
        groups={groups}
        trigger={around.rule.trigger.id}
        connections={around.connections}
        onChange={(next) => onChange({ ...step, if: next })}
      />
      <div class="rul-branch">
        <p class="eyebrow">{i18n.t('rules.branchThen')}</p>
        <List {...around} steps={step.then} label={i18n.t('rules.branchThen')} onChange={(then) => onChange({ ...step, then })} />
        <p class="eyebrow">{i18n.t('rules.branchElse')}</p>
        <List
          {...around}
          steps={step.else}
          label={i18n.t('rules.branchElse')}
          onChange={(other) => onChange({ ...step, else: other })}
        />
      </div>
    </>
  );
}
