import type { ComponentChildren, JSX } from 'preact';
import type { Tone } from './Badge.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export interface ToastProps {
  title: ComponentChildren;
  tone?: Tone;
  busy?: boolean;
  /** Buttons, e.g. Undo. */
  action?: ComponentChildren;
  closeLabel?: string;
  onClose?: () => void;
  children?: ComponentChildren;
}

/** How an act ended. Lay it inside a `Toasts` region, which reads it out. */
export function Toast({ title, tone = 'neutral', busy, action, closeLabel, onClose, children }: ToastProps): JSX.Element {
  return (
    <div class={`toast toast-${tone}`}>
      <span class="toast-mark">
        {busy ? <Spinner /> : tone === 'neutral' ? null : <Icon name={tone === 'good' ? 'check' : 'alert'} />}
      </span>
      <div class="toast-words">
        <strong class="toast-title">{title}</strong>
        {children ? <div class="toast-more">{children}</div> : null}
      </div>
      {action ? <div class="toast-action">{action}</div> : null}
      {onClose ? <Button kind="quiet" size="small" icon="close" aria-label={closeLabel} onClick={onClose} /> : null}
    </div>
  );
}

/** The live region; it must be on the page before its first toast. */
export function Toasts({ label, children }: { label: string; children?: ComponentChildren }): JSX.Element {
  return (
    <section class="toasts" aria-live="polite" aria-relevant="additions text" aria-label={label}>
      {children}
    </section>
  );
}
