import { createClio } from '../../sandbox/clio/index.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { createHighLevel } from '../../sandbox/highlevel/index.ts';
import type { Clio, HighLevel } from '../../sandbox/stand-ins.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { generateWorld } from '../../sandbox/world/generate.ts';
import type { WorldRows } from '../../sandbox/world/types.ts';
import { createTime, type Time } from './loop.ts';
import { CLIO, createMachine, type Machine, ROOT } from './machine.ts';
import { type CallSeen, createNetwork } from './network.ts';
import { createOffice, type Office } from './office.ts';
import type { Chance } from './random.ts';
import { consentTo } from './sign-ins.ts';
import type { Weather } from './weather.ts';

export const START = Date.parse('2026-11-22T17:00:00Z');
export const LOCATION = cast.locations.main;
export const TAB = 7;

/** One history's whole world: both systems, the network between, a browser, and people on all sides. */
export interface Stage {
  seed: number;
  time: Time;
  chance: Chance;
  weather: Weather;
  clio: Clio;
  highlevel: HighLevel;
  office: Office;
  machine: Machine;
  calls: CallSeen[];
  /** `contactId title` of HighLevel's tasks at the beginning. */
  seedTasks: string[];
  disk: string;
  /** The Private Integration Token that HighLevel is read with; left out: signed in to by OAuth. */
  pit?: string | undefined;
  /** When somebody signed in, or gave a token. */
  signedIn: number[];
  /** The one person of Clio that everybody works on for a while. */
  focus?: number | undefined;
  /** What the next note of the panel says. */
  words?: string;
  /** A number nobody has used in this history. */
  fresh(): number;
  /** Sends a message as one of our pages; what comes back, if anything ever does. */
  say(
    from: 'console' | 'panel' | 'page',
    type: string,
    payload: unknown,
  ): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>;
  /** The same, with time passing until it is answered (or a minute is over). */
  ask<T>(from: 'console' | 'panel' | 'page', type: string, payload: unknown): Promise<T | undefined>;
}

/** Few people, each with a matter, so that everything can happen to each of them. */
function smallWorld(seed: number, now: number): WorldRows {
  const rows = generateWorld({ seed, people: 14, now });
  for (const contact of rows.clio.contacts) {
    const matter = rows.clio.matters.find((one) => one.client_id === contact.id);
    if (matter) Object.assign(matter, { status: 'Open', close_date: null });
  }
  return rows;
}

const call = ({ control }: Clio | HighLevel, verb: string, args: unknown) => (control[verb] as (args: unknown) => void)(args);

/** Clio's limit differs by plan, and HighLevel's is a trial's now and then: both are what the headers say. */
function otherLimits(chance: Chance, clio: Clio, highlevel: HighLevel): void {
  if (chance.chance(0.4)) call(clio, 'setLimits', { perMinute: chance.pick([20, 30, 120]) });
  if (chance.chance(0.2)) call(highlevel, 'setLimits', { burst: 25 });
}

/** A stage with nobody connected yet. `seed` names the disk too. */
export function createStage(seed: number, chance: Chance): Stage {
  const time = createTime(START);
  const clock = { now: time.real, advance: time.jump, set: () => undefined };
  const rows = smallWorld(seed, START);
  const highlevel = createHighLevel(rows.highlevel, clock, { strictLimits: true });
  const clio = createClio(rows.clio, clock, { strictLimits: true });
  const weather: Weather = { online: true, mishaps: {}, aimed: [], ...(chance.chance(0.4) && { tokenLife: 900 }) };
  weather.respells = chance.chance(0.35);
  otherLimits(chance, clio, highlevel);
  if (chance.chance(0.3)) call(highlevel, 'setQuirk', { name: 'phone-search-finds-nothing' });
  const calls: CallSeen[] = [];
  const fetch = createNetwork({ time, chance, weather, standIns: [highlevel, clio], seen: (call) => calls.push(call) });
  const disk = `history-${seed}`;
  const consent = (url: string) => consentTo([clio, highlevel], url);
  const machine = createMachine({ time, chance, fetch: fetch as never, online: () => weather.online, consent, disk });
  const senders = {
    console: { id: 'rankr-sim', url: `${ROOT}console.html`, frameId: 0, tab: { id: 9 } },
    panel: { id: 'rankr-sim', url: `${ROOT}panel.html`, frameId: 4, tab: { id: TAB } },
    page: { id: 'rankr-sim', url: `${CLIO}/nc/`, origin: CLIO, frameId: 0, tab: { id: TAB } },
  };
  let used = 0;
  const say: Stage['say'] = async (from, type, payload) =>
    (await machine.awake().receive({ type, payload }, senders[from])) as never;
  return {
    ...{ seed, time, chance, weather, clio, highlevel, machine, calls, disk },
    seedTasks: rows.highlevel.tasks.map((one) => `${one.contactId} ${one.title}`),
    ...(chance.chance(0.6) && { pit: HL_PIT_FULL }),
    signedIn: [],
    office: createOffice(clio, highlevel, LOCATION),
    fresh: () => ++used,
    say,
    async ask<T>(from: 'console' | 'panel' | 'page', type: string, payload: unknown) {
      let answer: { ok: boolean; value?: unknown } | undefined;
      void say(from, type, payload).then((one) => {
        answer = one;
      });
      for (let tries = 0; !answer && tries < 60; tries += 1) await time.run(time.now() + 1000);
      return answer?.ok ? (answer.value as T) : undefined;
    },
  };
}

/** So many seconds go by. */
export const pass = ({ time }: Stage, seconds: number): Promise<void> => time.run(time.now() + seconds * 1000);

/** Opens the panel on a contact of Clio; the key that clicks carry. */
export async function visit({ ask, time }: Stage, clioId: number): Promise<string | undefined> {
  await ask('page', 'subject.report', { subject: { region: 'us', kind: 'contact', id: String(clioId) } });
  const mount = await ask<{ nonce: string }>('page', 'panel.mount', {});
  if (mount) await ask('panel', 'panel.hello', { nonce: mount.nonce });
  await time.run(time.now() + 5000);
  return (await ask<{ key: string }>('panel', 'panel.view', {}))?.key;
}
