import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { Test } from '../../../lib/model/rule.ts';
import { kindOfFact, operatorOf, operatorsFor } from '../../../lib/rules/operators.ts';
import { Button } from '../../ui/Button.tsx';
import type { NameGroup } from './names.ts';
import { Picked } from './Picked.tsx';
import { pickOf } from './picks.ts';
import { factLabel, groupWords, operatorLabel } from './words.ts';

export interface TestRowProps {
  test: Test;
  groups: NameGroup[];
  /** For choosing values from the vendors' lists. */
  trigger: string;
  connections?: ConnectionsView;
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
export function TestRow({ test, groups, onChange, onRemove, ...where }: TestRowProps): JSX.Element {
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
      {takes === 'nothing' ? <span /> : <ValueInput test={test} takes={takes} onChange={onChange} {...where} />}
      <Button kind="quiet" size="small" icon="close" aria-label={i18n.t('rules.removeCondition')} onClick={onRemove} />
    </div>
  );
}

type ValueInputProps = Omit<TestRowProps, 'groups' | 'onRemove'> & { takes: string };

function ValueInput({ test, takes, trigger, connections, onChange }: ValueInputProps): JSX.Element {
  const text = textOf(test);
  const put = (next: string) => onChange({ ...test, value: readValue(next, takes) });
  const name = test.field.slice(test.field.indexOf('.') + 1);
  return (
    <Picked
      pick={pickOf(test.field, trigger, connections)}
      what={factLabel(name)}
      onPick={(one) => put(takes === 'several' && text ? `${text}, ${one}` : one)}
    >
      <input
        class="input"
        aria-label={i18n.t('rules.value')}
        {...(takes === 'days' ? NUMBER : kindOfFact(test.field) === 'time' ? DAY : TEXT)}
        placeholder={takes === 'several' ? i18n.t('form.commas') : ''}
        value={text}
        onInput={(event) => put(event.currentTarget.value)}
      />
    </Picked>
  );
}

function FieldPick({ test, groups, onChange }: Pick<TestRowProps, 'test' | 'groups' | 'onChange'>): JSX.Element {
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
