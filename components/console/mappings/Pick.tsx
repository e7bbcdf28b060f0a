import type { ComponentChildren, JSX } from 'preact';
import type { Place } from '../../../lib/model/panel.ts';
import { Field } from '../../ui/Field.tsx';

export interface PickProps {
  label: string;
  hint?: ComponentChildren;
  value: string | undefined;
  places: Place[];
  /** Words for choosing nothing; without them something is always chosen. */
  none?: string;
  onChoose: (id: string | undefined) => void;
}

/** One of a list of named things. */
export function Pick({ label, hint, value, places, none, onChoose }: PickProps): JSX.Element {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select
          {...control}
          class="input"
          value={value ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value || undefined)}
        >
          {none ? <option value="">{none}</option> : null}
          <Options places={places} kept={value} />
        </select>
      )}
    </Field>
  );
}

/** A chosen one that the list doesn't hold any more, or not yet, is still shown. */
export function Options({ places, kept }: { places: Place[]; kept?: string }): JSX.Element {
  return (
    <>
      {kept && !places.some(({ id }) => id === kept) ? <option value={kept}>{kept}</option> : null}
      {places.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </>
  );
}
