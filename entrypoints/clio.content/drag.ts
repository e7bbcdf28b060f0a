export interface Drag {
  /** Pixels of movement that make a drag of a press; below it stays a click. */
  threshold: number;
  onStart?: () => void;
  onMove: (event: PointerEvent) => void;
  onEnd: () => void;
}

/** Calls back while the element is dragged. The pointer is captured, so it may leave the element and the window. */
export function onDrag(element: HTMLElement, { threshold, onStart, onMove, onEnd }: Drag): void {
  let from: { x: number; y: number } | undefined;
  let dragging = false;
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY };
    dragging = false;
    element.setPointerCapture?.(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    if (!from) return;
    if (!dragging && Math.hypot(event.clientX - from.x, event.clientY - from.y) < threshold) return;
    if (!dragging) onStart?.();
    dragging = true;
    onMove(event);
  });
  const end = () => {
    if (from && dragging) onEnd();
    from = undefined;
  };
  element.addEventListener('pointerup', end);
  element.addEventListener('pointercancel', end);
  element.addEventListener('lostpointercapture', end);
  // The click that follows a drag was not meant.
  element.addEventListener('click', (event) => dragging && event.stopImmediatePropagation(), true);
}
