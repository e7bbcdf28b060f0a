import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Toast, Toasts } from '../ui/Toast.tsx';

const SHOWN_MS = 6000;

/** One short line on how the last act ended; gone after six seconds. `said` must stay mounted: it is the live region. */
export function useSaid(): { said: JSX.Element; say: (words: string) => void } {
  const [line, setLine] = useState<{ words: string }>();
  useEffect(() => {
    if (!line) return;
    const timer = setTimeout(() => setLine(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [line]);
  const said = (
    <div class="con-said">
      <Toasts label={i18n.t('console.said')}>
        {line ? (
          <Toast tone="good" title={line.words} closeLabel={i18n.t('console.dismiss')} onClose={() => setLine(undefined)} />
        ) : null}
      </Toasts>
    </div>
  );
  return { said, say: (words) => setLine({ words }) };
}
