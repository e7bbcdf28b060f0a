import type { ComponentChildren, JSX } from 'preact';
import { Field } from '../ui/Field.tsx';
import type { Bound } from './use-fields.ts';

export interface TextFieldProps extends Bound {
  label: string;
  hint?: ComponentChildren;
}

/** An id or key that is no secret, typed or pasted. */
export function TextField({ label, name, value, onInput, hint, error }: TextFieldProps): JSX.Element {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          class="input con-mono"
          name={name}
          type="text"
          value={value}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
