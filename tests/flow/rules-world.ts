import { createRules } from '../../lib/app/rules-run.ts';
import { contextOf } from '../../lib/app/syncing.ts';
import { createSealer } from '../../lib/auth/seal.ts';
import type { Link } from '../../lib/model/link.ts';
import type { Rule, Step } from '../../lib/model/rule.ts';
import { noSync } from '../../lib/model/sync.ts';
import { createRulesStore } from '../../lib/store/rules-store.ts';
import { dirtyKey } from '../../lib/sync/dirty.ts';
import { createTwoWayWorld } from './two-way-world.ts';

/** Ruth, linked; both systems are read, nothing is kept equal by sync; rules are run between the turns of the real engine. */
export async function createRulesWorld() {
  const world = await createTwoWayWorld();
  // `link` of the world makes one; this is Ruth's.
  const linked = world.link as unknown as Link;
  const rules = createRulesStore(world.db, createSealer(world.db), () => undefined);
  const failures: unknown[] = [];
  const ids = (function* () {
    for (let id = 1; ; id += 1) yield `rule${id}`;
  })();
  const parts = {
    ...world,
    rules,
    context: contextOf,
    newId: () => crypto.randomUUID(),
    failed: (error: unknown) => void failures.push(error),
  };
  const engine = createRules(parts);
  await world.settings.update('sync', () => ({ [world.clio.id]: { ...noSync(), on: true, since: world.now() } }));
  const key = dirtyKey({ kind: 'read', link: linked.key });
  await world.apply({ at: world.now(), dirty: [{ key, at: world.now() }] }, 'person');
  await world.wake();
  await world.pass(2);
  // The log is read from here on.
  await world.apply({ at: world.now(), readers: [{ name: 'rules', seq: await world.syncReader.newestChange() }] }, 'person');
  const all = {
    ...world,
    parts,
    engine,
    rules,
    failures,
    async rule(more: Partial<Rule> & Pick<Rule, 'trigger' | 'steps'>): Promise<Rule> {
      const rule = {
        ...{ id: ids.next().value ?? '', name: 'A rule', on: true, version: 0, conditions: { all: [] }, scope: {} },
        ...{ pilot: { on: false, people: [] }, budget: { perHour: 100, perDay: 100 } },
        ...more,
      };
      return rules.save(rule, world.now());
    },
    /** Minutes go by; what is read sets off rules, and what they queued is sent. */
    async live(minutes: number) {
      for (let minute = 0; minute < minutes; minute += 1) {
        await world.pass(1);
        await engine.run();
        await world.wake();
      }
      if (failures.length) throw failures[0];
    },
    runs: () => world.db.read(['runs'], (tx) => tx.objectStore('runs').getAll()),
    queued: () => world.db.read(['outbox'], (tx) => tx.objectStore('outbox').getAll()),
    ruleAsks: async () => (await world.syncReader.asks('open', 100)).filter(({ kind }) => kind === 'rule'),
  };
  return all;
}

export type RulesWorld = Awaited<ReturnType<typeof createRulesWorld>>;

export const followUp: Step = {
  id: 'task',
  do: 'action',
  operation: 'highlevel.task.create',
  values: { contactId: '{{link.highlevelId}}', title: 'After: {{record.title}}', due: '{{time.in2days}}' },
};
export const tagged = (tags: string[]): Step => ({
  id: 'tag',
  do: 'action',
  operation: 'highlevel.contact.add-tags',
  values: { contactId: '{{link.highlevelId}}', tags },
});
