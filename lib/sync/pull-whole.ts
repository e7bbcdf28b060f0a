import { fromWireEntry } from '../clio/convert-entry.ts';
import { fromWireNote } from '../clio/convert-note.ts';
import { fromWireTask } from '../clio/convert-task.ts';
import { clioRequests } from '../clio/requests.ts';
import type { CalendarEntry } from '../model/calendar-entry.ts';
import { type AppError, toAppError } from '../model/errors.ts';
import type { Link } from '../model/link.ts';
import type { Matter } from '../model/matter.ts';
import type { System } from '../model/subject.ts';
import { CHILD_ENTITIES, type ChildEntity } from '../model/sync.ts';
import type { Batch } from '../store/batch.ts';
import type { PairOpen } from '../store/read-sync.ts';
import { type DirtyRow, listKey, recordKey } from '../store/rows.ts';
import { readClioContact, readClioWork, readMatterNotes, readMatters } from './clio-reads.ts';
import { type Dirty, dirtyKey, dirtyOf } from './dirty.ts';
import { readHighLevel } from './highlevel-reads.ts';
import { entriesAgain } from './pull-again.ts';
import type { PullParts } from './pull-parts.ts';
import { near } from './source.ts';
import type { SyncPair } from './sync-pairs.ts';
import { wholeRow } from './whole.ts';

type Failed = AppError | undefined;
type Marks = NonNullable<Batch['dirty']>;

const entityIn = (system: System, entity: ChildEntity) =>
  system === 'clio' && entity === 'appointment' ? ('calendar-entry' as const) : entity;

/** Reads one Clio child that stands in no list of the person (a task without a matter, a calendar entry, a note of a matter). */
const CLIO_CHILD: Record<ChildEntity, (parts: PullParts, { clio }: SyncPair, id: string) => Promise<unknown>> = {
  task: async ({ client }, { clio }, id) =>
    fromWireTask((await client.call(clio, clioRequests.task(id), { priority: 'background' })).data.data, {
      account: clio.account,
    }),
  note: async ({ client }, { clio }, id) =>
    fromWireNote((await client.call(clio, clioRequests.note(id), { priority: 'background' })).data.data, {
      account: clio.account,
    }),
  appointment: async ({ client }, { clio }, id) =>
    fromWireEntry((await client.call(clio, clioRequests.entry(id), { priority: 'background' })).data.data, clio.account),
};

async function readClio(parts: PullParts, { clio, choice }: SyncPair, link: Link): Promise<Record<string, Failed>> {
  const { clioId } = link;
  const [contact, work, matter] = await Promise.all([
    readClioContact(parts, clio, clioId),
    readClioWork(parts, clio, clioId),
    readMatters(parts, clio, clioId),
  ]);
  const matters = await parts.reader.list<Matter>(listKey('clio', clio.account, 'matter', clioId));
  const allowed = matters.filter(({ id }) => choice.privilege.matters[id]?.notes);
  const notes = await Promise.all(allowed.map(({ id }) => readMatterNotes(parts, clio, id)));
  return { contact, ...work, matter, matterNotes: notes.find((one) => one !== undefined) };
}

/** A twin that stands in none of the lists: read by itself, and marked as gone where it is not there. */
async function lookForTwin(
  parts: PullParts,
  pair: SyncPair,
  { entity, clioId: id }: PairOpen,
  at: number,
): Promise<Partial<Batch>> {
  const { account } = pair.clio;
  const since = parts.now();
  try {
    const value = await CLIO_CHILD[entity](parts, pair, id);
    const record = { system: 'clio' as const, account, entity: entityIn('clio', entity), id, value };
    await parts.apply({ at: parts.now(), since, records: value ? [record] : [] }, 'pull');
    return {};
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code !== 'not-found') throw error;
    return { dirty: [{ key: dirtyKey({ kind: 'gone', system: 'clio', account, entity, id }), at }] };
  }
}

interface Side {
  system: System;
  account: string;
  contactId: string;
  read: Record<string, Failed>;
}

/** Marks of one side that was read: the contact if it is gone, else all its children. */
async function marksOfSide(
  parts: PullParts,
  { system, account, contactId, read }: Side,
  at: number,
): Promise<[Marks, Set<string>]> {
  const there = new Set<string>();
  if (read.contact) return [[{ key: dirtyKey({ kind: 'gone', system, account, entity: 'contact', id: contactId }), at }], there];
  const marks: Marks = [];
  for (const entity of CHILD_ENTITIES) {
    const list = await parts.reader.list<{ id: string }>(listKey(system, account, entityIn(system, entity), contactId));
    for (const { id } of list) {
      there.add(`${entity}|${id}`);
      marks.push({ key: dirtyKey({ kind: 'child', system, account, entity, id }), at });
    }
  }
  return [marks, there];
}

/** Nobody moves a meeting that is over. */
async function isLongPast({ reader, now }: PullParts, account: string, id: string): Promise<boolean> {
  const entry = await reader.record<CalendarEntry>(recordKey('clio', account, 'calendar-entry', id));
  return entry !== undefined && Date.parse(entry.endsAt) < near(now()).from;
}

/** Twins that should stand there and don't. Calendar entries are read by themselves even if stored: no list of a person has them. */
async function marksOfTwins(
  parts: PullParts,
  pair: SyncPair,
  side: Side,
  there: Set<string>,
  link: string,
  at: number,
): Promise<Marks> {
  const { system, account } = side;
  const marks: Marks = [];
  for (const twin of await parts.syncReader.pairsOfLink(link)) {
    const { entity } = twin;
    const id = system === 'clio' ? twin.clioId : twin.highlevelId;
    if (system === 'clio' && entity === 'appointment' ? await isLongPast(parts, account, id) : there.has(`${entity}|${id}`))
      continue;
    if (system === 'clio') marks.push(...((await lookForTwin(parts, pair, twin, at)).dirty ?? []));
    // HighLevel's lists of one contact are whole.
    else marks.push({ key: dirtyKey({ kind: 'gone', system, account, entity, id }), at });
  }
  return marks;
}

/**
 * Reads one or both sides of a link whole and marks everything of it for deciding. The answer is what has to go into the store together with
 * the end of the mark; throws when something could not be read.
 */
export async function readWhole(all: PullParts, pair: SyncPair, link: Link, only?: System): Promise<Partial<Batch>> {
  const parts: PullParts = { ...all, priority: 'background' };
  const { clio, location } = pair;
  const [here, there] = await Promise.all([
    only === 'highlevel' ? undefined : readClio(parts, pair, link),
    only === 'clio' ? undefined : readHighLevel(parts, location, link),
  ]);
  const sides: Side[] = [
    ...(here ? [{ system: 'clio' as const, account: clio.account, contactId: link.clioId, read: here }] : []),
    ...(there ? [{ system: 'highlevel' as const, account: location.account, contactId: link.highlevelId, read: there }] : []),
  ];
  const failures = sides.flatMap(({ read }) => Object.values(read)).filter((one) => one !== undefined);
  const trouble = failures.find(({ code }) => code !== 'not-found');
  if (trouble) throw trouble;
  const at = parts.now();
  const dirty: Marks = [{ key: dirtyKey({ kind: 'contact', link: link.key }), at }];
  for (const side of sides) {
    const [marks, present] = await marksOfSide(parts, side, at);
    dirty.push(...marks);
    if (!side.read.contact) dirty.push(...(await marksOfTwins(parts, pair, side, present, link.key, at)));
  }
  return { dirty, ...(only ? {} : { known: [wholeRow(link, at)], cursors: await entriesAgain(parts, pair, link) }) };
}

/** A mark that asks for a reading. */
export interface Wanted extends DirtyRow {
  of: Extract<Dirty, { kind: 'read' }>;
}

export const wantedOf = (rows: DirtyRow[]): Wanted[] =>
  rows.flatMap((row) => {
    const of = dirtyOf(row.key);
    return of.kind === 'read' ? [{ ...row, of }] : [];
  });
