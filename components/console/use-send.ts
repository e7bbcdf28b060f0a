import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageType, Payload } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../lib/model/errors.ts';

export interface Act<T extends MessageType> {
  busy: boolean;
  error?: AppError;
  /** Resolves to whether it was accepted; a failure is kept in `error` until the next try. */
  run: (payload: Payload<T>) => Promise<boolean>;
  clear: () => void;
}

/** One kind of act of a form or button: sends it, says whether it runs, keeps the last failure. */
export function useSend<T extends MessageType>(type: T): Act<T> {
  const [state, setState] = useState<{ busy: boolean; error?: AppError }>({ busy: false });
  // A form may be gone when its answer comes: a sign-in takes minutes.
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const put = (next: { busy: boolean; error?: AppError }) => {
    if (alive.current) setState(next);
  };
  const run = async (payload: Payload<T>): Promise<boolean> => {
    put({ busy: true });
    try {
      await send(type, payload);
      put({ busy: false });
      return true;
    } catch (error) {
      put({ busy: false, error: toAppError(error) });
      return false;
    }
  };
  return { ...state, run, clear: () => put({ busy: false }) };
}
