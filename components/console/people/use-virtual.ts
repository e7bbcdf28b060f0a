import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Rect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Virtual {
  /** The rows in sight and a few around them. */
  items: VirtualItem[];
  /** Height of all rows together (px). */
  total: number;
  toTop: () => void;
}

/** Until the box is measured: what `.pp-scroll` gives it, so that measuring it paints nothing anew. */
const firstRect = (): Rect => ({ width: innerWidth, height: Math.max(300, innerHeight - 260) });

/** A box that is not laid out yet measures nothing; a list without rows would stay empty until somebody scrolls. */
const measured: typeof observeElementRect = (instance, tell) =>
  observeElementRect(instance, (rect) => tell(rect.height ? rect : firstRect()));

/** Only the rows in sight are on the page, however many there are. All rows have one height (px). */
export function useVirtual(box: RefObject<HTMLElement | null>, count: number, height: number): Virtual {
  const [, paint] = useState(0);
  const options = {
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    initialRect: firstRect(),
    observeElementRect: measured,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => paint((times) => times + 1),
  };
  const made = useRef<Virtualizer<HTMLElement, HTMLElement> | undefined>(undefined);
  made.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const virtual = made.current;
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), []);
  useLayoutEffect(() => virtual._willUpdate());
  return { items: virtual.getVirtualItems(), total: virtual.getTotalSize(), toTop: () => virtual.scrollToOffset(0) };
}
