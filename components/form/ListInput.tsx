import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type InputProps, textOf } from './control-props.ts';

const split = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** Several texts or ids, parted by commas. What is typed stays as it is typed: a comma at the end is the next one's beginning. */
export function ListInput({ control, field, value, onChange }: InputProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const told = textOf(value);
  const text = split(typed).join(', ') === told ? typed : told;
  const put = (next: string) => {
    setTyped(next);
    const list = split(next);
    // One template alone may be a list itself; it is handed on whole.
    onChange(list.length === 0 ? undefined : list.length === 1 && list[0]?.includes('{{') ? list[0] : list);
  };
  return (
    <input
      {...control}
      class="input"
      name={field.name}
      type="text"
      autocomplete="off"
      placeholder={i18n.t('form.commas')}
      value={text}
      onInput={(event) => put(event.currentTarget.value)}
    />
  );
}
