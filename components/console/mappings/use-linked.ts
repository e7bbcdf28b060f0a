import { useEffect, useState } from 'preact/hooks';
import { send } from '../../../lib/messages/send.ts';
import type { SyncPairView } from '../../../lib/model/console-sync.ts';
import { fold } from '../../../lib/model/fold.ts';
import type { Place } from '../../../lib/model/panel.ts';
import { accountOf } from './use-preview.ts';

const REST_MS = 200;

/** Linked people of the pair by what was typed, out of all there are; without words the first ones. */
export function useLinked({ clio, people }: Pick<SyncPairView, 'clio' | 'people'>, typed: string): Place[] {
  const [found, setFound] = useState<{ query: string; people: Place[] }>();
  const query = typed.trim();
  useEffect(() => {
    if (!query) return;
    let mine = true;
    const take = (rows: Place[]) => mine && setFound({ query, people: rows.map(({ id, name }) => ({ id, name })) });
    const ask = () =>
      void send('people.view', { system: 'clio', account: accountOf(clio.id), query, show: 'linked' }).then(
        ({ rows }) => take(rows),
        () => take([]),
      );
    const timer = setTimeout(ask, REST_MS);
    return () => {
      mine = false;
      clearTimeout(timer);
    };
  }, [clio.id, query]);
  if (!query) return people;
  // Somebody linked a moment ago stands in no index yet.
  const here = people.filter(({ name }) => fold(name).includes(fold(query)));
  const more = found?.query === query ? found.people.filter(({ id }) => !here.some((one) => one.id === id)) : [];
  return [...here, ...more];
}
