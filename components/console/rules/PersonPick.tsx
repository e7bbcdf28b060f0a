import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { usePeople } from './use-people.ts';

export interface PersonPickProps {
  label: string;
  show?: 'linked';
  onPick: (person: PersonRowView) => void;
}

/** Finds a person by name, e-mail or phone in what is stored. */
export function PersonPick({ label, show, onPick }: PersonPickProps): JSX.Element {
  const id = useId();
  const [query, setQuery] = useState('');
  const rows = usePeople(query, show);
  return (
    <div class="form-choices">
      <SearchInput label={label} aria-controls={id} value={query} onSearch={setQuery} />
      <ul class="form-choice-list" id={id} aria-label={label}>
        {rows?.map((row) => (
          <li key={row.id}>
            <button type="button" class="form-choice" onClick={() => onPick(row)}>
              <span>{row.name}</span>
              <span class="form-choice-id">{row.email ?? row.phone ?? row.id}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows?.length === 0 ? <p class="field-hint">{i18n.t('form.none')}</p> : null}
    </div>
  );
}
