import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { Test } from '../../../lib/model/rule.ts';
import { operatorOf } from '../../../lib/rules/operators.ts';
import { Button } from '../../ui/Button.tsx';
import { type FactShape, useFactLabel, useShapes } from './firm.ts';
import type { NameGroup } from './names.ts';
import { Picked } from './Picked.tsx';
import { pickOf } from './picks.ts';
import { groupWords, operatorLabel } from './words.ts';

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
function withField(test: Test, field: string, { operators, options }: FactShape): Test {
  const fits = operators.some(({ id }) => id === test.operator);
  return fits && !options ? { ...test, field } : { field, operator: operators[0]?.id ?? 'is' };
}

const textOf = ({ value }: Test): string => (Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value));

function readValue(text: string, takes: string): Test['value'] {
  if (takes === 'several') return text.split(',').map((one) => one.trimStart());
  return takes === 'days' ? Number(text) || 0 : text;
}

/** One condition: a value, a comparison, what it is compared with. */
export function TestRow({ test, groups, onChange, onRemove, ...where }: TestRowProps): JSX.Element {
  const takes = operatorOf(test.operator)?.takes ?? 'one';
  const shape = useShapes()(test.field);
  return (
    <div class="rul-test">
      <FieldPick test={test} groups={groups} onChange={onChange} />
      <select
        class="input"
        aria-label={i18n.t('rules.operator')}
        value={test.operator}
        onChange={(event) => onChange({ ...test, operator: event.currentTarget.value })}
      >
        {shape.operators.map(({ id }) => (
          <option key={id} value={id}>
            {operatorLabel(id)}
          </option>
        ))}
      </select>
      {takes === 'nothing' ? <span /> : <ValueInput {...{ test, takes, shape, onChange }} {...where} />}
      <Button kind="quiet" size="small" icon="close" aria-label={i18n.t('rules.removeCondition')} onClick={onRemove} />
    </div>
  );
}

type ValueInputProps = Omit<TestRowProps, 'groups' | 'onRemove'> & { takes: string; shape: FactShape };

function ValueInput({ test, takes, shape, trigger, connections, onChange }: ValueInputProps): JSX.Element {
  const label = useFactLabel();
  const text = textOf(test);
  const put = (next: string) => onChange({ ...test, value: readValue(next, takes) });
  const name = test.field.slice(test.field.indexOf('.') + 1);
  if (shape.options) return <OneOf options={shape.options} value={text} onChange={put} />;
  return (
    <Picked
      pick={pickOf(test.field, trigger, connections)}
      what={label(name)}
      onPick={(one) => put(takes === 'several' && text ? `${text}, ${one}` : one)}
    >
      <input
        class="input"
        aria-label={i18n.t('rules.value')}
        {...(takes === 'days' ? NUMBER : shape.kind === 'time' ? DAY : TEXT)}
        placeholder={takes === 'several' ? i18n.t('form.commas') : ''}
        value={text}
        onInput={(event) => put(event.currentTarget.value)}
      />
    </Picked>
  );
}

interface OneOfProps {
  options: NonNullable<FactShape['options']>;
  value: string;
  onChange: (value: string) => void;
}

/** A value of the field's own list: kept by its id, shown by its name. */
function OneOf({ options, value, onChange }: OneOfProps): JSX.Element {
  return (
    <select
      class="input"
      aria-label={i18n.t('rules.value')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.some(({ id }) => id === value) ? null : <option value={value}>{value}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function FieldPick({ test, groups, onChange }: Pick<TestRowProps, 'test' | 'groups' | 'onChange'>): JSX.Element {
  const label = useFactLabel();
  const shapes = useShapes();
  const known = groups.some(({ group, names }) => names.some((name) => `${group}.${name}` === test.field));
  return (
    <select
      class="input"
      aria-label={i18n.t('rules.field')}
      value={test.field}
      onChange={(event) => onChange(withField(test, event.currentTarget.value, shapes(event.currentTarget.value)))}
    >
      {known ? null : <option value={test.field}>{label(test.field)}</option>}
      {groups.map(({ group, names }) => (
        <optgroup key={group} label={groupWords(group)}>
          {names.map((name) => (
            <option key={name} value={`${group}.${name}`}>
              {label(name)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
