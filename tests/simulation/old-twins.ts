import type { Memory } from './memory.ts';
import { pass, type Stage } from './stage.ts';
import { contactsOf, matterOf, twinOf } from './systems.ts';

/**
 * Before two-way sync is switched on somebody has kept a few tasks in both systems by hand. Old records are made nowhere; these stand for one
 * another all the same, as they say the same.
 */
export async function oldTwins(stage: Stage, memory: Memory): Promise<void> {
  const { office, clio, chance } = stage;
  for (const person of contactsOf.clio(stage).slice(0, 3)) {
    const [twin, matter] = [twinOf(stage, person), matterOf(stage, person.id)];
    if (!twin || !matter) continue;
    const name = `Kept twice ${stage.fresh()}`;
    const day = `2026-12-${String(10 + chance.below(18))}`;
    const assignee = { id: clio.state.rows.users[0]?.id, type: 'User' };
    const data = { name, description: 'As Clio has it', due_at: day, matter: { id: matter.id }, assignee, permission: 'public' };
    office.clio('POST', '/tasks.json', { data });
    const task = { title: name, body: 'As the lead was told', dueDate: `${day}T20:00:00Z`, completed: false };
    office.highlevel('POST', `/contacts/${twin.id}/tasks`, task);
    memory.texts.set(name, { entity: 'task', from: 'clio', owner: String(person.id), hand: { clio: 1, highlevel: 1 } });
  }
  await pass(stage, 120);
}
