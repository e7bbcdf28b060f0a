import { useState } from 'preact/hooks';
import { usePanel } from './context.ts';

/** Typed text that outlives a change of tab, and comes back with the person it was typed for; never with another. */
export function useDraft(slot: string, first = ''): [string, (text: string) => void] {
  const { drafts } = usePanel();
  const [text, setText] = useState(() => drafts.get(slot) ?? first);
  const keep = (next: string) => {
    drafts.set(slot, next);
    setText(next);
  };
  return [text, keep];
}
