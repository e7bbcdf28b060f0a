import type { Happening } from '../catalog/operations/fires.ts';
import { phoneCountryOf } from '../clio/regions.ts';
import { type Country, normalizePhone } from '../match/normalize.ts';
import type { CalendarEntry } from '../model/calendar-entry.ts';
import type { Entity } from '../model/change.ts';
import type { Connection } from '../model/connection.ts';
import type { Contact } from '../model/contact.ts';
import type { Link } from '../model/link.ts';
import type { Matter } from '../model/matter.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Scene } from '../rules/scene.ts';
import type { Reader } from '../store/read.ts';
import type { SyncReader } from '../store/read-sync.ts';
import { listKey, recordKey } from '../store/rows.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';

export interface SceneParts {
  reader: Reader;
  syncReader: SyncReader;
  connections: Connections;
  settings: SettingsStore;
  now: () => number;
}

/** A scene with what carrying it out takes. */
export interface Stage {
  scene: Scene;
  link?: Link;
  connections: Partial<Record<System, Connection>>;
  label: string;
}

/** Something that happened, in one account. */
export type Event = Happening & { account: string };

const CHILDREN: Partial<Record<Entity, ChildEntity>> = {
  task: 'task',
  note: 'note',
  appointment: 'appointment',
  'calendar-entry': 'appointment',
};
export const childOf = (entity: Entity): ChildEntity | undefined => CHILDREN[entity];

/** The contact a record belongs to. */
async function ownerOf({ reader }: SceneParts, { entity, id, account, after, before }: Event): Promise<string | undefined> {
  if (entity === 'contact') return id || undefined;
  const record = (after ?? before) as Partial<Matter & CalendarEntry> & { contactId?: string; matter?: { id: string } };
  if (!record) return undefined;
  if (entity === 'matter') return record.client?.id;
  if (entity === 'calendar-entry') return record.attendees?.find(({ type }) => type === 'Contact')?.id;
  if (record.contactId || !record.matter) return record.contactId;
  return (await reader.record<Matter>(recordKey('clio', account, 'matter', record.matter.id)))?.client?.id;
}

/** The account itself, and the one on the other side if there is no doubt which. */
async function connectionsOf({ connections, settings }: SceneParts, { system, account }: Event, links: Link[]) {
  const [all, pairs] = await Promise.all([connections.all(), settings.get('pairs')]);
  const own = all.find((one) => one.system === system && one.account === account);
  const find = (id: string | undefined) => all.find((one) => one.id === id);
  if (system === 'clio') return { clio: own, highlevel: find(own && pairs[own.id]) };
  const clios = all.filter((one) => own && pairs[one.id] === own.id);
  const linked = clios.filter((one) => links.some(({ clioAccount }) => clioAccount === one.account));
  const [only, ...others] = linked.length ? linked : clios;
  return { highlevel: own, clio: others.length ? undefined : only };
}

async function linkOf(parts: SceneParts, event: Event, owner: string | undefined) {
  const { system, account } = event;
  const links = !owner
    ? []
    : system === 'clio'
      ? await parts.syncReader.linksOfClio(account, owner)
      : await parts.reader.linksOfHighLevel(account, owner);
  const connections = await connectionsOf(parts, event, links);
  const ours = links.filter(
    (one) => one.clioAccount === connections.clio?.account && one.locationId === connections.highlevel?.account,
  );
  // One HighLevel contact beside several Clio people: nobody can say who is meant.
  return { connections, link: ours.length === 1 ? ours[0] : undefined };
}

async function twinOf(
  { syncReader }: SceneParts,
  { system, entity, id }: Event,
  link: Link | undefined,
): Promise<string | undefined> {
  const child = childOf(entity);
  if (!link || !child) return undefined;
  if (system === 'clio') return (await syncReader.pair(`${link.key}|${child}|${id}`))?.highlevelId;
  return (await syncReader.pairsOfHighLevel(child, id)).find((pair) => pair.link === link.key)?.clioId;
}

/** Its own matter, else all of its person. */
async function mattersOf(
  { reader }: SceneParts,
  { entity, after, before }: Event,
  account = '',
  client = '',
): Promise<unknown[]> {
  const record = after ?? before;
  if (entity === 'matter') return [record];
  const own = (record as { matter?: { id: string } } | undefined)?.matter?.id;
  if (!own) return client ? reader.list(listKey('clio', account, 'matter', client)) : [];
  return [await reader.record(recordKey('clio', account, 'matter', own))];
}

/** Others of the same account with one of its e-mails or phones: an office line is shared by a few, a twin by one. */
async function likeOf({ syncReader }: SceneParts, event: Event, own: Connection | undefined): Promise<number | undefined> {
  const contact = event.after as Contact | undefined;
  if (event.entity !== 'contact' || !Array.isArray(contact?.emails) || !Array.isArray(contact.phones)) return undefined;
  const country = (own?.country ?? phoneCountryOf(own?.region ?? 'us')) as Country;
  const emails = contact.emails.map(({ value }) => value.trim().toLowerCase());
  const phones = contact.phones.flatMap(({ value }) => normalizePhone(value, country) ?? []);
  const found = await syncReader.peopleLike(event.system, event.account, { emails, phones });
  return found.filter(({ id }) => id !== event.id).length;
}

const labelOf = (record: unknown): string => {
  const { name, title, label, text } = (record ?? {}) as Record<string, unknown>;
  return String(name ?? title ?? label ?? text ?? '').slice(0, 120);
};

/** Everything a rule may know of an event, from the store. */
export async function stageOf(parts: SceneParts, event: Event): Promise<Stage> {
  const { system, entity, id, account } = event;
  const owner = await ownerOf(parts, event);
  const { connections, link } = await linkOf(parts, event, owner);
  const { clio, highlevel } = connections;
  const idOn = (side: System) => (side === system ? owner : side === 'clio' ? link?.clioId : link?.highlevelId);
  const contact = async (side: System): Promise<unknown> => {
    const [own, at] = [idOn(side), connections[side]?.account];
    if (entity === 'contact' && side === system) return event.after ?? event.before;
    return own && at ? parts.reader.record(recordKey(side, at, 'contact', own)) : undefined;
  };
  const scene: Scene = {
    happening: event,
    clio: await contact('clio'),
    highlevel: await contact('highlevel'),
    // What is known without a link: the record's own contact.
    link: link ?? { clioId: idOn('clio') ?? '', highlevelId: idOn('highlevel') ?? '' },
    twin: await twinOf(parts, event, link),
    matters: await mattersOf(parts, event, clio?.account, idOn('clio')),
    like: await likeOf(parts, event, connections[system]),
    accounts: { clio: clio?.account, highlevel: highlevel?.account },
    now: parts.now(),
    zone: highlevel?.timeZone ?? clio?.timeZone ?? 'UTC',
  };
  const record = event.after ?? event.before ?? (account && (await parts.reader.record(recordKey(system, account, entity, id))));
  return { scene, link, connections, label: labelOf(record) };
}
