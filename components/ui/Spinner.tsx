import type { JSX } from 'preact';

/** A turning ring in the text's colour. With a `label` it is a status read out; without, decoration of something that is. */
export function Spinner({ size = 14, label }: { size?: number; label?: string }): JSX.Element {
  return (
    <span class="spinner-box" role={label ? 'status' : undefined} aria-hidden={label ? undefined : 'true'}>
      <svg
        class="spinner"
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        aria-hidden="true"
      >
        <circle cx="8" cy="8" r="6" opacity=".25" />
        <path d="M14 8a6 6 0 0 0-6-6" stroke-linecap="round" />
      </svg>
      {label ? <span class="unseen">{label}</span> : null}
    </span>
  );
}
