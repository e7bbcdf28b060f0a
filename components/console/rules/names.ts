import { FACTS } from '../../../lib/catalog/operations/facts.ts';
import { operationOf } from '../../../lib/catalog/operations/index.ts';
import type { Entity } from '../../../lib/model/change.ts';
import type { Step } from '../../../lib/model/rule.ts';

/** A group of values that a rule may speak of, e.g. `record`: `title`, `due`, … */
export interface NameGroup {
  group: string;
  names: string[];
}

/** The same days ahead as lib/rules/scene.ts tells. */
const TIMES = ['now', 'today', 'in1days', 'in2days', 'in3days', 'in5days', 'in7days', 'in14days', 'in30days', 'in90days'];
const words = (entity: Entity): string[] => (FACTS[entity] ?? 'id').split(' ').filter((name) => name !== 'customFields');

export const entityOfTrigger = (id: string): Entity => operationOf(id)?.when?.entity ?? 'contact';

/** Ids of steps, those of branches too, that make something. */
export const actionsIn = (steps: readonly Step[]): string[] =>
  steps.flatMap((one) => {
    if (one.do === 'branch') return [...actionsIn(one.then), ...actionsIn(one.else)];
    return one.do === 'action' ? [one.id] : [];
  });

/** What can be picked for a rule with this trigger; `made` are steps whose ids can be used. */
export function namesFor(trigger: string, made: readonly string[] = []): NameGroup[] {
  const entity = entityOfTrigger(trigger);
  const groups = [
    { group: 'record', names: words(entity) },
    { group: 'before', names: words(entity) },
    { group: 'clio', names: words('contact') },
    { group: 'highlevel', names: words('contact') },
    { group: 'matter', names: words('matter') },
    { group: 'link', names: ['clioId', 'highlevelId'] },
    { group: 'twin', names: ['id'] },
    { group: 'like', names: ['count'] },
    { group: 'time', names: TIMES },
    { group: 'steps', names: made.map((id) => `${id}.id`) },
  ];
  return groups.filter(({ names }) => names.length > 0);
}
