import { useEffect, useRef, useState } from 'preact/hooks';
import { onSignal, send } from '../../../lib/messages/send.ts';
import type { SyncPairView } from '../../../lib/model/console-sync.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { PreviewView } from '../../../lib/model/settings-view.ts';
import type { SyncChoice } from '../../../lib/model/sync.ts';

/** A hand on the switches rests this long before the background is asked again. */
const REST_MS = 200;

/** The account in a connection's id, `clio:us:77`. */
export const accountOf = (connection: string): string => connection.slice(connection.indexOf(':') + 1);

/** What the choices as they stand would do with one linked person; asked anew when they, or the person's records, change. */
export function usePreview(
  { clio, location }: Pick<SyncPairView, 'clio' | 'location'>,
  clioId: string | undefined,
  choice: SyncChoice,
): { view?: PreviewView; error?: AppError } {
  const [found, setFound] = useState<{ view?: PreviewView; error?: AppError }>({});
  const turn = useRef(0);
  const wanted = JSON.stringify([clio.id, location.id, clioId, choice]);
  useEffect(() => {
    if (!clioId) return;
    const ask = () => {
      turn.current += 1;
      const mine = turn.current;
      const link = `${accountOf(clio.id)}|${clioId}|${accountOf(location.id)}`;
      const take = (next: { view?: PreviewView; error?: AppError }) => {
        if (mine === turn.current) setFound(next);
      };
      send('sync.preview', { clio: clio.id, link, choice: choice as never }).then(
        (view) => take({ view }),
        (error: unknown) => take({ error: toAppError(error) }),
      );
    };
    let timer = setTimeout(ask, REST_MS);
    const stop = onSignal(({ signal }) => {
      if (signal !== 'store.changed') return;
      clearTimeout(timer);
      timer = setTimeout(ask, REST_MS * 5);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [wanted]);
  return found;
}
