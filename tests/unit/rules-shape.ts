import type { Rule } from '../../lib/model/rule.ts';

/** A rule of the right shape that does nothing. */
export const ruleOf = (more: Partial<Rule> = {}): Rule => ({
  id: 'r1',
  name: 'Follow up',
  on: true,
  version: 1,
  trigger: { id: 'clio.task.completed', params: {} },
  conditions: { all: [] },
  steps: [],
  scope: {},
  pilot: { on: false, people: [] },
  budget: { perHour: 100, perDay: 100 },
  ...more,
});
