import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Field } from '../../ui/Field.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { systemName } from '../words.ts';
import type { Side } from './sides.ts';

export const SHOWS = ['all', 'linked', 'unlinked', 'asks'] as const;
export type Show = (typeof SHOWS)[number];

export interface SearchBarProps {
  sides: Side[];
  side: Side;
  query: string;
  show: Show;
  onSide: (id: string) => void;
  onQuery: (query: string) => void;
  onShow: (show: Show) => void;
}

/** Whose people, which of them, and who is looked for. */
export function SearchBar({ sides, side, query, show, onSide, onQuery, onShow }: SearchBarProps): JSX.Element {
  return (
    <search class="pp-bar">
      <Field label={i18n.t('people.side')} hideLabel>
        {(control) => (
          <select {...control} class="input pp-side" value={side.id} onChange={(event) => onSide(event.currentTarget.value)}>
            {sides.map(({ id, system, name }) => (
              <option key={id} value={id}>
                {systemName(system)}: {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <SearchInput
        class="pp-search"
        label={i18n.t('people.search')}
        placeholder={i18n.t('people.searchHint')}
        value={query}
        onSearch={onQuery}
      />
      <ShowChoice show={show} onShow={onShow} />
    </search>
  );
}

function ShowChoice({ show, onShow }: Pick<SearchBarProps, 'show' | 'onShow'>): JSX.Element {
  return (
    <fieldset class="pp-shows">
      <legend class="unseen">{i18n.t('people.show')}</legend>
      {SHOWS.map((one) => (
        <label key={one} class={`pp-show${one === show ? ' pp-show-on' : ''}`}>
          <input class="unseen" type="radio" name="show" checked={one === show} onChange={() => onShow(one)} />
          {i18n.t(`people.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
