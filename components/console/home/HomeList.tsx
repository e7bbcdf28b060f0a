import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { HomeCard, None } from './HomeCard.tsx';
import { numberWords } from './words.ts';

const FEW = 5;

export interface HomeListProps<T> {
  title: string;
  aside?: ComponentChildren;
  rows: T[];
  none: string;
  /** Not read yet. */
  waiting?: boolean;
  keyOf: (row: T) => string;
  children: (row: T) => ComponentChildren;
}

/** A card with a list of which the first few are shown, the rest on request. */
export function HomeList<T>({ title, aside, ...rest }: HomeListProps<T>): JSX.Element {
  return (
    <HomeCard title={title} aside={aside}>
      <Few label={title} {...rest} />
    </HomeCard>
  );
}

/** The list itself, for a card that has several. */
export function Few<T>({
  label,
  rows,
  none,
  waiting,
  keyOf,
  children,
}: Omit<HomeListProps<T>, 'title'> & { label: string }): JSX.Element {
  const [all, setAll] = useState(false);
  if (waiting) return <Skeleton lines={4} label={i18n.t('console.loading')} />;
  if (!rows.length) return <None>{none}</None>;
  const shown = all ? rows : rows.slice(0, FEW);
  return (
    <>
      <ul class="home-rows" aria-label={label}>
        {shown.map((row) => (
          <li key={keyOf(row)} class="home-row">
            {children(row)}
          </li>
        ))}
      </ul>
      {rows.length > FEW ? (
        <div class="home-few">
          <Button kind="quiet" size="small" aria-expanded={all ? 'true' : 'false'} onClick={() => setAll(!all)}>
            {all ? i18n.t('home.less') : i18n.t('home.more', [numberWords(rows.length)])}
          </Button>
        </div>
      ) : null}
    </>
  );
}
