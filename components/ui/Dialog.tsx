import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';

export interface DialogProps {
  title: ComponentChildren;
  /** Escape, the backdrop and the cross. */
  onClose: () => void;
  closeLabel: string;
  /** `sheet` rises from the bottom over the whole width. */
  look?: 'box' | 'sheet';
  /** Buttons. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/** A modal native dialog, open as long as it is mounted. Focus goes in on opening and back on closing. */
export function Dialog({ title, onClose, closeLabel, look = 'box', actions, children }: DialogProps): JSX.Element {
  const id = useId();
  const ref = useModal();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop closes; the key for it is Escape, which the dialog handles itself
    <dialog
      ref={ref}
      class={`dialog dialog-${look}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div class="dialog-inside">
        <div class="dialog-head">
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <Button kind="quiet" size="small" icon="close" aria-label={closeLabel} onClick={onClose} />
        </div>
        <div class="dialog-body">{children}</div>
        {actions ? <div class="dialog-actions">{actions}</div> : null}
      </div>
    </dialog>
  );
}

/** Opens the dialog as a modal one while it is mounted, and gives the focus back after. */
function useModal(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The title, not the cross: what is asked is read first, and no button is pressed by a stray Enter.
    if (!dialog?.querySelector('[autofocus]')) dialog?.querySelector('h2')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return ref;
}
