import type { JSX } from 'preact';
import type { RuleProblem } from '../../../lib/model/rule.ts';
import { problemLabel } from './words.ts';

export function ProblemList({ problems }: { problems: readonly RuleProblem[] }): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <ul class="con-list rul-problems">
      {problems.map((one) => (
        <li key={`${one.at} ${one.code} ${one.about ?? ''}`}>{problemLabel(one)}</li>
      ))}
    </ul>
  );
}
