import { APPOINTMENT_TABLE } from '../merge/appointment.ts';
import { CONTACT_TABLE } from '../merge/contact.ts';
import { DND_TABLE } from '../merge/dnd.ts';
import { type ExtraField, extrasTable } from '../merge/extras.ts';
import type { FieldSpec } from '../merge/mapping.ts';
import { NOTE_TABLE } from '../merge/note.ts';
import { TASK_TABLE } from '../merge/task.ts';
import type { Entity } from '../model/change.ts';
import type { CustomFieldView, FieldView, SourceView, SyncPairView, SyncView } from '../model/console-sync.ts';
import type { Place } from '../model/panel.ts';
import type { System } from '../model/subject.ts';
import { noSync, type SyncChoice, type SyncEntity } from '../model/sync.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { dirtyAccounts } from '../sync/dirty-accounts.ts';
import { OPEN } from '../sync/outbox-rows.ts';
import { type Reconciling, reconcilingOf } from '../sync/reconcile-state.ts';
import { type ChosenPair, chosenPairs, type SyncViewParts } from './console-parts.ts';

const fieldView = ({ id, label, kind, directions, suggested, policy }: FieldSpec): FieldView => ({
  id,
  label,
  kind,
  directions: [...directions],
  suggested,
  policy,
});

/** What a person may choose about, entity by entity. */
export function fieldsOf({ extras }: SyncChoice): Record<SyncEntity, FieldView[]> {
  const named = extrasTable(extras as ExtraField[]).map((spec) => ({ ...fieldView(spec), name: spec.label }));
  return {
    contact: [...CONTACT_TABLE.map(fieldView), ...named],
    task: TASK_TABLE.map(fieldView),
    note: NOTE_TABLE.map(fieldView),
    appointment: APPOINTMENT_TABLE.map(fieldView),
    dnd: DND_TABLE.map(fieldView),
  };
}

/** Both accounts' own lists of one kind, as last read. */
async function bothLists<T extends Place>(
  { reader }: SyncViewParts,
  pair: ChosenPair,
  entity: Entity,
): Promise<Record<System, T[]>> {
  const [clio, highlevel] = await Promise.all([
    reader.list<T>(listKey('clio', pair.clio.account, entity, '')),
    reader.list<T>(listKey('highlevel', pair.location.account, entity, '')),
  ]);
  const byName = (a: Place, b: Place) => a.name.localeCompare(b.name);
  return { clio: clio.sort(byName), highlevel: highlevel.sort(byName) };
}

/** How reading this pair's two accounts goes. */
export async function sourcesOf({ syncReader }: SyncViewParts, { clio, location }: ChosenPair): Promise<SourceView[]> {
  const accounts = [clio.account, location.account];
  return (await syncReader.cursors()).flatMap(({ key, at, nextAt, problem }) => {
    const bar = key.indexOf('|');
    const id = key.slice(0, bar);
    if (bar < 0 || !accounts.includes(key.slice(bar + 1).split('|')[0] ?? '') || id.endsWith('.duplicates')) return [];
    return [{ id, system: id.startsWith('clio') ? ('clio' as const) : ('highlevel' as const), at, nextAt, problem }];
  });
}

/** Enough for a list to choose a pilot from. */
const PEOPLE = 200;

/** The first linked people, and those of the small start wherever they stand. */
async function peopleOf(
  { syncReader, reader }: SyncViewParts,
  { clio, location }: ChosenPair,
  { pilot }: SyncChoice,
): Promise<SyncPairView['people']> {
  const links = await syncReader.links(`${clio.account}|`, PEOPLE);
  const ours = links.filter((one) => one.clioAccount === clio.account && one.locationId === location.account);
  const ids = new Set([...ours.map(({ clioId }) => clioId), ...pilot.people]);
  const people = [...ids].map(async (clioId) => {
    const key = recordKey('clio', clio.account, 'contact', clioId);
    const name = (await syncReader.person(key))?.brief.name ?? (await reader.record<{ name: string }>(key))?.name;
    return { id: clioId, name: name ?? clioId };
  });
  return (await Promise.all(people)).sort((a, b) => a.name.localeCompare(b.name));
}

/** More than that is "many" on any screen. */
const COUNTED = 10_000;

async function waitingOf({ syncReader, db }: SyncViewParts, { clio, location }: ChosenPair): Promise<number> {
  const dirty = await syncReader.dirty(Number.MAX_SAFE_INTEGER, COUNTED);
  const ours = dirty.filter(({ key }) => dirtyAccounts(key).some((one) => one === clio.account || one === location.account));
  const rows = await db.read(['outbox'], async (tx) =>
    Promise.all(OPEN.map((state) => tx.objectStore('outbox').index('state').getAll(state))),
  );
  return ours.length + rows.flat().filter((row) => row.connection === clio.id || row.connection === location.id).length;
}

async function pairView(parts: SyncViewParts, pair: ChosenPair, choice: SyncChoice): Promise<SyncPairView> {
  const { clio, location } = pair;
  const [linked, waiting, users, calendars, customFields, sources, people, reconcile] = await Promise.all([
    parts.syncReader.countLinks(clio.account),
    waitingOf(parts, pair),
    bothLists<Place>(parts, pair, 'user'),
    bothLists<Place>(parts, pair, 'calendar'),
    bothLists<CustomFieldView>(parts, pair, 'custom-field'),
    sourcesOf(parts, pair),
    peopleOf(parts, pair, choice),
    reconcilingOf(parts.reader, clio.account, location.account),
  ]);
  const place = ({ id, name }: Place) => ({ id, name });
  const fields = fieldsOf(choice);
  const { last: lastReconcile, ...rest }: Partial<Reconciling> = reconcile;
  const reconciling = rest.run && { since: rest.run.since, done: rest.run.done, of: rest.run.of };
  const known = { choice, linked, waiting, fields, users, calendars, customFields, sources, people };
  return { clio: place(clio), location: place(location), ...known, lastReconcile, reconciling };
}

/** Everything the page "Two-way sync" paints. */
export async function syncView(parts: SyncViewParts): Promise<SyncView> {
  const [pairs, choices, writing] = await Promise.all([
    chosenPairs(parts),
    parts.settings.get('sync'),
    parts.settings.get('writing'),
  ]);
  const views = await Promise.all(pairs.map((pair) => pairView(parts, pair, choices[pair.clio.id] ?? noSync())));
  return { now: parts.now(), storage: parts.storage(), writing, pairs: views };
}
