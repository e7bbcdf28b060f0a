import { askKey } from '../model/ask.ts';
import type { CalendarEntry } from '../model/calendar-entry.ts';
import type { Link } from '../model/link.ts';
import type { Matter } from '../model/matter.ts';
import type { Note } from '../model/note.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Task } from '../model/task.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { knownKeys } from './known.ts';
import type { Child } from './plan-kinds.ts';
import type { Ground, PlanParts } from './plan-parts.ts';

/** Whose record it is: the contact it names, the people of an entry, the client of its matter, else whom we made it for. */
export async function ownersOf(
  { reader }: PlanParts,
  system: System,
  entity: ChildEntity,
  record: Child,
  ground: Ground,
): Promise<string[]> {
  if (record.contactId) return [record.contactId];
  if (system === 'highlevel') return [];
  const named =
    entity === 'appointment'
      ? (record as CalendarEntry).attendees.filter((one) => one.type === 'Contact').map((one) => one.id)
      : [];
  const { matter } = record as Partial<Task & Note>;
  if (named.length) return named;
  if (!matter) {
    const made = await reader.known<{ link: string }>(knownKeys.taskOf(ground.clio.account, record.id));
    return made ? [made.link.split('|')[1] ?? ''] : [];
  }
  const kept = await reader.record<Matter>(recordKey('clio', ground.clio.account, 'matter', matter.id));
  return kept?.client ? [kept.client.id] : [];
}

/** The client's open matters, as the store has them. */
export async function openMatters({ reader }: PlanParts, ground: Ground, clioId: string): Promise<Matter[]> {
  const all = await reader.list<Matter>(listKey('clio', ground.clio.account, 'matter', clioId));
  return all.filter(({ status }) => status === 'Open');
}

/** The person is gone from that system, and what becomes of the link is still asked: nothing can be made for them there meanwhile. */
export async function isMissed({ syncReader }: PlanParts, { key, clioId, highlevelId }: Link, side: System): Promise<boolean> {
  const ask = await syncReader.ask(askKey.vanished(key, side, 'contact', side === 'clio' ? clioId : highlevelId));
  return ask?.state === 'open';
}
