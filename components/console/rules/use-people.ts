import { useEffect, useState } from 'preact/hooks';
import { send } from '../../../lib/messages/send.ts';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import type { System } from '../../../lib/model/subject.ts';
import { useQuery } from '../../use-query.ts';

const WAIT_MS = 200;

/** People of the first Clio account, by name, from the store; nobody while nothing is connected. */
export function usePeople(query: string, show?: 'linked', side: System = 'clio'): PersonRowView[] | undefined {
  const { value: view } = useQuery('connections.view', {}, () => false);
  const account = view?.connections.find(({ system }) => system === side)?.account;
  const [rows, setRows] = useState<PersonRowView[]>();
  useEffect(() => {
    if (!account) return;
    let mine = true;
    const text = query.trim();
    const payload = { system: side, account, ...(text && { query: text }), ...(show && { show }) };
    const timer = setTimeout(
      () =>
        void send('people.view', payload).then(
          (page) => mine && setRows(page.rows.slice(0, 20)),
          () => mine && setRows([]),
        ),
      text ? WAIT_MS : 0,
    );
    return () => {
      mine = false;
      clearTimeout(timer);
    };
  }, [account, query, show, side]);
  return rows;
}
