import type { Mounts } from '../messages/mounts.ts';
import type { Payload } from '../messages/protocol.ts';
import type { From, Handlers } from '../messages/serve.ts';
import { AppError } from '../model/errors.ts';
import type { System } from '../model/subject.ts';
import { SYNC_ENTITIES, type SyncChoice, type SyncEntity } from '../model/sync.ts';
import { createLaning } from '../store/lanes.ts';
import { createLaneReader } from '../store/read-lanes.ts';
import { answerAsk } from '../sync/answer.ts';
import type { AnswerParts } from '../sync/answer-parts.ts';
import { isWithin } from '../sync/fresh.ts';
import type { ReadsParts } from '../sync/office-reads.ts';
import { opens } from '../sync/plan-rules.ts';
import { recallItem } from '../sync/recall.ts';
import { markLinks, type Reconcile } from '../sync/reconcile.ts';
import { readSetup } from '../sync/setup-reads.ts';
import { syncPairs } from '../sync/sync-pairs.ts';
import { createActivityCounts } from './activity-counts.ts';
import { activityPage, activityView } from './activity-view.ts';
import { asksView } from './asks-view.ts';
import { chosenPairs, type SyncViewParts } from './console-parts.ts';
import { quietly } from './door.ts';
import { homeView } from './home-view.ts';
import { peopleView } from './people-view.ts';
import { personPage } from './person-page.ts';
import { type Accounts, readScene } from './scene.ts';
import { syncView } from './sync-view.ts';

export interface SyncHandlerParts extends SyncViewParts, Omit<AnswerParts, 'apply' | 'settings' | 'connections' | 'reader'> {
  accounts: Accounts;
  mounts: Mounts;
  reconcile: Reconcile;
  client: ReadsParts['client'];
  /** Runs the engine; not awaited by the click. */
  drain: () => void;
}

type SyncHandlers = Pick<
  Handlers,
  | 'home.view'
  | 'sync.view'
  | 'sync.set'
  | 'reconcile.run'
  | 'asks.view'
  | 'ask.answer'
  | 'activity.view'
  | 'activity.export'
  | 'item.recall'
  | 'people.view'
  | 'person.view'
>;

/** Making records in a system that was chosen later than sync itself begins now, too. */
function opened({ entities }: SyncChoice, was: SyncChoice | undefined, at: number): SyncChoice['entities'] {
  const since = (entity: SyncEntity, to: System): number | undefined => {
    const before = was?.on ? was.entities[entity] : undefined;
    if (!before || !opens(entities[entity], to)) return undefined;
    return opens(before, to) ? before.since?.[to] : at;
  };
  const all = SYNC_ENTITIES.map((entity) => {
    const sides = { clio: since(entity, 'clio'), highlevel: since(entity, 'highlevel') };
    return [entity, { ...entities[entity], since: sides }];
  });
  return Object.fromEntries(all);
}

/** What stands for what, as one text. */
const mapped = (choice: SyncChoice | undefined): string => JSON.stringify([choice?.users, choice?.extras, choice?.dnd]);

/** Switching on begins now: what is older is only changed by hand or kept equal, never made on the other side by itself. */
async function setSync(parts: SyncHandlerParts, { clio, choice }: Payload<'sync.set'>): Promise<void> {
  const pair = (await chosenPairs(parts)).find((one) => one.clio.id === clio);
  if (!pair) throw new AppError('not-connected', { system: 'highlevel' });
  const at = parts.now();
  let was: SyncChoice | undefined;
  await parts.settings.update('sync', (old) => {
    was = old[clio];
    const since = choice.on ? (was?.on ? was.since : at) : (was?.since ?? 0);
    const mappedAt = mapped(choice) === mapped(was) ? was?.mappedAt : at;
    return { ...old, [clio]: { ...choice, since, mappedAt, entities: opened(choice, was, at) } };
  });
  const why = choice.on ? (was?.on ? 'sync-changed' : 'sync-on') : 'sync-off';
  const row = { at, kind: 'setting' as const, by: 'person' as const, system: 'clio' as const, account: pair.clio.account };
  await parts.apply({ at, activity: [{ ...row, outcome: 'done', why, body: { label: pair.clio.name } }] }, 'person');
  if (choice.on) await parts.outbox.hurry(['sync-off'], at);
  if (choice.on) await markLinks(parts, pair.clio.account, pair.location.account, at);
  parts.drain();
}

/** The panel speaks of the person it shows and of nobody else. */
async function mustBeShown(parts: SyncHandlerParts, from: From, named: { link?: string; clioId?: string }): Promise<void> {
  if (from.party !== 'panel') return;
  const subject = await parts.mounts.subject(from.tabId);
  const scene = subject && (await readScene(subject, parts.accounts, parts.reader));
  const isShown = named.link ? scene?.linkKey === named.link : named.clioId !== undefined && scene?.clioId === named.clioId;
  if (!isShown) throw new AppError('subject-changed');
}

async function answer(parts: SyncHandlerParts, { key, answer: said }: Payload<'ask.answer'>, from: From): Promise<undefined> {
  const ask = await parts.syncReader.ask(key);
  if (!ask) throw new AppError('not-found', { about: 'ask' });
  await mustBeShown(parts, from, { link: ask.link, clioId: ask.body.clioId });
  await answerAsk(parts, key, said);
  parts.drain();
  return undefined;
}

async function recall(parts: SyncHandlerParts, { pair }: Payload<'item.recall'>, from: From) {
  await mustBeShown(parts, from, { link: pair.split('|').slice(0, 3).join('|') });
  const recalled = await recallItem(parts, pair);
  parts.drain();
  return recalled;
}

const REFRESH = 60_000;
/** Users, calendars and custom fields are read behind what is shown; the page asks again when they are there. */
function createRefresh(parts: SyncHandlerParts): () => Promise<void> {
  let last: number | undefined;
  return async () => {
    // What is stored makes the page ask again: a list that can't be read must not be asked for in a circle.
    if (isWithin(last, parts.now(), REFRESH)) return;
    last = parts.now();
    for (const { clio, location } of await chosenPairs(parts)) await readSetup(parts, clio, location);
  };
}

/** Clicks go one after the other: what one checks must still hold when it is written. */
function inLine() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** What the console's pages on two-way sync ask for; everything shown comes from the store. */
export function syncHandlers(parts: SyncHandlerParts): SyncHandlers {
  const home = {
    ...parts,
    lanes: createLaneReader(parts.db, parts.sealer),
    lane: createLaning(parts.db, parts.sealer),
    counts: createActivityCounts(parts),
  };
  const line = inLine();
  const refresh = createRefresh(parts);
  return {
    'home.view': (payload) => homeView(home, payload),
    async 'sync.view'() {
      quietly(refresh());
      return syncView(parts);
    },
    async 'sync.set'(payload) {
      await line(() => setSync(parts, payload));
      return undefined;
    },
    async 'reconcile.run'({ clio }) {
      const pairs = await syncPairs(parts);
      if (!pairs.some((pair) => clio === undefined || pair.clio.id === clio))
        throw new AppError('not-connected', { about: 'sync' });
      await parts.reconcile.run(clio);
      parts.drain();
      return undefined;
    },
    'asks.view': () => asksView(parts),
    'ask.answer': (payload, from) => line(() => answer(parts, payload, from)),
    'activity.view': (payload) => activityView(parts, payload),
    'activity.export': (payload) => activityPage(parts, payload),
    'item.recall': (payload, from) => line(() => recall(parts, payload, from)),
    'people.view': (payload) => peopleView(parts, payload),
    'person.view': ({ link }) => personPage(parts, link),
  };
}
