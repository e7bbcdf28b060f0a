import type { ComponentType } from 'preact';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { Rule, Step } from '../../../lib/model/rule.ts';
import type { DryStep } from '../../../lib/model/rules-view.ts';

/** What every part of a step needs to know of the rule around it. */
export interface Around {
  rule: Rule;
  connections?: ConnectionsView;
  /** How the steps came out for the record of the last dry run. */
  preview?: DryStep[];
}

export interface StepListProps extends Around {
  steps: Step[];
  label: string;
  onChange: (steps: Step[]) => void;
}

/** A branch has lists of steps in it; handed down, so that lists and steps need not import each other. */
export interface WithList extends Around {
  List: ComponentType<StepListProps>;
}
