import { createHash } from 'node:crypto';
import { LOOK_AGAIN } from '../../lib/sync/plan-rows.ts';
import { type Breach, checkEnd, isHeldBack } from './checks.ts';
import { asleep } from './checks-waking.ts';
import { CLICKS } from './clicks.ts';
import { CONSOLE } from './clicks-console.ts';
import { type Lying, openDisk, readDisk } from './disk.ts';
import { EDITS } from './edits.ts';
import { erased } from './erased.ts';
import { type Memory, newMemory } from './memory.ts';
import { oldTwins } from './old-twins.ts';
import { upgradeWhole } from './old-version.ts';
import { pressedTwice } from './pressed-twice.ts';
import { createChance } from './random.ts';
import { switchRulesOn } from './rules.ts';
import { SCENES } from './scenes.ts';
import { connect, signInAgain } from './sign-ins.ts';
import { createStage, type Stage, TAB, visit } from './stage.ts';
import { contactsOf } from './systems.ts';
import { TROUBLES } from './troubles.ts';
import { pickChoice, setSync } from './two-way.ts';

export interface HistoryEnd {
  seed: number;
  breaches: Breach[];
  steps: string[];
  calls: number;
  /** The same for the same seed, or nothing could be replayed. */
  digest: string;
}

export interface HistoryOptions {
  /** Random steps between the beginning and the peace at the end. */
  steps: number;
  /** Told of every step, for a replay. */
  tell?: (line: string) => void;
  /** Shown the whole end, to look into. */
  show?: (stage: Stage, memory: Memory, lying: Lying) => void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const WEIGHTS = { click: 4, console: 2, edit: 4, scene: 5, trouble: 3, wait: 1 };

/** The chance of the history that runs now: ids of the product come from it as well. */
export const current: { chance: ReturnType<typeof createChance>; unhandled: string[] } = {
  chance: createChance(0),
  unhandled: [],
};

async function step(stage: Stage, memory: Memory): Promise<string> {
  const { chance, time } = stage;
  const kind = chance.weigh(WEIGHTS);
  if (kind === 'wait') {
    const pause = chance.pick([SECOND, 30 * SECOND, 10 * MINUTE, HOUR]);
    // Nobody leaves Clio open over lunch, or every history would be an hour of looking each minute.
    if (pause === HOUR) void stage.machine.closeTab(TAB);
    await time.run(time.now() + pause);
    return `wait ${pause / SECOND} s`;
  }
  const table = { click: CLICKS, console: CONSOLE, edit: EDITS, scene: SCENES, trouble: TROUBLES }[kind];
  const name = chance.pick(Object.keys(table));
  try {
    await (table[name] as (stage: Stage, memory: Memory) => unknown)(stage, memory);
  } catch (error) {
    // The office shares the day's budget with us, and waits like everybody.
    if (!String(error).includes(': 429 ')) throw error;
  }
  await time.run(time.now() + chance.below(chance.chance(0.2) ? 10 * MINUTE : 20 * SECOND));
  return name;
}

/** Is there nothing left to send, to read or to look at? */
async function atRest(stage: Stage): Promise<boolean> {
  const disk = await openDisk(stage.disk);
  const [writes, dirty, cursors, runs] = await Promise.all([
    disk.writes(),
    disk.all<{ at: number }>('dirty'),
    disk.all<{ problem?: string }>('cursors'),
    disk.all<{ state: string; nextAt?: number }>('runs'),
  ]);
  await disk.close();
  // What a rule's budget holds back goes out when its hour has come.
  if (runs.some(({ state, nextAt }) => state === 'waiting' && nextAt !== undefined)) return false;
  // Whoever waited for a list to be read looks again that much later: the list may have been read a moment ago.
  const isDue = dirty.some(({ at }) => at <= stage.time.now() + LOOK_AGAIN);
  return !isDue && !cursors.some(({ problem }) => problem) && !writes.some((one) => STIRRING.has(one.state) && !isHeldBack(one));
}
const STIRRING: ReadonlySet<string> = new Set(['queued', 'sending', 'unknown']);
/** So long nobody does anything while everything is at rest. */
export const IDLE = HOUR / 2;
/** With no tab of Clio open two links are read again in an hour, and everything refused for a while is tried again. */
async function round({ disk }: Stage): Promise<number> {
  const lying = await openDisk(disk);
  const links = await lying.all('links');
  await lying.close();
  return (Math.floor(links.length / 2) + 2) * HOUR;
}

const DAY = 24 * HOUR;
/** What the day's budget holds back is read and sent when the vendor's day is over: up to a day away, if it was used up just after midnight. */
const nextDay = ({ weather, time }: Stage): number =>
  weather.usedUp === undefined
    ? time.now()
    : time.now() + Math.max(0, Math.ceil(weather.usedUp / DAY) * DAY + 2 * MINUTE - time.real());

/** Nothing goes wrong any more: with nobody touching anything, everything must come to rest within some hours. */
async function peace(stage: Stage, memory: Memory): Promise<void> {
  const { weather, machine, time, chance, highlevel } = stage;
  weather.online = true;
  weather.mishaps = {};
  weather.aimed = [];
  machine.storage.full(false);
  (highlevel.control.setSearchLag as (args: unknown) => void)({ ms: 0 });
  // The browser is started once; from then on its own alarms must be enough.
  machine.restart();
  (highlevel.control.setLimits as (args: unknown) => void)({ used: 0 });
  await signInAgain(stage);
  const byButton = memory.sync?.on === true && chance.chance(0.8);
  await time.run(time.now() + HOUR / 3);
  // Access taken back shows at the first call that is refused, which may be one of those.
  await signInAgain(stage);
  // What waited for the vendor's day may be about what is gone by now: everybody is read after it.
  await time.run(nextDay(stage));
  if (byButton) await pressedTwice(stage, memory);
  else if (memory.sync?.on) await time.run(time.now() + (await round(stage)));
  // Longest waits what a rule's budget of an hour holds back, run after run.
  for (let tries = 0; tries < 240; tries += 1) {
    await time.run(time.now() + HOUR / 12);
    // Some only hear of it when what waited is sent at last.
    if (tries % 6 === 1) await signInAgain(stage);
    if (tries > 2 && (await atRest(stage))) break;
  }
  memory.idle = { calls: stage.calls.length, rings: machine.rings().length };
  await time.run(time.now() + IDLE);
}

function digestOf({ calls }: Stage): string {
  const lines = calls.map(({ at, method, path, status, mishap }) => `${at} ${method} ${path} ${status} ${mishap}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/** Plays one history from its seed and judges its end. */
export async function runHistory(seed: number, { steps, tell, show }: HistoryOptions): Promise<HistoryEnd> {
  const chance = createChance(seed);
  current.chance = chance;
  current.unhandled = [];
  const stage = createStage(seed, chance);
  const memory = newMemory();
  const done: string[] = [];
  await connect(stage);
  for (const { id } of contactsOf.clio(stage).slice(0, 2 + chance.below(3))) await visit(stage, id);
  if (chance.chance(0.5)) await oldTwins(stage, memory);
  memory.choice = pickChoice(stage);
  if (memory.choice) await setSync(stage, memory, memory.choice);
  if (chance.chance(0.6)) await switchRulesOn(stage, memory);
  for (let count = 0; count < steps; count += 1) {
    const name = await step(stage, memory);
    done.push(name);
    if (stage.machine.isDead()) memory.seen.push(...(await asleep(stage, memory)));
    tell?.(`${new Date(stage.time.now()).toISOString()} ${name}`);
  }
  await stage.time.run(stage.time.now() + MINUTE);
  memory.seen.push(...(await asleep(stage, memory)));
  await peace(stage, memory);
  const lying = await readDisk(stage.disk);
  show?.(stage, memory, lying);
  const breaches = checkEnd(stage, memory, lying);
  if (stage.machine.wasUpdated()) breaches.push(...(await upgradeWhole(stage)));
  if (chance.chance(0.15)) breaches.push(...(await erased(stage)));
  for (const what of current.unhandled) breaches.push({ kind: 'unhandled', what });
  await stage.machine.wipe();
  return { seed, breaches, steps: done, calls: stage.calls.length, digest: digestOf(stage) };
}
