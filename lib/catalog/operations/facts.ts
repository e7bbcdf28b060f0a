import type { Entity } from '../../model/change.ts';
import { type Contact, valuesOf } from '../../model/contact.ts';

/** Names and values of a record, flat, as conditions and templates use them. Lists stay lists; what is blank is absent. */
export type Facts = Record<string, string | number | boolean | string[]>;

const PERSON =
  'id kind name firstName middleName lastName email phone company address1 city state postalCode country website dateOfBirth';
/** What each kind of record tells. Custom fields of a contact come beside these, as `customFields.ID`. */
export const FACTS: Partial<Record<Entity, string>> = {
  contact: `${PERSON} tags dnd assignedTo createdAt updatedAt customFields`,
  task: 'id contactId title body due done status assigneeId assigneeName matterId matterLabel private createdAt updatedAt',
  note: 'id contactId title text at authorName matterId matterLabel createdAt updatedAt',
  appointment: 'id contactId title startsAt endsAt status calendarId address assigneeId recurring createdAt updatedAt',
  'calendar-entry':
    'id title description location startsAt endsAt allDay calendarId matterId matterLabel recurring createdAt updatedAt',
  matter: 'id label status clientId clientName practiceArea stage attorneyId attorneyName createdAt updatedAt',
};

type Row = Record<string, unknown>;
const inner = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {});

/** A record of the model with the names that FACTS gives them. */
function named(entity: Entity, record: Row): Row {
  const due = inner(record.due);
  const matter = inner(record.matter);
  const client = inner(record.client);
  const attorney = inner(record.attorney);
  return {
    ...record,
    ...(entity === 'contact' &&
      Array.isArray(record.emails) &&
      Array.isArray(record.phones) &&
      valuesOf(record as unknown as Contact)),
    due: due.day ?? due.at,
    matterId: matter.id,
    matterLabel: matter.label,
    clientId: client.id,
    clientName: client.name,
    attorneyId: attorney.id,
    attorneyName: attorney.name,
  };
}

/** The facts of a record of the store; empty where there is none. */
export function factsOf(entity: Entity, record: unknown): Facts {
  if (typeof record !== 'object' || record === null) return {};
  const all = named(entity, record as Row);
  const facts: Facts = {};
  for (const name of (FACTS[entity] ?? 'id').split(' ')) {
    const value = all[name];
    if (name === 'customFields') for (const [id, one] of Object.entries(inner(value))) facts[`customFields.${id}`] = String(one);
    else if (value !== undefined && value !== null && value !== '') facts[name] = value as Facts[string];
  }
  return facts;
}

/** Facts before and after a change, for conditions and templates. */
export const facts = (change: { entity: Entity; before?: unknown; after?: unknown }): { before: Facts; after: Facts } => ({
  before: factsOf(change.entity, change.before),
  after: factsOf(change.entity, change.after),
});
