import type { SealedLink } from './prepare-links.ts';
import type { NewPerson } from './prepare-sync.ts';
import { type LinkRow, recordKey } from './rows.ts';
import type { Tx } from './transaction.ts';

type WriteTx = Tx<'readwrite'>;

/** Keys of the contact index a link speaks of. */
const peopleOf = (row: LinkRow): string[] => [
  recordKey('clio', row.clioAccount, 'contact', row.clioId),
  recordKey('highlevel', row.locationId, 'contact', row.highlevelId),
];

/** Tells the contact index that a link is new, leads elsewhere, or is gone. */
export async function tellPeople(tx: WriteTx, old: LinkRow | undefined, now: LinkRow | undefined): Promise<void> {
  const people = tx.objectStore('people');
  const before = old ? peopleOf(old) : [];
  const after = now ? peopleOf(now) : [];
  const link = (old ?? now)?.key ?? '';
  for (const key of new Set([...before, ...after])) {
    if (before.includes(key) && after.includes(key)) continue;
    const person = await people.get(key);
    if (!person) continue;
    const others = person.links.filter((one) => one !== link);
    await people.put({ ...person, links: after.includes(key) ? [...others, link] : others });
  }
}

/** Open questions about two who stand for one another no more: an answer could only reach the wrong one, or nobody. */
async function closeAsks(tx: WriteTx, link: string): Promise<void> {
  const asks = tx.objectStore('asks');
  for (const row of await asks.index('link').getAll(link))
    if (row.state === 'open' && row.kind !== 'rule') await asks.put({ ...row, state: 'gone' });
}

export async function putLink(tx: WriteTx, { put, ifAbsent, ifThere, remove, only }: SealedLink): Promise<void> {
  const links = tx.objectStore('links');
  if (put) {
    const old = await links.get(put.key);
    if (!(ifAbsent && old) && !(ifThere && old?.highlevelId !== put.highlevelId)) {
      await links.put(put);
      if (old && old.highlevelId !== put.highlevelId) await closeAsks(tx, put.key);
      await tellPeople(tx, old, put);
    }
  }
  if (remove === undefined) return;
  const old = await links.get(remove);
  if (!old || (only !== undefined && old.highlevelId !== only)) return;
  await links.delete(remove);
  await closeAsks(tx, remove);
  // What was agreed on with one person says nothing of whoever comes next.
  const pairs = tx.objectStore('pairs');
  for (const key of await pairs.index('link').getAllKeys(remove)) await pairs.delete(key);
  await tellPeople(tx, old, undefined);
}

const linksOf = (tx: WriteTx, { system, account, id }: NewPerson): Promise<string[]> => {
  const links = tx.objectStore('links');
  return system === 'highlevel'
    ? links.index('highlevel').getAllKeys(IDBKeyRange.only([account, id]))
    : links.getAllKeys(IDBKeyRange.bound(`${account}|${id}|`, `${account}|${id}|\uffff`));
};

/** An entry of the contact index; an answer that is older than what is known changes nothing. True for somebody new. */
export async function putPerson(tx: WriteTx, person: NewPerson): Promise<boolean> {
  const people = tx.objectStore('people');
  const old = await people.get(person.key);
  if (!old || old.changedAt <= person.changedAt)
    await people.put({ ...person, links: old?.links ?? (await linksOf(tx, person)) });
  return !old;
}
