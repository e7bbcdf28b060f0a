import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { OPERATIONS, operationOf } from '../../../lib/catalog/operations/index.ts';
import type { Rule } from '../../../lib/model/rule.ts';
import { OperationForm } from '../../form/OperationForm.tsx';
import { Field } from '../../ui/Field.tsx';
import { operationLabel, operationSummary, sideName } from '../catalogue/words.ts';

const SIDES = ['clio', 'highlevel', 'local'] as const;
const TRIGGERS = OPERATIONS.filter(({ kind }) => kind === 'trigger');

export interface TriggerPartProps {
  trigger: Rule['trigger'];
  onChange: (trigger: Rule['trigger']) => void;
}

/** What sets the rule off, with its own values. */
export function TriggerPart({ trigger, onChange }: TriggerPartProps): JSX.Element {
  const operation = operationOf(trigger.id);
  return (
    <>
      <Field label={i18n.t('rules.trigger')} hint={operationSummary(trigger.id)}>
        {(control) => (
          <select
            {...control}
            class="input"
            value={trigger.id}
            onChange={(event) => onChange({ id: event.currentTarget.value, params: {} })}
          >
            {SIDES.map((side) => (
              <optgroup key={side} label={sideName(side)}>
                {TRIGGERS.filter(({ system }) => system === side).map(({ id }) => (
                  <option key={id} value={id}>
                    {operationLabel(id)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {operation && operation.fields.length > 0 ? (
        <OperationForm
          operation={operation}
          values={trigger.params}
          errors={[]}
          onChange={(change) => onChange({ ...trigger, params: change(trigger.params) as Rule['trigger']['params'] })}
        />
      ) : null}
    </>
  );
}
