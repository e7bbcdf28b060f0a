import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import type { Bound } from './use-fields.ts';

export interface SecretFieldProps extends Bound {
  label: string;
  hint?: ComponentChildren;
}

/** A secret while it is typed: hidden, with a toggle to look at it; browsers and password managers are asked to leave it alone. */
export function SecretField({ label, name, value, onInput, hint, error }: SecretFieldProps): JSX.Element {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div class="con-joined">
          <input
            {...control}
            class="input con-mono"
            name={name}
            // Preact's types want one literal here, and `text` takes the same attributes.
            type={(shown && value ? 'text' : 'password') as 'password'}
            value={value}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            data-1p-ignore=""
            data-lpignore="true"
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <Button
            aria-label={i18n.t(shown ? 'console.hideWhat' : 'console.showWhat', [label])}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {i18n.t(shown ? 'console.hide' : 'console.show')}
          </Button>
        </div>
      )}
    </Field>
  );
}
