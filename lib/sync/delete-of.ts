import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';

/** The write that removes one record under a person. `contactId`: the HighLevel contact it stands under. */
export function deleteOf(system: System, entity: ChildEntity, id: string, contactId: string): { op: string; input: unknown } {
  if (system === 'clio') {
    const kind = entity === 'appointment' ? 'entry' : entity;
    return { op: `clio.${kind}.delete`, input: { [`${kind}Id`]: id } };
  }
  const name = { task: 'taskId', note: 'noteId', appointment: 'eventId' }[entity];
  return { op: `highlevel.${entity}.delete`, input: { contactId, [name]: id } };
}
