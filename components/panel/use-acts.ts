import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageType, Payload } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import { toAppError } from '../../lib/model/errors.ts';
import type { PanelContext, Refusal } from './context.ts';

/** What writes to HighLevel, and so needs writing to be on. */
const WRITES: ReadonlySet<MessageType> = new Set<MessageType>([
  'contact.create',
  'contact.push',
  'task.push',
  'task.complete',
  'task.add',
  'note.push',
  'note.add',
  'tag.add',
  'tag.remove',
]);

export interface Acts {
  busy: ReadonlySet<string>;
  refusals: Refusal[];
  act: PanelContext['act'];
  dismiss: (slot: string) => void;
}

/** Sends acts, remembers which are on their way and which were refused. Lives as long as the person on screen. */
export function useActs(canWrite: boolean, explain: () => void): Acts {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const running = useRef(new Set<string>());
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const dismiss = (slot: string) => setRefusals((list) => list.filter((one) => one.slot !== slot));
  const show = () => {
    if (alive.current) setBusy(new Set(running.current));
  };
  const act = async <T extends MessageType>(slot: string, type: T, payload: Payload<T>): Promise<boolean> => {
    if (WRITES.has(type) && !canWrite) {
      explain();
      return false;
    }
    // A second click before the repaint must not send twice.
    if (running.current.has(slot)) return false;
    running.current.add(slot);
    dismiss(slot);
    show();
    try {
      await send(type, payload);
      return true;
    } catch (thrown) {
      const refusal = { slot, error: toAppError(thrown), retry: () => void act(slot, type, payload) };
      if (alive.current) setRefusals((list) => [...list.filter((one) => one.slot !== slot), refusal]);
      return false;
    } finally {
      running.current.delete(slot);
      show();
    }
  };
  return { busy, refusals, act, dismiss };
}
