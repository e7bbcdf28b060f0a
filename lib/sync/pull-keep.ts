import type { Entity } from '../model/change.ts';
import type { Contact } from '../model/contact.ts';
import type { Link } from '../model/link.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { dirtyKey } from './dirty.ts';
import { readHighLevelContact } from './highlevel-reads.ts';
import type { Change, Of, PullParts } from './pull-parts.ts';
import { personOfContact } from './pull-person.ts';

/** How far our clock may be off when "made since it was switched on" is judged by it; beyond the first walk only. */
const CLOCK_OFF = 15 * 60_000;

/** One row as it was read, and what the source does with it. */
export interface Keeping {
  parts: PullParts;
  of: Of;
  /** The walk is the first one: who is found was there before. */
  first: boolean;
  now: number;
}

/** Kept where somebody linked owns it, or where it is kept already. */
export async function keepOwned(
  { parts, of }: Keeping,
  row: { entity: Entity; id: string; value: unknown; owners: (string | undefined)[]; list?: string },
): Promise<Change> {
  const { account } = of.connection;
  const { entity, id, value } = row;
  const record = { system: 'clio' as const, account, entity, id, value };
  for (const owner of row.owners) {
    if (owner && (await parts.syncReader.linksOfClio(account, owner)).length)
      return { records: [{ ...record, list: row.list ?? listKey('clio', account, entity, owner) }] };
  }
  return (await parts.reader.record(recordKey('clio', account, entity, id))) ? { records: [record] } : {};
}

/**
 * Was it made since two-way sync was switched on? That time is by our clock, the record's by its system's; so whoever was not known before and
 * is no older than a clock may be off counts as new too: deciding looks for twins before anything is made.
 */
async function isNew({ parts, of, first }: Keeping, contact: Contact): Promise<boolean> {
  if (contact.kind === 'company') return false;
  const since = of.pairs.flatMap(({ choice }) => (choice.entities.contact.direction === 'off' ? [] : choice.since));
  const made = Date.parse(contact.createdAt ?? '');
  if (!since.length || Number.isNaN(made)) return false;
  const sure = Math.min(...since);
  if (made >= sure) return true;
  if (first || made < sure - CLOCK_OFF) return false;
  return !(await parts.syncReader.person(recordKey(contact.system, contact.account, 'contact', contact.id)));
}

const newMark = ({ system, account, id }: Contact, at: number) => ({ key: dirtyKey({ kind: 'new', system, account, id }), at });

/** Clio's lists tell a contact whole. */
export async function keepClioContact(keeping: Keeping, contact: Contact): Promise<Change> {
  const { parts, of, first, now } = keeping;
  const { account, id } = contact;
  const people = { put: [personOfContact(contact, of)] };
  const record = { system: 'clio' as const, account, entity: 'contact' as const, id, value: contact };
  const isLinked = (await parts.syncReader.linksOfClio(account, id)).length > 0;
  if (!isLinked && (await isNew(keeping, contact))) return { people, records: [record], dirty: [newMark(contact, now)] };
  // Kept because somebody looked at it once: kept fresh too, but not looked for through a whole first walk.
  const isKept = isLinked || (!first && (await parts.reader.record(recordKey('clio', account, 'contact', id))) !== undefined);
  return { people, records: isKept ? [record] : [] };
}

export const sideMark = (link: Link, at: number) => ({
  key: dirtyKey({ kind: 'read', link: link.key, side: 'highlevel' }),
  at,
});

/**
 * The search tells a contact in part (names in lower case), from an index that lags: what it shows of a linked person is a sign to read
 * them anew, together with what may have moved the contact's time of change.
 */
export async function keepHighLevelContact(keeping: Keeping, contact: Contact): Promise<Change> {
  const { parts, of, first, now } = keeping;
  const { account, id } = contact;
  const people = { put: [personOfContact(contact, of)] };
  const key = recordKey('highlevel', account, 'contact', id);
  const links = await parts.reader.linksOfHighLevel(account, id);
  const isNewcomer = !links.length && (await isNew(keeping, contact));
  const kept = first && !links.length && !isNewcomer ? undefined : await parts.reader.record<Contact>(key);
  // A stranger who is kept for a rule, or because somebody looked, is kept fresh too.
  if (!links.length && !isNewcomer && !kept) return { people };
  const isCurrent = kept?.updatedAt === contact.updatedAt;
  if (links.length) return { people, dirty: isCurrent ? [] : links.map((link) => sideMark(link, now)) };
  const failed = isCurrent ? undefined : await readHighLevelContact({ ...parts, priority: 'background' }, of.connection, id);
  // Deleted since: nobody to make on the other side.
  if (failed?.code === 'not-found') return { people: { gone: [key] } };
  if (failed) throw failed;
  return { people, dirty: isNewcomer ? [newMark(contact, now)] : [] };
}
