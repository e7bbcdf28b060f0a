import type { From, Handlers } from '../messages/serve.ts';
import type { Mounts } from '../messages/mounts.ts';
import type { Signal } from '../messages/protocol.ts';
import { CLIO_REGIONS } from '../clio/regions.ts';
import { AppError, toAppError } from '../model/errors.ts';
import type { Subject } from '../model/subject.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';
import type { Lookup } from '../sync/lookup.ts';
import type { Schedule } from './schedule.ts';
import type { Connecting } from './connect.ts';
import type { ConsoleParts } from './console-view.ts';
import { connectionsView } from './console-view.ts';
import type { Erase } from './erase.ts';
import { panelView, type ViewParts } from './panel-view.ts';
import type { Accounts } from './scene.ts';

export interface Door {
  /** To our own pages. */
  broadcast(signal: Signal): void;
  toTab(tabId: number, signal: Signal): void;
  openConsole(): Promise<void>;
}

export interface HandlerParts extends ViewParts {
  accounts: Accounts;
  connections: Connections;
  settings: SettingsStore;
  connecting: Connecting;
  console: ConsoleParts;
  erase: Erase;
  lookup: Lookup;
  mounts: Mounts;
  schedule: Schedule;
  door: Door;
  now: () => number;
}

type Rest = Pick<
  Handlers,
  | 'subject.report' | 'hint.report' | 'panel.mount' | 'panel.hello' | 'panel.view' | 'panel.close' | 'panel.closed' | 'panel.dock' | 'console.open' | 'connections.view'
  | 'connection.add-token' | 'connection.sign-in' | 'connection.reconnect' | 'connection.check' | 'connection.remove' | 'connection.pair' | 'writing.set' | 'everything.erase'
>;

/** A tab may only speak of records of its own region. */
const mustBeHere = (subject: Subject, from: From): void => {
  if (new URL(from.url).host !== CLIO_REGIONS[subject.region].host) throw new AppError('not-allowed');
};

const same = (a: Subject | undefined, b: Subject): boolean => a?.region === b.region && a.kind === b.kind && a.id === b.id;

/** What is left beside acts and choices: the tab's subject, the panel's coming and going, the console. */
export function createHandlers(parts: HandlerParts): Rest {
  const { mounts, lookup, door, connecting, settings, connections } = parts;
  // A failed read is kept in the store as the part's problem; what comes through here is a failure of the store itself.
  const quietly = (work: Promise<unknown>): void => {
    work.catch((cause) => console.error('Rankr: could not read:', toAppError(cause).code));
  };

  const needsHint = async (subject: Subject): Promise<boolean> =>
    subject.kind !== 'none' && !(await parts.accounts.clioOf(subject.region)) && (await parts.accounts.locations()).length === 1;

  const subjectHandlers = {
    async 'subject.report'({ subject }: { subject: Subject }, from: From) {
      mustBeHere(subject, from);
      await mounts.setSubject(from.tabId, subject);
      await mounts.setRegion(subject.region);
      door.broadcast({ signal: 'panel.subject', tabId: from.tabId });
      // Nothing is read while the panel is closed: no call leaves for a page somebody only passes by.
      if (!(await mounts.isOpen(from.tabId))) return { wantHint: false };
      quietly(lookup.visit(subject));
      return { wantHint: await needsHint(subject) };
    },
    async 'hint.report'({ subject, hint }, from) {
      mustBeHere(subject, from);
      if (!same(await mounts.subject(from.tabId), subject) || !(await needsHint(subject))) return undefined;
      const [location] = await parts.accounts.locations();
      if (location) quietly(lookup.visitHint(subject, hint, location));
      return undefined;
    },
  } satisfies Pick<Handlers, 'subject.report' | 'hint.report'>;

  const panelHandlers = {
    'panel.mount': async (_, from) => ({ nonce: await mounts.issue(from.tabId, parts.now()) }),
    async 'panel.hello'({ nonce }, from) {
      if (!(await mounts.accept(from.tabId, from.frameId, nonce, parts.now()))) throw new AppError('not-allowed');
      const subject = await mounts.subject(from.tabId);
      if (subject) quietly(lookup.visit(subject));
      // The content script asks again whether its hint is wanted now that somebody looks.
      door.toTab(from.tabId, { signal: 'launcher.opened' });
      return { accepted: true as const };
    },
    async 'panel.view'(_, from) {
      const subject = await mounts.subject(from.tabId);
      if (!subject) throw new AppError('not-allowed');
      return panelView(parts, subject);
    },
    async 'panel.close'(_, from) {
      door.toTab(from.tabId, { signal: 'launcher.close' });
      return undefined;
    },
    async 'panel.closed'(_, from) {
      await mounts.closed(from.tabId);
      return undefined;
    },
    async 'panel.dock'({ side }, from) {
      door.toTab(from.tabId, { signal: 'launcher.dock', side });
      return undefined;
    },
    async 'console.open'() {
      await door.openConsole();
      return undefined;
    },
  } satisfies Partial<Handlers>;

  const consoleHandlers = {
    'connections.view': () => connectionsView(parts.console),
    async 'connection.add-token'({ token, locationId }) {
      await connecting.addToken(token, locationId);
      return undefined;
    },
    async 'connection.sign-in'(input) {
      await connecting.start(input);
      return undefined;
    },
    async 'connection.reconnect'({ id }, from) {
      // A token can't be renewed by us: the console asks for a new one.
      if ((await connections.get(id))?.method === 'token') {
        if (from.party === 'panel') await door.openConsole();
        else throw new AppError('bad-credentials', { about: 'token' });
      } else await connecting.reconnect(id);
      return undefined;
    },
    async 'connection.check'({ id }) {
      quietly(connecting.check(id));
      return undefined;
    },
    async 'connection.remove'({ id }) {
      // With the last account nothing may stay behind: the key goes as well.
      const others = (await connections.all()).filter((one) => one.id !== id);
      await (others.length ? parts.erase.connection(id) : parts.erase.everything());
      return undefined;
    },
    async 'connection.pair'({ clio, highlevel }) {
      await connecting.pair(clio, highlevel);
      return undefined;
    },
    async 'writing.set'({ system, on }) {
      await settings.set('writing', { ...(await settings.get('writing')), [system]: on });
      if (on) quietly(parts.schedule.run());
      return undefined;
    },
    async 'everything.erase'() {
      await parts.erase.everything();
      return undefined;
    },
  } satisfies Partial<Handlers>;

  return { ...subjectHandlers, ...panelHandlers, ...consoleHandlers };
}
