import type { JSX } from 'preact';
import { Field } from '../../ui/Field.tsx';
import { InsertValue } from './InsertValue.tsx';
import type { NameGroup } from './names.ts';

export interface TemplateTextProps {
  label: string;
  groups: NameGroup[];
  long?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** A text of a rule's own step, with values put in. */
export function TemplateText({ label, groups, long, value, onChange }: TemplateTextProps): JSX.Element {
  return (
    <div class="form-field">
      <Field label={label}>
        {(control) =>
          long ? (
            <textarea
              {...control}
              class="input"
              rows={3}
              value={value}
              onInput={(event) => onChange(event.currentTarget.value)}
            />
          ) : (
            <input
              {...control}
              class="input"
              type="text"
              value={value}
              onInput={(event) => onChange(event.currentTarget.value)}
            />
          )
        }
      </Field>
      <InsertValue groups={groups} label={label} onPick={(name) => onChange(`${value}{{${name}}}`)} />
    </div>
  );
}
