import { vi } from 'vitest';
import { contextOf } from '../../lib/app/syncing.ts';
import { createSealer } from '../../lib/auth/seal.ts';
import type { Rule, Step } from '../../lib/model/rule.ts';
import { createRulesStore } from '../../lib/store/rules-store.ts';
import { officeActs } from './office-acts.ts';
import { createTwoWayWorld } from './two-way-world.ts';

// Hours of the world's own time: seconds here, more on a machine that has much to do.
vi.setConfig({ testTimeout: 90_000 });

/** A rule that lacks nothing but what it is about. */
export const ruleWith = (more: Partial<Rule> & Pick<Rule, 'id'>): Rule => ({
  ...{ name: 'A rule', on: true, version: 0, conditions: { all: [] }, scope: {}, steps: [] },
  ...{ trigger: { id: 'clio.task.created', params: {} } },
  ...{ pilot: { on: false, people: [] }, budget: { perHour: 100, perDay: 100 } },
  ...more,
});

/** About nothing: with one rule on, both systems are read. */
const KEEPER = ruleWith({ id: 'keeper', trigger: { id: 'clio.contact.visited', params: {} }, conditions: { any: [] } });

/**
 * Ruth, linked; two-way sync is off, so that whatever is written was written by a rule. Rules are made by the console's messages, set off
 * by what people do in both systems, and run in the turns of the real app.
 */
export async function createRulesWorld() {
  const world = await createTwoWayWorld();
  const rules = createRulesStore(world.db, createSealer(world.db), () => undefined);
  const office = officeActs(world);
  const parts = { ...world, rules, context: contextOf, newId: () => crypto.randomUUID() };
  let count = 0;
  const save = (rule: Rule) => world.say('console', 'rule.save', { rule });
  const live = async (minutes: number) => {
    await world.pass(minutes);
    await world.wake();
  };
  await save(KEEPER);
  await world.wake();
  await world.pass(3);
  let seen = world.sandbox.ledger.entries({}).at(-1)?.n ?? 0;
  return {
    ...world,
    ...office,
    ...{ parts, rules, save, live },
    async rule(more: Partial<Rule>): Promise<Rule> {
      count += 1;
      const saved = await save(ruleWith({ id: `rule${count}`, ...more }));
      if (saved.on === (more.on ?? true)) return saved;
      const { rules: all } = await world.say('console', 'rules.view', {});
      throw new Error(JSON.stringify(all.find(({ rule }) => rule.id === saved.id)?.problems));
    },
    /** Calls of ours that change something, since the last time this was asked. */
    sent(): string[] {
      const all = world.writes().filter(({ n }) => n > seen);
      seen = all.at(-1)?.n ?? seen;
      return all.map(({ routeId = '' }) => routeId).sort();
    },
    /** Minutes go by until it is so. */
    async within(minutes: number, what: () => unknown, label = 'it'): Promise<void> {
      for (let minute = 0; minute <= minutes; minute += 1) {
        if (await what()) return;
        await live(1);
      }
      const open = (await world.openRows()).map(({ op, state, error }) => `${op} ${state} ${JSON.stringify(error)}`);
      const told = await world.syncReader.activity({ by: 'rule' }, undefined, 20);
      const log = told.map(({ kind, outcome, why, op, body }) =>
        [kind, op, outcome, why, JSON.stringify(body.kept ?? '')].join(' '),
      );
      throw new Error(`${label} never came; waiting: ${open.join(', ') || 'nothing'}; log: ${log.join('; ') || 'nothing'}`);
    },
    addTask: (name: string, more: object = {}) => office.clioTask(world.ruth.matterId, { name, due_at: office.day(5), ...more }),
    tasksCalled: (title: string) => world.highlevelTasks().filter((one) => one.title === title),
    touched: () => office.touch(world.ruth.highlevelId),
    matter: () => world.sandbox.clio.state.rows.matters.find(({ id }) => id === world.ruth.matterId)!,
    runs: async () => {
      const all = await world.db.read(['runs'], (tx) => tx.objectStore('runs').getAll());
      return all.filter(({ rule }) => rule !== KEEPER.id);
    },
    queued: () => world.db.read(['outbox'], (tx) => tx.objectStore('outbox').getAll()),
    ruleAsks: async () => (await world.say('console', 'asks.view', {})).asks.filter(({ kind }) => kind === 'rule'),
    answer: (key: string, offer: 'go' | 'stop' | 'approve' | 'never' | 'seen') =>
      world.say('console', 'ask.answer', { key, answer: { offer } }),
    ruleView: async (id: string) => (await world.say('console', 'rules.view', {})).rules.find(({ rule }) => rule.id === id)!,
  };
}

export type RulesWorld = Awaited<ReturnType<typeof createRulesWorld>>;

export const followUp: Step = {
  id: 'task',
  do: 'action',
  operation: 'highlevel.task.create',
  values: { contactId: '{{link.highlevelId}}', title: 'After: {{record.title}}', due: '{{time.in2days}}' },
};
export const tagged = (tags: string[], id = 'tag'): Step => ({
  id,
  do: 'action',
  operation: 'highlevel.contact.add-tags',
  values: { contactId: '{{link.highlevelId}}', tags },
});
