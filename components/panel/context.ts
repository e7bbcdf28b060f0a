import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageType, Payload } from '../../lib/messages/protocol.ts';
import type { AppError } from '../../lib/model/errors.ts';
import type { PanelView } from '../../lib/model/panel.ts';
import type { ButtonProps } from '../ui/Button.tsx';

/** Something asked before an act. The dialog adds "Cancel" itself. */
export interface Question {
  title: string;
  body: ComponentChildren;
  choices: { label: string; kind?: ButtonProps['kind']; run: () => void }[];
}

/** An act that the background refused, kept on screen until retried or closed. */
export interface Refusal {
  slot: string;
  error: AppError;
  retry: () => void;
}

export interface PanelContext {
  view: PanelView;
  /** The background's clock, running on since the view came. Milliseconds since 1970. */
  clock: () => number;
  /** Names of the acts whose message is on its way. */
  busy: ReadonlySet<string>;
  /**
   * Sends an act. `slot` names the button that shows it, one message a slot at a time. Resolves to whether it was accepted; a refusal is shown
   * by the panel itself. Acts that write to HighLevel lead to an explanation while writing is off.
   */
  act: <T extends MessageType>(slot: string, type: T, payload: Payload<T>) => Promise<boolean>;
  ask: (question: Question) => void;
  /** Runs `then`, or explains that writing is off. */
  ifWriting: (then: () => void) => void;
  /** Typed text by slot, for this person only. */
  drafts: Map<string, string>;
}

const Context = createContext<PanelContext | undefined>(undefined);
export const PanelProvider = Context.Provider;

export function usePanel(): PanelContext {
  const panel = useContext(Context);
  if (!panel) throw new Error('outside of the panel');
  return panel;
}
