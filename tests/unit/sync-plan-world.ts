import type { Context, Outcome } from '../../lib/catalog/define.ts';
import { actionOf } from '../../lib/catalog/index.ts';
import type { Ask, AskAnswer } from '../../lib/model/ask.ts';
import type { Entity } from '../../lib/model/change.ts';
import type { Connection } from '../../lib/model/connection.ts';
import type { Contact } from '../../lib/model/contact.ts';
import type { ErrorCode } from '../../lib/model/errors.ts';
import { type Link, linkKey } from '../../lib/model/link.ts';
import type { Matter } from '../../lib/model/matter.ts';
import type { Note } from '../../lib/model/note.ts';
import type { Write } from '../../lib/model/outbox.ts';
import type { System } from '../../lib/model/subject.ts';
import { type Direction, noSync, SYNC_ENTITIES, type SyncChoice } from '../../lib/model/sync.ts';
import type { Task } from '../../lib/model/task.ts';
import type { Batch } from '../../lib/store/batch.ts';
import { listKey } from '../../lib/store/rows.ts';
import { createConnections, createSettings } from '../../lib/store/settings.ts';
import { done, stop } from '../../lib/sync/conclude.ts';
import { type Dirty, dirtyKey } from '../../lib/sync/dirty.ts';
import type { Job, JobParts } from '../../lib/sync/job.ts';
import { createOutbox } from '../../lib/sync/outbox.ts';
import { createPlanner } from '../../lib/sync/plan.ts';
import { createTurns } from '../../lib/sync/turns.ts';
import { clio, createStorage, location } from './store-parts.ts';

/** Whatever a system tells of a record. */
export type Row = { id: string; contactId?: string; [name: string]: unknown } | Contact | Task | Note | Matter;

export const CLIO = 'us:1';
export const PLACE = 'loc';
export const START = Date.parse('2026-11-22T17:00:00Z');
export const ZONE = 'America/Vancouver';

export const person = (system: System, id: string, values: Partial<Contact> = {}): Contact => ({
  system,
  account: system === 'clio' ? CLIO : PLACE,
  id,
  kind: 'person',
  name: `${values.firstName ?? 'Marisol'} ${values.lastName ?? 'Ortega'}`,
  firstName: 'Marisol',
  lastName: 'Ortega',
  emails: [{ value: 'marisol@example.com', primary: true }],
  phones: [],
  tags: [],
  dnd: system === 'highlevel' ? false : undefined,
  customFields: {},
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-11-22T16:00:00Z',
  ...values,
});

export const task = (system: System, id: string, values: Partial<Task> = {}): Task => ({
  system,
  account: system === 'clio' ? CLIO : PLACE,
  id,
  contactId: system === 'clio' ? '7' : 'hl7',
  title: 'File the motion',
  due: system === 'clio' ? { kind: 'day', day: '2026-12-01' } : { kind: 'time', at: '2026-12-02T01:00:00Z' },
  done: false,
  ...(system === 'clio' ? { status: 'pending', private: false, createdAt: '2026-11-22T17:10:00Z' } : {}),
  ...values,
});

export const note = (system: System, id: string, values: Partial<Note> = {}): Note => ({
  system,
  account: system === 'clio' ? CLIO : PLACE,
  id,
  contactId: system === 'clio' ? '7' : 'hl7',
  text: 'She called about the hearing.',
  at: '2026-11-22T17:10:00Z',
  createdAt: '2026-11-22T17:10:00Z',
  ...values,
});

export const theLink = (values: Partial<Link> = {}): Link => ({
  key: linkKey(CLIO, '7', PLACE),
  clioAccount: CLIO,
  clioId: '7',
  locationId: PLACE,
  highlevelId: 'hl7',
  by: 'person',
  reasons: [],
  at: START - 1000,
  base: {},
  ...values,
});

/** Everything on, in one direction. */
export function allOn(direction: Direction = 'both', create = true): SyncChoice {
  const choice = { ...noSync(), on: true, since: START, assignee: '900', calendars: { clio: '5', highlevel: 'cal' } };
  for (const entity of SYNC_ENTITIES) choice.entities[entity] = { direction, policy: 'ask', create, fields: {} };
  return choice;
}

/** The planner on a real store, with the two systems played by the test: what it queued is ended by `carryOut` or `refuse`. */
export async function createPlanWorld(choice: SyncChoice = allOn()) {
  const storage = createStorage();
  await storage.keep({ ...clio(CLIO), timeZone: ZONE }, { accessToken: 'a' }, storage.eras.mark());
  await storage.keep({ ...location(PLACE), timeZone: ZONE, country: 'US' }, { accessToken: 'b' }, storage.eras.mark());
  let now = START + 3_600_000;
  const quiet = (): void => undefined;
  const [connections, settings] = [createConnections(storage.db, quiet), createSettings(storage.db, quiet)];
  const outbox = createOutbox(storage.db, storage.sealer, quiet);
  await settings.pair(`clio:${CLIO}`, `highlevel:${PLACE}`);
  await settings.update('sync', () => ({ [`clio:${CLIO}`]: choice }));
  const context = ({ account }: Connection): Context => ({ account, timeZone: ZONE, country: 'US' });
  const { reader, syncReader, apply } = storage;
  let id = 0;
  const parts = {
    ...{ reader, syncReader, apply, outbox, connections, settings, context },
    now: () => now,
    newId: () => `act${++id}`,
  };
  const planner = createPlanner(parts);
  const jobParts = {
    ...{ outbox, apply, now: parts.now, random: () => 0.5, sync: parts, turns: createTurns() },
    linkedTo: async (link: string) => (await reader.link(link))?.highlevelId,
    taken: async () => [],
    mayWrite: async () => true,
  } as unknown as JobParts;
  const job = async (write: Write): Promise<Job> => {
    const connection = (await connections.get(write.connection)) as Connection;
    const action = actionOf(write.op);
    if (!action) throw new Error(`no action ${write.op}`);
    // What is queued must be what the operation takes.
    return { write, action, connection, context: context(connection), input: action.input.parse(write.body.input) };
  };
  const storedAs = (system: System, entity: Entity, owner: string | undefined) =>
    owner === undefined ? undefined : listKey(system, system === 'clio' ? CLIO : PLACE, entity, owner);
  return {
    ...storage,
    ...{ parts, jobParts, planner, outbox, settings, job },
    pass: (ms: number) => {
      now += ms;
    },
    /** As a pull writes it. */
    async put(
      system: System,
      entity: Entity,
      value: Row,
      owner = 'contactId' in value ? (value.contactId as string | undefined) : undefined,
    ) {
      const record = { system, account: system === 'clio' ? CLIO : PLACE, entity, id: value.id, value };
      await apply({ at: now, records: [{ ...record, list: storedAs(system, entity, owner) }] }, 'pull');
    },
    mark: (...dirty: Dirty[]) => apply({ at: now, dirty: dirty.map((one) => ({ key: dirtyKey(one), at: now })) }, 'pull'),
    batch: (batch: Partial<Batch>) => apply({ at: now, ...batch }, 'pull'),
    /** Plans, and answers with what waits to be sent. */
    async plan(): Promise<Write[]> {
      await planner.run();
      return (await outbox.open()).filter(({ state }) => state === 'queued');
    },
    async carryOut(write: Write, outcome: Partial<Outcome> & { id: string }) {
      await done(jobParts, await job(write), { told: [], differs: [], ...outcome });
    },
    async refuse(write: Write, code: ErrorCode, facts = {}) {
      await stop(jobParts, await job(write), 'needs-you', code, facts);
    },
    /** As a person answers the only open question. */
    async answer(answer: AskAnswer) {
      const [{ state: _, at: __, ...ask }] = (await syncReader.asks('open', 2)) as [Ask];
      await apply({ at: now, asks: [{ put: { ...ask, body: { ...ask.body, answer } } }] }, 'person');
    },
    asks: () => syncReader.asks('open', 100),
    activity: () => syncReader.activity({}, undefined, 100),
    dirty: async () => (await syncReader.dirty(Number.MAX_SAFE_INTEGER, 100)).map(({ key }) => key),
    link: () => reader.link(theLink().key),
  };
}

export type PlanWorld = Awaited<ReturnType<typeof createPlanWorld>>;

/** A linked person whose both sides stand in the store. */
export async function linked(
  world: PlanWorld,
  clioSide: Partial<Contact> = {},
  highlevelSide: Partial<Contact> = {},
  link: Partial<Link> = {},
) {
  await world.planner.run();
  await world.batch({ links: [{ put: theLink(link) }] });
  await world.put('clio', 'contact', person('clio', '7', clioSide));
  await world.put('highlevel', 'contact', person('highlevel', 'hl7', highlevelSide));
}
