import type { JSX } from 'preact';

/** Rankr's diamond. */
export const Mark = (): JSX.Element => (
  <svg class="con-mark" width="18" height="18" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M8 1.2 14.8 8 8 14.8 1.2 8Z" fill="currentColor" />
    <path d="M8 5.2 10.8 8 8 10.8 5.2 8Z" fill="var(--surface)" />
  </svg>
);
