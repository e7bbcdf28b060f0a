import type { Payload } from '../messages/protocol.ts';
import type { From, Handlers } from '../messages/serve.ts';
import { AppError } from '../model/errors.ts';
import type { Apply } from '../store/apply.ts';
import type { Connections, SettingsStore } from '../store/settings.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Connecting } from './connect.ts';
import { type ConsoleParts, connectionsView } from './console-view.ts';
import { type Door, quietly } from './door.ts';
import type { Erase } from './erase.ts';
import type { Schedule } from './schedule.ts';

export interface ConsoleHandlerParts {
  connections: Connections;
  settings: SettingsStore;
  connecting: Connecting;
  console: ConsoleParts;
  erase: Erase;
  schedule: Schedule;
  outbox: Outbox;
  door: Door;
  apply: Apply;
  now: () => number;
}

const NAMES = { clio: 'Clio', highlevel: 'HighLevel' } as const;

type ConsoleHandlers = Pick<
  Handlers,
  | 'connections.view'
  | 'connection.add-token'
  | 'connection.sign-in'
  | 'connection.reconnect'
  | 'connection.check'
  | 'connection.remove'
  | 'connection.pair'
  | 'writing.set'
  | 'everything.erase'
>;

/** A token can't be renewed by us: the console asks for a new one. */
async function reconnect(parts: ConsoleHandlerParts, id: string, from: From): Promise<void> {
  if ((await parts.connections.get(id))?.method !== 'token') return parts.connecting.reconnect(id);
  if (from.party !== 'panel') throw new AppError('bad-credentials', { about: 'token' });
  await parts.door.openConsole();
}

/** With the last account nothing may stay behind: the key goes as well. */
async function remove({ connections, erase }: ConsoleHandlerParts, id: string): Promise<void> {
  const others = (await connections.all()).filter((one) => one.id !== id);
  await (others.length ? erase.connection(id) : erase.everything());
}

async function setWriting(parts: ConsoleHandlerParts, { system, on }: Payload<'writing.set'>): Promise<void> {
  const { settings, schedule, outbox, apply, now } = parts;
  const at = now();
  await settings.update('writing', (old) => ({ ...old, [system]: on }));
  const why = on ? 'writing-on' : 'writing-off';
  const row = { at, kind: 'setting', by: 'person', outcome: 'done', why, system, body: { label: NAMES[system] } } as const;
  await apply({ at, activity: [row] }, 'person');
  if (!on) return;
  // What two-way sync planned meanwhile waited for this.
  await outbox.hurry(['writing-off'], at);
  quietly(schedule.run());
}

/** Answers that it was done, and nothing more. */
const done = async (work: Promise<unknown>): Promise<undefined> => {
  await work;
  return undefined;
};

/** What the Connections page asks for. */
export const consoleHandlers = (parts: ConsoleHandlerParts): ConsoleHandlers => ({
  'connections.view': () => connectionsView(parts.console),
  'connection.add-token': ({ token, locationId }) => done(parts.connecting.addToken(token, locationId)),
  'connection.sign-in': (input) => done(parts.connecting.start(input)),
  'connection.reconnect': ({ id }, from) => done(reconnect(parts, id, from)),
  async 'connection.check'({ id }) {
    quietly(parts.connecting.check(id));
    return undefined;
  },
  'connection.remove': ({ id }) => done(remove(parts, id)),
  'connection.pair': ({ clio, highlevel }) => done(parts.connecting.pair(clio, highlevel)),
  'writing.set': (payload) => done(setWriting(parts, payload)),
  'everything.erase': () => done(parts.erase.everything()),
});
