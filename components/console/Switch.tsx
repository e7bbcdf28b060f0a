import type { JSX } from 'preact';

export interface SwitchProps {
  labelledBy: string;
  describedBy?: string;
  on: boolean;
  disabled?: boolean;
  onToggle: () => void;
}

/** An ARIA switch. What it shows is what the view says: it moves when the background has accepted. */
export function Switch({ labelledBy, describedBy, on, disabled, onToggle }: SwitchProps): JSX.Element {
  return (
    <button
      type="button"
      role="switch"
      class="con-switch"
      aria-checked={on}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={onToggle}
    >
      <span class="con-switch-knob" />
    </button>
  );
}
