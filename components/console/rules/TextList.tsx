import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '../../ui/Field.tsx';
import { Picked } from './Picked.tsx';
import type { ListPick } from './picks.ts';

const split = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** Several words with commas between; what is typed stays as typed. */
export function TextList({
  label,
  hint,
  list,
  pick,
  onChange,
}: {
  label: string;
  hint: string;
  list: string[];
  pick?: ListPick;
  onChange: (list: string[]) => void;
}): JSX.Element {
  const [typed, setTyped] = useState('');
  const told = list.join(', ');
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Picked pick={pick} what={label} onPick={(one) => onChange([...new Set([...list, one])])}>
          <input
            {...control}
            class="input"
            type="text"
            autocomplete="off"
            value={split(typed).join(', ') === told ? typed : told}
            onInput={({ currentTarget: { value } }) => {
              setTyped(value);
              onChange(split(value));
            }}
          />
        </Picked>
      )}
    </Field>
  );
}
