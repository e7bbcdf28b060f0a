import type { Matter } from '../../lib/model/matter.ts';
import { allOn, CLIO, createPlanWorld, linked, PLACE, type PlanWorld, type Row, theLink } from './sync-plan-world.ts';

const LINK = theLink().key;
export const matter = (id: string): Matter => ({ account: CLIO, id, label: `Matter ${id}`, status: 'Open', related: [] });
export const people = async (choice = allOn()) => {
  const world = await createPlanWorld(choice);
  await linked(world);
  return world;
};
/** HighLevel's tasks of the person were read to the end since sync was switched on. */
export const listRead = async (world: PlanWorld, ids: string[] = []) =>
  world.batch({ lists: [{ key: `highlevel|${PLACE}|task|of|hl7`, ids }] });
/** What the write's own answer tells. */
export const made = (entity: 'task' | 'note' | 'appointment' | 'calendar-entry', value: Row) => ({
  told: [{ entity, id: value.id, value }],
  id: value.id,
});
export const pairOf = (world: PlanWorld, entity: string, id: string) => world.syncReader.pair(`${LINK}|${entity}|${id}`);
