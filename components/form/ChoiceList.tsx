import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LookUp } from '../../lib/catalog/operations/look-ups.ts';
import { SearchInput } from '../ui/SearchInput.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { wordOf } from '../words.ts';
import { type Choice, type Choices, useChoices } from './use-choices.ts';

const WAIT_MS = 250;
const SHOWN = 50;

export interface ChoiceListProps {
  lookUp: LookUp;
  connection?: string;
  byName: boolean;
  label: string;
  onPick: (choice: Choice) => void;
  onClose: () => void;
}

/** A list to choose one record from, with a search: at the vendor where the list can be searched there, else in what was read. */
export function ChoiceList({ lookUp, connection, byName, label, onPick, onClose }: ChoiceListProps): JSX.Element {
  const id = useId();
  const [query, setQuery] = useState('');
  const choices = useChoices(lookUp, connection, byName);
  const { searches, load } = choices;
  useEffect(() => {
    const timer = setTimeout(() => void load(query), query && searches ? WAIT_MS : 0);
    return () => clearTimeout(timer);
  }, [searches ? query : '']);
  const wanted = query.trim().toLowerCase();
  const shown = (choices.list ?? []).filter(({ name }) => searches || name.toLowerCase().includes(wanted)).slice(0, SHOWN);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from every control inside
    <div
      class="form-choices"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <SearchInput
        autofocus
        label={i18n.t('form.searchIn', [label])}
        placeholder={i18n.t('form.search')}
        aria-controls={id}
        value={query}
        onSearch={setQuery}
      />
      <ul id={id} class="form-choice-list" aria-label={label}>
        {shown.map((choice) => (
          <Row key={choice.id} choice={choice} onPick={onPick} />
        ))}
      </ul>
      <State {...choices} none={choices.list !== undefined && shown.length === 0} />
    </div>
  );
}

function State({ busy, error, none, list }: Choices & { none: boolean }): JSX.Element | null {
  if (busy) return <Spinner label={i18n.t('form.reading')} />;
  if (error) return <p class="field-error">{wordOf('error', error.code)}</p>;
  if (none) return <p class="field-hint">{i18n.t('form.none')}</p>;
  return list ? null : <p class="field-hint">{i18n.t('form.typeToSearch')}</p>;
}

function Row({ choice, onPick }: { choice: Choice; onPick: (choice: Choice) => void }): JSX.Element {
  return (
    <li>
      <button type="button" class="form-choice" onClick={() => onPick(choice)}>
        <span>{choice.name}</span>
        {choice.id === choice.name ? null : <span class="form-choice-id con-mono">{choice.id}</span>}
      </button>
    </li>
  );
}
