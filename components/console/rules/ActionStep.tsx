import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { type Field as FieldOf, openFields } from '../../../lib/catalog/fields.ts';
import type { Operation } from '../../../lib/catalog/operation.ts';
import { OPERATIONS, operationOf } from '../../../lib/catalog/operations/index.ts';
import type { Given, Step } from '../../../lib/model/rule.ts';
import { fieldLabel } from '../../form/field-words.ts';
import { Field } from '../../ui/Field.tsx';
import { entityOf } from '../catalogue/filters.ts';
import { entityName, operationLabel, operationSummary, sideName } from '../catalogue/words.ts';
import { MappedField } from './MappedField.tsx';
import type { NameGroup } from './names.ts';
import type { Around } from './step-props.ts';
import '../../form/form.css';

type Action = Extract<Step, { do: 'action' }>;
const WRITES = OPERATIONS.filter(({ kind, system }) => kind === 'action' && system !== 'local');
const SECTIONS = [...new Set(WRITES.map(({ id, system }) => `${system} ${entityOf(id)}`))];

export interface ActionStepProps extends Around {
  step: Action;
  groups: NameGroup[];
  onChange: (step: Step) => void;
}

/** Values that the other operation has too stay. */
function withOperation(step: Action, id: string): Action {
  const names = openFields(operationOf(id)?.fields ?? []).map(({ name }) => name);
  return {
    ...step,
    operation: id,
    values: Object.fromEntries(Object.entries(step.values).filter(([name]) => names.includes(name))),
  };
}

/** What is written, and where each value comes from. */
export function ActionStep({ step, groups, connections, preview, onChange }: ActionStepProps): JSX.Element {
  const operation = operationOf(step.operation);
  const fields = openFields(operation?.fields ?? []);
  const shown = fields.filter(({ name, required }) => required || step.values[name] !== undefined);
  const rest = fields.filter((one) => !shown.includes(one));
  const came = preview?.find((one) => one.step === step.id);
  const connection = connections?.connections.find(({ system, state }) => system === operation?.system && state === 'ok')?.id;
  const put = (name: string, value: Given | undefined) => {
    const { [name]: _, ...others } = step.values;
    onChange({ ...step, values: value === undefined ? others : { ...others, [name]: value } });
  };
  return (
    <>
      <OperationPick id={step.operation} onPick={(id) => onChange(withOperation(step, id))} />
      <div class="form-fields">
        {operation
          ? shown.map((field) => (
              <MappedField
                key={field.name}
                field={field}
                operation={operation}
                groups={groups}
                connection={connection}
                value={step.values[field.name]}
                comes={came?.values?.[field.name]}
                problem={came?.problems?.find((one) => one.field === field.name)?.code}
                onChange={(value) => put(field.name, value)}
              />
            ))
          : null}
      </div>
      {rest.length > 0 ? (
        <MoreFields fields={rest} onPick={(field) => put(field.name, field.kind === 'flag' ? true : ' ')} />
      ) : null}
    </>
  );
}

function OperationPick({ id, onPick }: { id: Operation['id']; onPick: (id: string) => void }): JSX.Element {
  return (
    <Field label={i18n.t('rules.operation')} hint={operationSummary(id)}>
      {(control) => (
        <select {...control} class="input" value={id} onChange={(event) => onPick(event.currentTarget.value)}>
          {SECTIONS.map((section) => {
            const [system = '', entity = ''] = section.split(' ');
            return (
              <optgroup key={section} label={`${sideName(system as Operation['system'])} · ${entityName(entity)}`}>
                {WRITES.filter((one) => one.system === system && entityOf(one.id) === entity).map((one) => (
                  <option key={one.id} value={one.id}>
                    {operationLabel(one.id)}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
      )}
    </Field>
  );
}

function MoreFields({ fields, onPick }: { fields: FieldOf[]; onPick: (field: FieldOf) => void }): JSX.Element {
  return (
    <select
      class="input rul-more"
      aria-label={i18n.t('rules.addValue')}
      value=""
      onChange={(event) => {
        const field = fields.find(({ name }) => name === event.currentTarget.value);
        event.currentTarget.value = '';
        if (field) onPick(field);
      }}
    >
      <option value="">{i18n.t('rules.addValue')}</option>
      {fields.map(({ name }) => (
        <option key={name} value={name}>
          {fieldLabel(name)}
        </option>
      ))}
    </select>
  );
}
