import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface ChoiceProps<Id extends string> {
  label: string;
  options: { id: Id; label: string }[];
  value: Id;
  onChoose: (id: Id) => void;
}

/** One of a few, side by side: native radios, so that arrows move. */
export function Choice<Id extends string>({ label, options, value, onChoose }: ChoiceProps<Id>): JSX.Element {
  const name = useId();
  return (
    <fieldset class="set-choice">
      <legend class="field-label">{label}</legend>
      <div class="set-options">
        {options.map((one) => (
          <label key={one.id} class="set-option">
            <input type="radio" class="unseen" name={name} checked={one.id === value} onChange={() => onChoose(one.id)} />
            {one.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
