import type { ConnectionsView, ConnectionView } from '../../../lib/model/console.ts';
import type { RulesView, RuleView } from '../../../lib/model/rules-view.ts';
import type { System } from '../../../lib/model/subject.ts';

export const STEPS = ['connect', 'check', 'choose', 'templates', 'dry', 'pilot', 'push'] as const;
export type GuideStep = (typeof STEPS)[number];

/**
 * What was decided here and leaves no trace elsewhere. A step's own name: it was passed by (for `choose`: reading only). `dried`, `pushed`:
 * done. `seen`: the guide was opened once; `closed`: somebody does not want it.
 */
export type Mark = GuideStep | 'dried' | 'pushed' | 'seen' | 'closed';
export type Marks = ReadonlySet<Mark>;
export type StepState = 'done' | 'passed';

export const accountOf = (view: ConnectionsView, system: System): ConnectionView | undefined =>
  view.connections.find((one) => one.system === system && one.state === 'ok');

/** The rules that were picked last: those of one template stand and fall together. */
export function pickedRules(rules: RulesView | undefined): RuleView[] {
  const [newest, ...rest] = rules?.rules.toSorted((one, other) => other.savedAt - one.savedAt) ?? [];
  if (!newest) return [];
  const { template } = newest.rule;
  return [newest, ...rest.filter(({ rule }) => template !== undefined && rule.template === template)];
}

/** Which steps are behind; known from how things are where that tells, so that the guide never asks for what is there. */
export function stepStates(
  view: ConnectionsView,
  rules: RulesView | undefined,
  marks: Marks,
): Record<GuideStep, StepState | undefined> {
  const [highlevel, clio] = [accountOf(view, 'highlevel'), accountOf(view, 'clio')];
  const any = (rules?.rules.length ?? 0) > 0;
  const isOn = rules?.rules.some(({ rule, state }) => rule.on && !state.paused) ?? false;
  const states = (isDone: boolean, isPassed: boolean) => (isDone ? 'done' : isPassed ? 'passed' : undefined);
  // Without rules there is nothing to try and nothing to switch on.
  const without = !any && marks.has('templates');
  return {
    connect: states(highlevel !== undefined && clio !== undefined, marks.has('connect')),
    check: states(highlevel?.rightsAt !== undefined && clio?.rightsAt !== undefined, marks.has('check')),
    choose: states(view.writing.highlevel || view.writing.clio, marks.has('choose')),
    templates: states(any, marks.has('templates')),
    dry: states(isOn || (any && marks.has('dried')), without || marks.has('dry')),
    pilot: states(isOn, without || marks.has('pilot')),
    push: states(marks.has('pushed'), marks.has('push')),
  };
}

/** The earlier step that this one can't do without. */
export function lacking(step: GuideStep, view: ConnectionsView): 'connect' | 'choose' | undefined {
  const both = accountOf(view, 'highlevel') && accountOf(view, 'clio');
  if (!both) return step === 'connect' || step === 'templates' ? undefined : 'connect';
  const mayWrite = step === 'push' ? view.writing.highlevel : view.writing.highlevel || view.writing.clio;
  return (step === 'pilot' || step === 'push') && !mayWrite ? 'choose' : undefined;
}
