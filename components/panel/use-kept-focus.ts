import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard's place when a repaint removes the focused element (a pushed task moves to another group): focus goes to the element
 * with the same `data-focus`, else to the tab's panel. A click elsewhere lets go.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>): void {
  const held = useRef<{ key?: string; element: HTMLElement }>(undefined);
  useEffect(() => {
    const root = box.current;
    if (!root) return;
    const take = (event: FocusEvent) => {
      const element = event.target as HTMLElement;
      held.current = { key: element.closest<HTMLElement>('[data-focus]')?.dataset.focus, element };
    };
    const drop = () => {
      held.current = undefined;
    };
    root.addEventListener('focusin', take);
    document.addEventListener('pointerdown', drop);
    return () => {
      root.removeEventListener('focusin', take);
      document.removeEventListener('pointerdown', drop);
    };
  }, [box]);
  useLayoutEffect(() => {
    const lost = held.current;
    if (!lost || lost.element.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[data-focus]') ?? [])];
    const next = all.find((one) => one.dataset.focus === lost.key) ?? box.current?.querySelector<HTMLElement>('[role=tabpanel]');
    next?.focus();
  });
}
