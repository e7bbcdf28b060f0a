import { useEffect, useState } from 'preact/hooks';
import type { Show } from './SearchBar.tsx';
import type { Side } from './sides.ts';
import { type People, usePeople } from './use-people.ts';

export interface Listing {
  side: Side;
  query: string;
  show: Show;
  /** What is searched for: the query once typing rests. */
  asked: string;
  people: People;
  setSide: (id: string) => void;
  setQuery: (query: string) => void;
  setShow: (show: Show) => void;
}

const TYPING_MS = 200;

/** What stands still for a moment, so that not every letter is a search. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value ? TYPING_MS : 0);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Whose people are listed, which of them, and who is looked for. */
export function useListing(sides: [Side, ...Side[]]): Listing {
  const [chosen, setSide] = useState(sides[0].id);
  const side = sides.find(({ id }) => id === chosen) ?? sides[0];
  const [query, setQuery] = useState('');
  const [show, setShow] = useState<Show>('all');
  const asked = useSettled(query).trim();
  const { system, account } = side;
  const people = usePeople({
    system,
    account,
    ...(asked ? { query: asked } : {}),
    ...(show === 'all' ? {} : { show }),
  });
  return { side, query, show, asked, people, setSide, setQuery, setShow };
}
