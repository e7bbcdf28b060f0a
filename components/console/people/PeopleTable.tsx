import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { PersonRow, type PersonRowProps, ROW_HEIGHT } from './PersonRow.tsx';
import type { Side } from './sides.ts';
import type { People } from './use-people.ts';
import { useVirtual } from './use-virtual.ts';

/** Rows before the end at which the next page is asked for. */
const AHEAD = 25;

export interface PeopleTableProps extends Pick<PersonRowProps, 'onLink'> {
  people: People;
  side: Side;
  now: number;
  selected: ReadonlyMap<string, PersonRowView>;
  onSelect: (rows: PersonRowView[], on: boolean) => void;
}

const COLUMNS = ['name', 'reach', 'city', 'state', 'changed'] as const;

/** As many people as there are; only those in sight are on the page. */
export function PeopleTable({ people, side, now, selected, onSelect, onLink }: PeopleTableProps): JSX.Element {
  const box = useRef<HTMLTableSectionElement>(null);
  const { rows, more, next, busy } = people;
  const { items, total, toTop } = useVirtual(box, rows.length + (more ? 1 : 0), ROW_HEIGHT);
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !busy && last >= rows.length - AHEAD) next();
  });
  const top = () => {
    toTop();
    people.reload();
  };
  return (
    <div class="pp-frame">
      {people.news ? <News onTop={top} /> : null}
      <table class="pp-table" aria-rowcount={more ? -1 : rows.length + 1} aria-label={i18n.t('people.title')}>
        <HeadRow rows={rows} selected={selected} onSelect={onSelect} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
        <tbody class="pp-scroll" ref={box} tabIndex={0} style={{ '--pp-total': `${total}px` }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return <LoadingRow key="more" start={start} />;
            return (
              <PersonRow
                key={row.id}
                {...{ row, side, now, start, onSelect, onLink }}
                index={index + 2}
                selected={selected.has(row.id)}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Others stand at the top now than those on the page. */
function News({ onTop }: { onTop: () => void }): JSX.Element {
  return (
    <p class="pp-news" role="status">
      {i18n.t('people.more')}{' '}
      <Button kind="quiet" size="small" onClick={onTop}>
        {i18n.t('people.toTop')}
      </Button>
    </p>
  );
}

type HeadRowProps = Pick<PeopleTableProps, 'selected' | 'onSelect'> & { rows: PersonRowView[] };

function HeadRow({ rows, selected, onSelect }: HeadRowProps): JSX.Element {
  const all = rows.length > 0 && rows.every(({ id }) => selected.has(id));
  return (
    <thead>
      <tr class="pp-row pp-head" aria-rowindex={1}>
        <th scope="col">
          <input type="checkbox" checked={all} aria-label={i18n.t('people.selectAll')} onChange={() => onSelect(rows, !all)} />
        </th>
        {COLUMNS.map((one) => (
          <th key={one} scope="col" class={`pp-${one}`}>
            {i18n.t(`people.${one}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function LoadingRow({ start }: { start: number }): JSX.Element {
  return (
    <tr class="pp-row pp-loading" style={{ transform: `translateY(${start}px)`, height: `${ROW_HEIGHT}px` }}>
      <td>{i18n.t('people.looking')}</td>
    </tr>
  );
}
