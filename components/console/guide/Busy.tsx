import type { JSX } from 'preact';
import { Spinner } from '../../ui/Spinner.tsx';

/** Something is under way, and what. */
export const Busy = ({ words }: { words: string }): JSX.Element => (
  <p class="gui-acts muted">
    <Spinner size={16} /> {words}
  </p>
);
