import { i18n } from '#i18n';
import type { Rule, RuleProblem, Step } from '../../../lib/model/rule.ts';
import type { RuleView } from '../../../lib/model/rules-view.ts';
import { operatorWords, problemWords, skipWords } from '../../../lib/rules/operators.ts';
import { fieldLabel } from '../../form/field-words.ts';
import type { Tone } from '../../ui/Badge.tsx';
import { operationLabel } from '../catalogue/words.ts';

/** For keys made at run time out of a table's ids, which the generated key types can't know. */
const lookUp = i18n.t as unknown as (key: string, fill?: string[]) => string;

export const operatorLabel = (id: string): string => lookUp(operatorWords(id)) || id;
export const skipLabel = (why: string): string => lookUp(skipWords(why)) || why;
const PLACES = new Map([
  ['trigger', 'rules.when'],
  ['conditions', 'rules.if'],
  ['then', 'rules.branchThen'],
  ['else', 'rules.branchElse'],
  ['scope', 'rules.limits.title'],
  ['pilot', 'rules.limits.pilot'],
  ['budget', 'rules.limits.title'],
]);
/** Says where by itself; what lies in it follows. */
const PLAIN = ['values', 'params', 'all', 'any', 'if', 'value', 'id'];

/** `steps.1.values.title` -> "Step 2, Title"; what has no words stays as it is in the file. */
export function placeWords(at: string): string {
  const names = at.split('.');
  const words = names.flatMap((name, index) => {
    const before = names[index - 1] ?? '';
    if (/^\d+$/.test(name) && before === 'rules') return i18n.t('rules.place.rule', [String(Number(name) + 1)]);
    if (/^\d+$/.test(name) && ['steps', 'then', 'else'].includes(before))
      return i18n.t('rules.place.step', [String(Number(name) + 1)]);
    if (before === 'values' || before === 'params') return fieldLabel(name);
    if (name === 'rules' || name === 'steps' || PLAIN.includes(name) || /^\d+$/.test(name)) return [];
    const place = PLACES.get(name);
    return place ? lookUp(place) : name;
  });
  return words.join(', ');
}

export const problemLabel = ({ code, at, about = '' }: RuleProblem): string => {
  // The place says it already.
  const named = about && !at.endsWith(`.${about}`) ? ` (${about})` : '';
  const place = placeWords(at);
  return `${lookUp(problemWords(code)) || code}${named}${place ? ` · ${place}` : ''}`;
};
export const stepWords = (kind: string): string => lookUp(`rules.step.${kind}`);
export const groupWords = (group: string): string => lookUp(`rules.group.${group}`) || group;
export const pictureWords = (what: string): string => lookUp(`rules.picture.${what.replaceAll('-', '_')}`) || what;
export const templateName = (id: string): string => lookUp(`rule.template.${id.replaceAll('-', '_')}.name`) || id;
export const templateText = (id: string): string => lookUp(`rule.template.${id.replaceAll('-', '_')}.text`);

/** What a rule calls a value of a record, of the clock (`in3days`) or what a step made (`call.id`). */
export function factLabel(name: string): string {
  const days = /^in(\d+)days$/.exec(name)?.[1];
  if (days) return i18n.t('rules.fact.inDays', Number(days));
  const [first = '', rest] = name.split('.');
  if (rest === 'id') return i18n.t('rules.fact.step', [first]);
  // A custom field is known by its id alone.
  return rest ? name : lookUp(`rules.fact.${name}`) || name;
}

/** One step read out. */
export function lineOf(step: Step): string {
  if (step.do === 'action') return operationLabel(step.operation);
  if (step.do === 'wait') return i18n.t('rules.waits', [minutesWords(step.minutes)]);
  if (step.do === 'notify') return `${stepWords('notify')}: ${step.title}`;
  return stepWords(step.do);
}

export interface State {
  tone: Tone;
  words: string;
}

const isPilot = ({ pilot }: Rule): boolean => pilot.on;

/** One or two words on how it is with a rule. */
export function stateOf({ rule, state, problems }: RuleView): State {
  if (state.paused) return { tone: 'bad', words: lookUp(`rules.paused.${state.paused.why}`) };
  if (problems.length > 0) return { tone: 'warn', words: i18n.t('rules.state.problems') };
  if (!rule.on) return { tone: 'neutral', words: i18n.t('rules.state.off') };
  if (!isPilot(rule)) return { tone: 'good', words: i18n.t('rules.state.on') };
  const { people, perDay } = rule.pilot;
  if (people.length > 0) return { tone: 'accent', words: i18n.t('rules.state.pilotPeople', [String(people.length)]) };
  return { tone: 'accent', words: i18n.t('rules.state.pilotDay', [String(perDay ?? 0)]) };
}

/** "30 min", "3 h", "2 d" */
export function minutesWords(minutes: number): string {
  if (minutes < 120) return i18n.t('rules.minutes', [String(minutes)]);
  if (minutes < 2880) return i18n.t('rules.hours', [String(Math.round(minutes / 60))]);
  return i18n.t('rules.days', [String(Math.round(minutes / 1440))]);
}
