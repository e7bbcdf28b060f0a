import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { EXPORT_ENDS, exportPage, type LogFormat } from '../../../lib/model/activity-export.ts';
import { toAppError } from '../../../lib/model/errors.ts';
import { errorWords } from '../words.ts';
import type { LogFilter } from './use-log.ts';

/** Excel takes a CSV without this mark for the machine's old code page. */
const MARK = '\uFEFF';
const TYPES = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** Saves texts as a file: nothing but a link to a Blob of this page can do so without a permission. */
function save(name: string, type: string, parts: Blob[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

interface State {
  busy?: LogFormat;
  /** Rows fetched so far. */
  rows?: number;
  /** In words, until the next try. */
  problem?: string;
}

/** Exports all that the filter lets through, page after page: each is written down as it comes, so the log may be of any length. */
export function useExport(say: (words: string) => void) {
  const [state, setState] = useState<State>({});
  const turn = useRef(0);
  const end = () => {
    turn.current += 1;
  };
  useEffect(() => end, []);
  const fetchAll = async (format: LogFormat, filter: LogFilter): Promise<void> => {
    end();
    const mine = turn.current;
    const [head, foot] = EXPORT_ENDS[format];
    // A Blob may lie on the disk, a text may not.
    const parts = [new Blob([format === 'csv' ? MARK : '', head])];
    let [rows, day] = [0, ''];
    for (let before: number | undefined, isFirst = true; isFirst || before !== undefined; isFirst = false) {
      setState({ busy: format, rows });
      const page = await send('activity.export', { filter, ...(isFirst ? {} : { before }) });
      if (mine !== turn.current) return;
      parts.push(new Blob([exportPage(page.rows, format, isFirst)]));
      rows += page.rows.length;
      ({ before, day } = page);
    }
    const name = `rankr-activity-${day}.${format}`;
    save(name, TYPES[format], [...parts, new Blob([foot])]);
    setState({});
    say(i18n.t('activityPage.exported', rows, [name, String(rows)]));
  };
  const run = (format: LogFormat, filter: LogFilter): Promise<void> =>
    fetchAll(format, filter).catch((error: unknown) =>
      setState({ problem: i18n.t('activityPage.exportFailed', [errorWords(toAppError(error).code)]) }),
    );
  return { ...state, run };
}
