import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { ExportCursor, KeptOf } from '../../../lib/model/settings-view.ts';

/** Of which account; everything without an id. */
export type Wanted = Pick<KeptOf, 'id' | 'name' | 'system'> | undefined;

export interface Exporting {
  state: 'idle' | 'running' | 'done';
  rows: number;
  error?: AppError;
  start: (account: Wanted) => void;
  stop: () => void;
}

/** Hands a text to the browser as a download. */
function download(name: string, parts: string[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const fileName = (account: Wanted): string =>
  `rankr-${account ? account.id.replaceAll(/[^A-Za-z0-9-]+/g, '-') : 'everything'}.json`;

/** Fetches everything (of one account) page by page and gives it out as one file; each page is written down as it comes. */
export function useExport(): Exporting {
  const [state, setState] = useState<Pick<Exporting, 'state' | 'rows' | 'error'>>({ state: 'idle', rows: 0 });
  const turn = useRef(0);
  const stop = () => {
    turn.current += 1;
    setState({ state: 'idle', rows: 0 });
  };
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const run = async (account: Wanted, mine: number): Promise<void> => {
    const parts: string[] = [];
    let rows = 0;
    for (let after: ExportCursor | undefined, first = true; first || after; first = false) {
      const page = await send('data.export', { account: account?.id, ...(after ? { after } : {}) });
      if (mine !== turn.current) return;
      for (const row of page.rows) parts.push(`${parts.length ? ',\n' : ''}${JSON.stringify(row)}`);
      rows += page.rows.length;
      after = page.after;
      setState({ state: 'running', rows });
    }
    const about = account ? { account: account.id, name: account.name, system: account.system } : { account: 'all' };
    const head = JSON.stringify(about).slice(0, -1);
    download(fileName(account), [`${head},"rows":[\n`, ...parts, '\n]}\n']);
    setState({ state: 'done', rows });
  };
  const start = (account: Wanted) => {
    turn.current += 1;
    const mine = turn.current;
    setState({ state: 'running', rows: 0 });
    run(account, mine).catch((error: unknown) => {
      if (mine === turn.current) setState({ state: 'idle', rows: 0, error: toAppError(error) });
    });
  };
  return { ...state, start, stop };
}
