import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import type { Field as FieldOf } from '../../lib/catalog/fields.ts';
import { Field } from '../ui/Field.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { type FieldControl, type InputProps, textOf } from './control-props.ts';
import { fieldLabel } from './field-words.ts';
import { ListInput } from './ListInput.tsx';
import { PairsInput } from './PairsInput.tsx';
import { RecordInput } from './RecordInput.tsx';
import { TextInput } from './TextInput.tsx';

/** Which control a kind of field has. */
function controlOf({ kind, name }: FieldOf, template: boolean): (props: InputProps) => JSX.Element {
  if (kind === 'record' || name === 'tags' || kind === 'ids') return RecordInput;
  if (kind === 'custom-fields' || kind === 'properties') return PairsInput;
  // A choice that is filled in from a record shows what it is filled from.
  if ((kind === 'choice' || kind === 'flag') && !template) return ChoiceInput;
  return kind === 'list' ? ListInput : TextInput;
}

export interface FormFieldProps extends FieldControl {
  /** A code of `validate`. */
  error?: string;
  /** Stands under the control: what can be put in, how it comes out. */
  more?: ComponentChildren;
}

const HINTS: Partial<Record<FieldOf['kind'], 'form.hintDay' | 'form.hintTime' | 'form.hintDue'>> = {
  date: 'form.hintDay',
  due: 'form.hintDue',
  instant: 'form.hintTime',
  millis: 'form.hintTime',
  seconds: 'form.hintTime',
};

/** One field of an operation: label, control of its kind, error. */
export function FormField({ error, more, ...control }: FormFieldProps): JSX.Element {
  const { field, mapping, value } = control;
  const Control = controlOf(field, mapping === true && textOf(value).includes('{{'));
  const hint = mapping ? HINTS[field.kind] : undefined;
  return (
    <div class="form-field" data-wide={field.kind === 'long' || field.kind === 'custom-fields' ? 'true' : undefined}>
      <Field
        label={
          <>
            {fieldLabel(field.name)}
            {field.required ? null : <span class="form-optional"> {i18n.t('form.optional')}</span>}
          </>
        }
        hint={hint && i18n.t(hint)}
        error={error && problemOf(error)}
      >
        {(props) => <Control {...control} control={props} />}
      </Field>
      {more}
    </div>
  );
}

function problemOf(code: string): string {
  if (code === 'required') return i18n.t('form.problem.required');
  return i18n.t(code === 'too-long' ? 'form.problem.tooLong' : 'form.problem.invalid');
}
