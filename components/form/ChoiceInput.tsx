import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { type InputProps, textOf } from './control-props.ts';
import { optionLabel } from './field-words.ts';

/** One of a few, or yes and no; nothing chosen is left out. */
export function ChoiceInput({ control, field, value, onChange }: InputProps): JSX.Element {
  const isFlag = field.kind === 'flag';
  const options = isFlag ? ['true', 'false'] : (field.options ?? []);
  const words = (option: string) => (isFlag ? i18n.t(option === 'true' ? 'form.yes' : 'form.no') : optionLabel(option));
  const chosen = textOf(value);
  return (
    <select
      {...control}
      class="input"
      name={field.name}
      value={chosen}
      onChange={({ currentTarget: { value: picked } }) =>
        onChange(picked === '' ? undefined : isFlag ? picked === 'true' : picked)
      }
    >
      <option value="">{i18n.t(field.required ? 'form.choose' : 'form.leftOut')}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {words(option)}
        </option>
      ))}
      {chosen && !options.includes(chosen) ? <option value={chosen}>{chosen}</option> : null}
    </select>
  );
}
