import { useState } from 'preact/hooks';
import type { Passed } from './steps.ts';

/** Choices of this sitting: whoever comes back later is asked again what nothing else remembers. */
export function usePassed(): [Passed, (name: keyof Passed) => void] {
  const [passed, setPassed] = useState<Passed>({ readOnly: false, noRules: false, dry: false });
  return [passed, (name) => setPassed((before) => ({ ...before, [name]: true }))];
}
