import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Field } from '../../../lib/catalog/fields.ts';
import type { Operation } from '../../../lib/catalog/operation.ts';
import type { Given } from '../../../lib/model/rule.ts';
import { textOf } from '../../form/control-props.ts';
import { FormField } from '../../form/FormField.tsx';
import { fieldLabel } from '../../form/field-words.ts';
import { useNameOf } from './firm.ts';
import { InsertValue } from './InsertValue.tsx';
import type { NameGroup } from './names.ts';

export interface MappedFieldProps {
  field: Field;
  operation: Operation;
  groups: NameGroup[];
  connection?: string;
  value: Given | undefined;
  /** What it came out as, for the record of the last dry run. */
  comes?: Given;
  problem?: string;
  onChange: (value: Given | undefined) => void;
}

const added = (value: Given | undefined, name: string, field: Field): Given => {
  const chip = `{{${name}}}`;
  if (field.kind === 'list' || field.kind === 'ids') {
    const list = textOf(value)
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
    return list.length > 0 ? [...list, chip] : chip;
  }
  // An id or a day is one thing; a text may have several.
  const text = typeof value === 'string' && (field.kind === 'text' || field.kind === 'long') ? value.trimStart() : '';
  return `${text}${chip}`;
};

/** A value of a write: typed, chosen, or put together from what the rule knows. */
export function MappedField({
  field,
  operation,
  groups,
  connection,
  value,
  comes,
  problem,
  onChange,
}: MappedFieldProps): JSX.Element {
  const text = textOf(value);
  const isFilled = text.includes('{{') && comes !== undefined;
  const nameOf = useNameOf(operation.system, field.kind === 'custom-fields' ? 'custom-field' : (field.entity ?? ''));
  const pairs = field.kind === 'custom-fields' || field.kind === 'properties';
  return (
    <FormField
      field={field}
      system={operation.system}
      connection={connection}
      mapping
      value={value}
      error={problem}
      onChange={onChange}
      nameOf={nameOf}
      chips={(label, onPick) => <InsertValue groups={groups} label={label} onPick={(name) => onPick(`{{${name}}}`)} />}
      more={
        <>
          {isFilled ? (
            <p class="rul-comes">
              <span class="muted">{i18n.t('rules.comesAs')}</span> {textOf(comes)}
            </p>
          ) : null}
          {pairs ? null : (
            <InsertValue groups={groups} label={fieldLabel(field.name)} onPick={(name) => onChange(added(value, name, field))} />
          )}
        </>
      }
    />
  );
}
