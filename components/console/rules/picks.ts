import { operationOf } from '../../../lib/catalog/operations/index.ts';
import { type LookUp, lookUpOf } from '../../../lib/catalog/operations/look-ups.ts';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { System } from '../../../lib/model/subject.ts';

export interface ListPick {
  lookUp: LookUp;
  connection: string;
  /** What the record tells is a name; else an id. */
  byName: boolean;
}

/** Facts whose value is one of the vendor's own list: which list, whose (left out: of the system the record is in), by name or by id. */
const LISTS: Record<string, { entity: string; system?: System; byName?: true }> = {
  practiceArea: { entity: 'practice-area', system: 'clio', byName: true },
  stage: { entity: 'matter-stage', system: 'clio', byName: true },
  attorneyName: { entity: 'user', system: 'clio', byName: true },
  attorneyId: { entity: 'user', system: 'clio' },
  assigneeId: { entity: 'user' },
  assignedTo: { entity: 'user', system: 'highlevel' },
  calendarId: { entity: 'calendar' },
  tags: { entity: 'tag', system: 'highlevel', byName: true },
};

/** What a value for this fact (`record.practiceArea`) can be chosen from, if there is a list and an account to ask. */
export function pickOf(fact: string, trigger: string, connections: ConnectionsView | undefined): ListPick | undefined {
  const list = LISTS[fact.slice(fact.indexOf('.') + 1)];
  const system = list?.system ?? operationOf(trigger)?.system;
  if (!list || (system !== 'clio' && system !== 'highlevel')) return undefined;
  const { entity, byName = false } = list;
  const lookUp = lookUpOf(system, { entity, name: byName && entity === 'tag' ? 'tags' : '', kind: 'record' });
  const connection = connections?.connections.find((one) => one.system === system && one.state === 'ok')?.id;
  return lookUp && connection ? { lookUp, connection, byName } : undefined;
}
