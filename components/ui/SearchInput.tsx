import type { JSX } from 'preact';
import type { ControlProps } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface SearchInputProps extends Partial<ControlProps> {
  value: string;
  onSearch: (typed: string) => void;
  /** Its name where no label stands beside it; shown in the empty field, too. */
  label?: string;
  placeholder?: string;
  class?: string;
  autofocus?: boolean;
  'aria-controls'?: string;
}

/** More than this nobody is called, and no look-up takes. */
const LONGEST = 200;

/** The one field to look for something. */
export function SearchInput({ label, value, onSearch, placeholder = label, ...more }: SearchInputProps): JSX.Element {
  const { class: style, ...control } = more;
  return (
    <div class={`search-input${style ? ` ${style}` : ''}`}>
      <Icon name="search" size={14} />
      <input
        {...control}
        class="input"
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={LONGEST}
        value={value}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}
