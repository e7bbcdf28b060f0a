import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { errorWords } from '../words.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { PeopleActs } from './PeopleActs.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { SearchBar } from './SearchBar.tsx';
import { canBeLinked, type Side } from './sides.ts';
import { useListing } from './use-listing.ts';
import type { People } from './use-people.ts';

/** Who is selected, also while a search hides them; of one side only. */
function useSelection() {
  const [selected, setSelected] = useState<ReadonlyMap<string, PersonRowView>>(new Map());
  const select = (rows: PersonRowView[], on: boolean) =>
    setSelected((before) => {
      const next = new Map(before);
      for (const row of rows) {
        if (on) next.set(row.id, row);
        else next.delete(row.id);
      }
      return next;
    });
  return { selected, select, clear: () => setSelected(new Map()) };
}

/** The people of one side at a time. */
export function PeopleList({ sides }: { sides: [Side, ...Side[]] }): JSX.Element {
  const { side, query, show, asked, people, ...set } = useListing(sides);
  const { selected, select, clear } = useSelection();
  const [linking, setLinking] = useState<PersonRowView>();
  const choose = (id: string) => {
    set.setSide(id);
    clear();
  };
  const again = (forget: (nobody?: undefined) => void) => {
    forget();
    people.reload();
  };
  return (
    <>
      <SearchBar {...{ sides, side, query, show }} onSide={choose} onQuery={set.setQuery} onShow={set.setShow} />
      <p class="pp-count muted small nums" role="status">
        {countWords(people, asked !== '')}
      </p>
      <PeopleActs side={side} selected={selected} onClear={clear} onDone={() => again(clear)} />
      {people.rows.length ? (
        <PeopleTable
          key={`${side.id}|${show}|${asked}`}
          people={people}
          side={side}
          now={people.now}
          selected={selected}
          onSelect={select}
          onLink={setLinking}
        />
      ) : (
        <Nobody people={people} searching={asked !== ''} filtered={show !== 'all'} />
      )}
      {linking && canBeLinked(side, linking) ? <LinkDialog side={side} row={linking} onClose={() => again(setLinking)} /> : null}
    </>
  );
}

function countWords({ count, rows, more }: People, searching: boolean): string {
  if (count === undefined) return '';
  const number = new Intl.NumberFormat();
  const all = i18n.t('people.count', [number.format(count)]);
  if (searching) return `${all} · ${i18n.t('people.found', [number.format(rows.length)])}`;
  return more ? `${all} · ${i18n.t('people.loaded', [number.format(rows.length)])}` : all;
}

function Nobody({ people, searching, filtered }: { people: People; searching: boolean; filtered: boolean }): JSX.Element {
  const { error, busy, more, reload, next } = people;
  // A page of few may be empty and still have more behind it.
  useEffect(() => {
    if (more && !busy) next();
  });
  if (error)
    return (
      <div role="alert">
        <Empty
          icon="alert"
          title={i18n.t('console.loadFailed')}
          action={<Button onClick={reload}>{i18n.t('console.again')}</Button>}
        >
          {errorWords(error.code)}
        </Empty>
      </div>
    );
  if (busy || more) return <Skeleton lines={10} label={i18n.t('people.looking')} />;
  const title = i18n.t(searching ? 'people.nobody' : filtered ? 'people.nobodyShown' : 'people.empty');
  return (
    <Empty icon={searching ? 'search' : 'person'} title={title}>
      {searching ? i18n.t('people.nobodyMore') : filtered ? null : i18n.t('people.emptyMore')}
    </Empty>
  );
}
