import type { JSX } from 'preact';
import { type Field, openFields } from '../../lib/catalog/fields.ts';
import type { Operation } from '../../lib/catalog/operation.ts';
import type { Problem } from '../../lib/catalog/operations/validate.ts';
import type { Given } from '../../lib/model/rule.ts';
import { FormField } from './FormField.tsx';
import './form.css';

export interface OperationFormProps {
  operation: Pick<Operation, 'fields' | 'system'>;
  connection?: string;
  values: Record<string, Given>;
  errors: readonly Problem[];
  /** A change of what is there by then: two may come before the next painting. */
  onChange: (change: (before: Record<string, Given>) => Record<string, Given>) => void;
}

const byNeed = (one: Field, other: Field): number => Number(other.required ?? false) - Number(one.required ?? false);

/** The form of any operation, made from its fields; what is needed comes first. */
export function OperationForm({ operation, connection, values, errors, onChange }: OperationFormProps): JSX.Element {
  const put = (name: string, value: Given | undefined) => {
    onChange(({ [name]: _, ...rest }) => (value === undefined ? rest : { ...rest, [name]: value }));
  };
  return (
    <div class="form-fields">
      {openFields(operation.fields)
        .toSorted(byNeed)
        .map((field) => (
          <FormField
            key={field.name}
            field={field}
            system={operation.system}
            connection={connection}
            value={values[field.name]}
            error={errors.find((one) => one.field === field.name)?.code}
            onChange={(value) => put(field.name, value)}
          />
        ))}
    </div>
  );
}
