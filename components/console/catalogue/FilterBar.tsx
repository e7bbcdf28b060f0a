import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { CATALOGUE } from '../../../lib/catalog/operations/catalogue.ts';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { entitiesIn, type Filter } from './filters.ts';
import { entityName, kindWords, sideName } from './words.ts';

const SIDES = ['clio', 'highlevel', 'local'] as const;
const KINDS = ['trigger', 'action', 'search', 'utility'] as const;

interface PickProps<T extends string> {
  label: string;
  any: string;
  options: readonly T[];
  words: (option: T) => string;
  value?: T;
  onPick: (value: T | undefined) => void;
}

function Pick<T extends string>({ label, any, options, words, value, onPick }: PickProps<T>): JSX.Element {
  return (
    <select
      class="input"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onPick((event.currentTarget.value || undefined) as T | undefined)}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {words(option)}
        </option>
      ))}
    </select>
  );
}

/** Words, system, kind, and what it is about. */
export function FilterBar({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }): JSX.Element {
  const entities = entitiesIn(CATALOGUE).toSorted((one, other) => entityName(one).localeCompare(entityName(other)));
  return (
    <search class="cat-filters">
      <SearchInput
        class="cat-search"
        label={i18n.t('catalogue.search')}
        value={filter.text}
        onSearch={(text) => onChange({ ...filter, text })}
      />
      <Pick
        label={i18n.t('catalogue.filter.system')}
        any={i18n.t('catalogue.filter.anySystem')}
        options={SIDES}
        words={sideName}
        value={filter.system}
        onPick={(system) => onChange({ ...filter, system })}
      />
      <Pick
        label={i18n.t('catalogue.filter.kind')}
        any={i18n.t('catalogue.filter.anyKind')}
        options={KINDS}
        words={kindWords}
        value={filter.kind}
        onPick={(kind) => onChange({ ...filter, kind })}
      />
      <Pick
        label={i18n.t('catalogue.filter.entity')}
        any={i18n.t('catalogue.filter.anyEntity')}
        options={entities}
        words={entityName}
        value={filter.entity}
        onPick={(entity) => onChange({ ...filter, entity })}
      />
    </search>
  );
}
