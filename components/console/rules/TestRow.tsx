import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Test } from '../../../lib/model/rule.ts';
import { kindOfFact, operatorOf, operatorsFor } from '../../../lib/rules/operators.ts';
import { Button } from '../../ui/Button.tsx';
import type { NameGroup } from './names.ts';
import { factLabel, groupWords, operatorLabel } from './words.ts';

export interface TestRowProps {
  test: Test;
  groups: NameGroup[];
  onChange: (test: Test) => void;
  onRemove: () => void;
}

const TEXT = { type: 'text' } as const;
const NUMBER = { type: 'number', min: 0 } as const;
const DAY = { type: 'date' } as const;

/** Another field may know other comparisons. */
function withField(test: Test, field: string): Test {
  const fits = operatorsFor(field).some(({ id }) => id === test.operator);
  return fits ? { ...test, field } : { field, operator: operatorsFor(field)[0]?.id ?? 'is' };
}

const textOf = ({ value }: Test): string => (Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value));

function readValue(text: string, takes: string): Test['value'] {
  if (takes === 'several') return text.split(',').map((one) => one.trimStart());
  return takes === 'days' ? Number(text) || 0 : text;
}

/** One condition: a value, a comparison, what it is compared with. */
export function TestRow({ test, groups, onChange, onRemove }: TestRowProps): JSX.Element {
  const takes = operatorOf(test.operator)?.takes ?? 'one';
  return (
    <div class="rul-test">
      <FieldPick test={test} groups={groups} onChange={onChange} />
      <select
        class="input"
        aria-label={i18n.t('rules.operator')}
        value={test.operator}
        onChange={(event) => onChange({ ...test, operator: event.currentTarget.value })}
      >
        {operatorsFor(test.field).map(({ id }) => (
          <option key={id} value={id}>
            {operatorLabel(id)}
          </option>
        ))}
      </select>
      {takes === 'nothing' ? (
        <span />
      ) : (
        <input
          class="input"
          aria-label={i18n.t('rules.value')}
          {...(takes === 'days' ? NUMBER : kindOfFact(test.field) === 'time' ? DAY : TEXT)}
          placeholder={takes === 'several' ? i18n.t('form.commas') : ''}
          value={textOf(test)}
          onInput={(event) => onChange({ ...test, value: readValue(event.currentTarget.value, takes) })}
        />
      )}
      <Button kind="quiet" size="small" icon="close" aria-label={i18n.t('rules.removeCondition')} onClick={onRemove} />
    </div>
  );
}

function FieldPick({ test, groups, onChange }: Omit<TestRowProps, 'onRemove'>): JSX.Element {
  const known = groups.some(({ group, names }) => names.some((name) => `${group}.${name}` === test.field));
  return (
    <select
      class="input"
      aria-label={i18n.t('rules.field')}
      value={test.field}
      onChange={(event) => onChange(withField(test, event.currentTarget.value))}
    >
      {known ? null : <option value={test.field}>{test.field}</option>}
      {groups.map(({ group, names }) => (
        <optgroup key={group} label={groupWords(group)}>
          {names.map((name) => (
            <option key={name} value={`${group}.${name}`}>
              {factLabel(name)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
