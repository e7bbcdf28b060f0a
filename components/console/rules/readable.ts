import { i18n } from '#i18n';
import type { Condition, Given, Rule, Step } from '../../../lib/model/rule.ts';
import { operatorOf } from '../../../lib/rules/operators.ts';
import { fieldLabel } from '../../form/field-words.ts';
import { operationLabel } from '../catalogue/words.ts';
import { isTest, partsOf, stepsIn } from './draft.ts';
import { groupWords, lineOf, operatorLabel, stepWords } from './words.ts';

/** One thing a rule says: where, and what. */
export interface Line {
  at: string;
  value: string;
}
/** What a value is called (`title`, `customFields.7`). */
type Label = (name: string) => string;

const listed = (list: readonly unknown[]): string => list.map(String).join(', ');
const given = (value: Given): string => {
  if (Array.isArray(value)) return listed(value);
  if (typeof value !== 'object') return String(value);
  return listed(Object.entries(value).map(([name, one]) => `${name}: ${one}`));
};

/** `Person in Clio: E-mail is filled in and …`; groups in groups stand in brackets. */
export function conditionWords(condition: Condition, label: Label): string {
  if (!isTest(condition)) {
    const parts = partsOf(condition).map((one) => (isTest(one) ? conditionWords(one, label) : `(${conditionWords(one, label)})`));
    const isAll = 'all' in condition;
    return parts.join(` ${i18n.t(isAll ? 'rules.and' : 'rules.or')} `) || i18n.t('rules.always');
  }
  const { field, operator, value = '' } = condition;
  const [group = '', ...rest] = field.split('.');
  const words = `${groupWords(group)}: ${label(rest.join('.'))} ${operatorLabel(operator)}`;
  return operatorOf(operator)?.takes === 'nothing' ? words : `${words} ${given(value)}`;
}

function* stepLines(step: Step, label: Label): Generator<[string, Line]> {
  const at = lineOf(step);
  const key = `step ${step.id}`;
  if (step.do === 'action') {
    for (const [name, value] of Object.entries(step.values))
      yield [`${key} ${name}`, { at: `${at}: ${fieldLabel(name)}`, value: given(value) }];
  }
  if (step.do === 'branch') yield [key, { at: stepWords('branch'), value: conditionWords(step.if, label) }];
  if (step.do === 'approve' || step.do === 'notify') yield [key, { at, value: step.text }];
}

const LIMITS = {
  locations: 'rules.limits.locations',
  practiceAreas: 'rules.limits.areas',
  tags: 'rules.limits.tags',
} as const satisfies Record<keyof Rule['scope'], string>;

function* limitLines({ scope, pilot, budget }: Rule): Generator<[string, Line]> {
  for (const [name, list] of Object.entries(scope))
    if (list) yield [`scope ${name}`, { at: i18n.t(LIMITS[name as keyof Rule['scope']]), value: listed(list) }];
  const pilots = pilot.on ? [i18n.t('rules.state.on'), ...pilot.people] : [i18n.t('rules.state.off')];
  yield ['pilot', { at: i18n.t('rules.limits.pilot'), value: listed(pilots) }];
  if (pilot.perDay !== undefined) yield ['pilot day', { at: i18n.t('rules.limits.pilotDay'), value: String(pilot.perDay) }];
  yield ['hour', { at: i18n.t('rules.limits.perHour'), value: String(budget.perHour) }];
  yield ['day', { at: i18n.t('rules.limits.perDay'), value: String(budget.perDay) }];
}

/** Everything a rule says, in words, each under a key that stays. Steps go by their ids: one that is put between them moves nobody. */
export function* linesOf(rule: Rule, label: Label): Generator<[string, Line]> {
  const { name, trigger, conditions, steps } = rule;
  yield ['name', { at: i18n.t('rules.name'), value: name }];
  yield ['trigger', { at: i18n.t('rules.when'), value: operationLabel(trigger.id) }];
  for (const [one, value] of Object.entries(trigger.params))
    yield [`trigger ${one}`, { at: `${i18n.t('rules.when')}: ${fieldLabel(one)}`, value: String(value) }];
  yield ['conditions', { at: i18n.t('rules.if'), value: conditionWords(conditions, label) }];
  const all = stepsIn(steps);
  yield ['steps', { at: i18n.t('rules.then'), value: all.map(lineOf).join(' → ') }];
  for (const step of all) yield* stepLines(step, label);
  yield* limitLines(rule);
}
