import type { ConnectionsView, ConnectionView } from '../../../lib/model/console.ts';
import type { RulesView } from '../../../lib/model/rules-view.ts';
import type { System } from '../../../lib/model/subject.ts';

export const STEPS = ['connect', 'check', 'choose', 'templates', 'dry', 'pilot'] as const;
export type GuideStep = (typeof STEPS)[number];

/** What was decided on this page and leaves no trace elsewhere. */
export interface Passed {
  readOnly: boolean;
  noRules: boolean;
  dry: boolean;
}

export const accountOf = (view: ConnectionsView, system: System): ConnectionView | undefined =>
  view.connections.find((one) => one.system === system && one.state === 'ok');

/** Which steps are behind; known from how things are, so that the guide never asks for what is there. */
export function doneSteps(view: ConnectionsView, rules: RulesView | undefined, passed: Passed): Record<GuideStep, boolean> {
  const [highlevel, clio] = [accountOf(view, 'highlevel'), accountOf(view, 'clio')];
  const any = rules !== undefined && rules.rules.length > 0;
  const isOn = rules?.rules.some(({ rule, state }) => rule.on && !state.paused) ?? false;
  return {
    connect: highlevel !== undefined && clio !== undefined,
    check: [highlevel, clio].every((one) => one?.rightsAt !== undefined),
    choose: view.writing.highlevel || view.writing.clio || passed.readOnly,
    templates: any || passed.noRules,
    dry: passed.dry || isOn || passed.noRules,
    pilot: isOn || passed.noRules || (passed.readOnly && passed.dry),
  };
}
