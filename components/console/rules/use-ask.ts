import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageType, Payload, ReplyOf } from '../../../lib/messages/protocol.ts';
import { send } from '../../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';

export interface Ask<T extends MessageType> {
  busy: boolean;
  value?: ReplyOf<T>;
  error?: AppError;
  /** Resolves to the answer, or undefined after a failure, which is kept in `error`. */
  ask: (payload: Payload<T>) => Promise<ReplyOf<T> | undefined>;
  clear: () => void;
}

/** A question asked by a click, whose answer is shown; the newest one counts. */
export function useAsk<T extends MessageType>(type: T): Ask<T> {
  const [state, setState] = useState<{ busy: boolean; value?: ReplyOf<T>; error?: AppError }>({ busy: false });
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const ask = async (payload: Payload<T>): Promise<ReplyOf<T> | undefined> => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, busy: true, error: undefined }));
    try {
      const value = await send(type, payload);
      if (mine === turn.current) setState({ busy: false, value });
      return value;
    } catch (thrown) {
      if (mine === turn.current) setState({ busy: false, error: toAppError(thrown) });
      return undefined;
    }
  };
  return { ...state, ask, clear: () => setState({ busy: false }) };
}
