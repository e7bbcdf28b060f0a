import { useEffect } from 'preact/hooks';
import { send } from '../../lib/messages/send.ts';

/** How often what is on screen is read again while somebody can see it (milliseconds). */
const EVERY = 60_000;

/**
 * Keeps the person on screen fresh: reads again each minute and when the tab comes back to the front, never for a tab that nobody sees.
 * A refused or failed reading says so through the view itself.
 */
export function useFresh(key: string, isRecord: boolean): void {
  useEffect(() => {
    if (!isRecord) return;
    const read = () => {
      if (document.visibilityState === 'visible') send('panel.refresh', { key }).catch(() => undefined);
    };
    const timer = setInterval(read, EVERY);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [key, isRecord]);
}
