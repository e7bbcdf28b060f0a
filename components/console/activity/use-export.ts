import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { ExportedFile } from '../../../lib/model/console-sync.ts';
import { toAppError } from '../../../lib/model/errors.ts';
import { errorWords } from '../words.ts';
import type { LogFilter } from './use-log.ts';

export type Format = 'csv' | 'json';

/** Excel takes a CSV without this mark for the machine's old code page. */
const MARK = '\uFEFF';

/** Saves a text as a file: nothing but a link to a Blob of this page can do so without a permission. */
function save({ name, type, text }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([type.startsWith('text/csv') ? MARK : '', text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Exports what the filter lets through; `problem` in words until the next try. */
export function useExport(say: (words: string) => void) {
  const [state, setState] = useState<{ busy?: Format; problem?: string }>({});
  const run = async (format: Format, filter: LogFilter) => {
    setState({ busy: format });
    try {
      const file = await send('activity.export', { format, filter });
      save(file);
      setState({});
      say(i18n.t('activityPage.exported', [file.name]));
    } catch (error) {
      setState({ problem: i18n.t('activityPage.exportFailed', [errorWords(toAppError(error).code)]) });
    }
  };
  return { ...state, run };
}
