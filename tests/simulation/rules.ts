import type { Rule, Step } from '../../lib/model/rule.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { contactsOf } from './systems.ts';

const linked = { field: 'link.highlevelId', operator: 'is-filled' } as const;
const contactId = '{{link.highlevelId}}';
const note = (text: string): Step => ({
  id: 'note',
  do: 'action',
  operation: 'highlevel.note.create',
  values: { contactId, text },
});
const task = (title: string): Step => ({
  id: 'task',
  do: 'action',
  operation: 'highlevel.task.create',
  values: { contactId, title, due: '{{time.in2days}}' },
});

/** What a firm might have Rankr do; each leaves texts that tell which rule and which record they come from. */
const RULES: Record<string, Pick<Rule, 'trigger' | 'steps'>> = {
  /** One note for each new task of Clio. */
  heard: { trigger: { id: 'clio.task.created', params: {} }, steps: [note('Heard of {{record.title}}')] },
  /** The same after a person's yes. */
  asked: {
    trigger: { id: 'clio.task.created', params: {} },
    steps: [{ id: 'ask', do: 'approve', text: 'May it?' }, note('Allowed for {{record.title}}')],
  },
  /** A task that comes of a task: it must not come of its own. */
  follow: { trigger: { id: 'highlevel.task.created', params: {} }, steps: [task('Follow {{record.title}}')] },
  /** A task on the other side; two-way sync brings it back to the side it came from. */
  passed: { trigger: { id: 'clio.task.created', params: {} }, steps: [task('Passed on: {{record.title}}')] },
  /** Changes what it is about: its own change must not set it off. */
  louder: {
    trigger: { id: 'highlevel.task.updated', params: {} },
    steps: [
      {
        id: 'louder',
        do: 'action',
        operation: 'highlevel.task.update',
        values: { contactId, taskId: '{{record.id}}', title: '{{record.title}}!', due: '{{record.due}}' },
      },
    ],
  },
  /** Later, and in two steps. */
  later: {
    trigger: { id: 'clio.note.created', params: {} },
    steps: [{ id: 'wait', do: 'wait', minutes: 5 }, note('Later on {{record.text}}'), task('Read {{record.text}}')],
  },
  /** Whoever is opened is noted down once an hour. */
  seen: { trigger: { id: 'clio.contact.visited', params: {} }, steps: [note('Seen by us')] },
};

/** Switches one or two of them on, with a small start in some. What was really kept is remembered. */
export async function switchRulesOn(stage: Stage, memory: Memory): Promise<void> {
  const { chance } = stage;
  for (const [id, { trigger, steps }] of Object.entries(RULES)) {
    if (!chance.chance(0.4)) continue;
    const people = contactsOf.clio(stage).flatMap((one) => (chance.chance(0.5) ? [String(one.id)] : []));
    const pilot = chance.chance(0.4) ? { on: true, people } : { on: false, people: [] };
    const rule: Rule = {
      ...{ id, name: id, on: true, version: 0, trigger, steps, conditions: { all: [linked] }, scope: {}, pilot },
      budget: chance.chance(0.4) ? { perHour: 1, perDay: 50 } : { perHour: 200, perDay: 1000 },
    };
    const saved = await stage.ask<Rule>('console', 'rule.save', { rule });
    if (saved) memory.rules.set(id, { rule: saved, at: stage.time.now() });
  }
}
