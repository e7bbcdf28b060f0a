import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { activityByKey, activityKindKey, activityOutcomeKey } from '../../../lib/model/sync-words.ts';
import { Field } from '../../ui/Field.tsx';
import { type Chosen, TIMES, type Time } from './filter.ts';
import { lookUp } from './words.ts';

const KINDS = ['write', 'decision', 'ask', 'answer', 'setting', 'connection', 'run'] as const;
const OUTCOMES = ['done', 'queued', 'kept', 'held', 'asked', 'failed', 'needs-you', 'undone', 'dropped', 'skipped'] as const;
const BY = ['click', 'sync', 'rule', 'reconcile', 'person'] as const;

const TIME_WORDS = {
  any: 'activityPage.any',
  today: 'activityPage.times.today',
  week: 'activityPage.times.week',
  month: 'activityPage.times.month',
  quarter: 'activityPage.times.quarter',
  range: 'activityPage.times.range',
} as const satisfies Record<Time, string>;

export interface FilterBarProps {
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

interface PickProps {
  label: string;
  value: string;
  options: [string, string][];
  onPick: (value: string) => void;
}

function Pick({ label, value, options, onPick }: PickProps): JSX.Element {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} class="input" value={value} onChange={(event) => onPick(event.currentTarget.value)}>
          {options.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const any = (): [string, string] => ['', i18n.t('activityPage.any')];

/** The filters, each taking effect at once. */
export function FilterBar({ chosen, choose }: FilterBarProps): JSX.Element {
  const pick = (name: keyof Chosen) => (value: string) => choose({ [name]: value });
  const times = TIMES.map((time): [string, string] => [time, i18n.t(TIME_WORDS[time])]);
  return (
    <search class="log-filters" aria-label={i18n.t('activityPage.filters')}>
      <Pick
        label={i18n.t('activityPage.kind')}
        value={chosen.kind ?? ''}
        options={[any(), ...KINDS.map((one): [string, string] => [one, lookUp(activityKindKey(one))])]}
        onPick={pick('kind')}
      />
      <Pick
        label={i18n.t('activityPage.outcome')}
        value={chosen.outcome ?? ''}
        options={[any(), ...OUTCOMES.map((one): [string, string] => [one, lookUp(activityOutcomeKey(one))])]}
        onPick={pick('outcome')}
      />
      <Pick
        label={i18n.t('activityPage.by')}
        value={chosen.by ?? ''}
        options={[any(), ...BY.map((one): [string, string] => [one, lookUp(activityByKey(one))])]}
        onPick={pick('by')}
      />
      <Pick
        label={i18n.t('activityPage.time')}
        value={chosen.time}
        options={times}
        onPick={(time) => choose({ time: time as Time })}
      />
      {chosen.time === 'range' ? (
        <>
          <Day label={i18n.t('activityPage.from')} value={chosen.from} max={chosen.to} onPick={pick('from')} />
          <Day label={i18n.t('activityPage.to')} value={chosen.to} min={chosen.from} onPick={pick('to')} />
        </>
      ) : null}
    </search>
  );
}

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onPick: (day: string) => void;
}

function Day({ label, value, min, max, onPick }: DayProps): JSX.Element {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="date"
          value={value}
          min={min || undefined}
          max={max || undefined}
          onChange={(event) => onPick(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
