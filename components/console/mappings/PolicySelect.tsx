import type { JSX } from 'preact';
import type { Policy } from '../../../lib/model/sync.ts';
import { policyWords } from './words.ts';

export const POLICIES: Policy[] = ['ask', 'clio', 'highlevel', 'newest'];

interface PolicySelectProps {
  label: string;
  value: Policy;
  onChoose: (policy: Policy) => void;
}

/** Who is right when both changed the same field. */
export function PolicySelect({ label, value, onChoose }: PolicySelectProps): JSX.Element {
  return (
    <select
      class="input map-select"
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as Policy)}
    >
      {POLICIES.map((one) => (
        <option key={one} value={one}>
          {policyWords(one)}
        </option>
      ))}
    </select>
  );
}
