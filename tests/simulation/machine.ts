import type { AppParts } from '../../lib/app/parts.ts';
import { type App, createApp } from '../../lib/app.ts';
import { area, createLocks, createWounds, type Life, never } from './life.ts';
import type { Time } from './loop.ts';
import { createMachineDisk } from './machine-disk.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { asVersion3 } from './old-version.ts';
import type { Chance } from './random.ts';

export const ROOT = 'chrome-extension://rankr-sim/';
export const CLIO = 'https://app.clio.com';
const REDIRECT = 'https://rankr-sim.chromiumapp.org/';
/** Chrome stops a worker that had nothing to do for this long, and wakes it for an alarm. */
const IDLE = 30_000;

export interface MachineParts {
  time: Time;
  chance: Chance;
  fetch: typeof globalThis.fetch;
  online: () => boolean;
  /** Opens the consent page as a person would, and says yes. */
  consent: (url: string, redirect: string) => Promise<string>;
  /** Name of the database. */
  disk: string;
}

/** A browser with one extension worker that can be killed at any await, on a disk that outlives it. */
export function createMachine({ time, chance, fetch, online, consent, disk }: MachineParts) {
  const session = new Map<string, unknown>();
  let alarm: { at: number; cancel: () => void } | undefined;
  const locks = createLocks();
  let life: Life = { dead: true, left: Number.POSITIVE_INFINITY, after: false, onWrite: false };
  let app: App | undefined;
  let lastWork = time.now();
  const wounds = createWounds(time.now);
  const forgotten: number[] = [];
  const rings: number[] = [];
  const deaths = createWounds(time.now);
  const die = (mine: Life): void => {
    if (!mine.dead) deaths.add();
    mine.dead = true;
  };

  /** What a dead worker awaits never comes; what it had not begun never happens. */
  const mortal =
    <A extends unknown[], R>(mine: Life, work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (mine.dead) return never();
      lastWork = time.now();
      mine.left -= 1;
      if (mine.left < 0 && !mine.after) die(mine);
      if (mine.dead) return never();
      const value = await work(...args).catch((cause) => (mine.dead ? never<R>() : Promise.reject(cause)));
      if (mine.left < 0) die(mine);
      return mine.dead ? never() : value;
    };

  const storage = createMachineDisk({ disk, chance, wounds, mortal });

  const fetchOf = (mine: Life) => async (input: RequestInfo | URL, init?: RequestInit) => {
    const answer = fetch(input, init);
    if (mine.onWrite && init?.method !== 'GET' && !String(input).includes('oauth')) die(mine);
    return answer;
  };

  const partsOf = (mine: Life, kept = storage.of(mine)): AppParts => ({
    db: kept,
    fetch: mortal(mine, fetchOf(mine) as never) as typeof fetch,
    now: time.now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const cancel = time.at(time.now() + ms, () => {
          // Nothing but a timer is no work: the browser stopped this worker long ago.
          if (time.now() - lastWork > IDLE) die(mine);
          if (!mine.dead) resolve();
        });
        signal?.addEventListener('abort', () => {
          cancel();
          reject(signal.reason);
        });
      }),
    random: chance.next,
    newId: () => crypto.randomUUID(),
    online,
    timeZone: () => 'America/Vancouver',
    session: area(session),
    clearAreas: async () => session.clear(),
    alarms: {
      async set(at) {
        if (mine.dead) return never();
        alarm?.cancel();
        const moment = Math.max(at, time.now() + IDLE);
        alarm = { at: moment, cancel: time.at(moment, () => void ring()) };
      },
      async clear() {
        if (mine.dead) return never();
        alarm?.cancel();
        alarm = undefined;
      },
    },
    exclusive: locks(mine, kept.forget),
    launchAuth: (url) => consent(url, REDIRECT),
    redirectUri: () => REDIRECT,
    missingHosts: async () => [],
    door: { broadcast: () => undefined, toTab: () => undefined, openConsole: async () => undefined },
    extension: { id: 'rankr-sim', root: ROOT, clioOrigins: [CLIO] },
  });

  function boot(): App {
    wounds.add();
    die(life);
    life = { dead: false, left: Number.POSITIVE_INFINITY, after: false, onWrite: false };
    app = createApp(partsOf(life));
    void app.start();
    return app;
  }
  /** The worker that answers now: a dead or long idle one is started anew, as browsers do. */
  function awake(): App {
    if (app && !life.dead && time.now() - lastWork < IDLE) return app;
    return boot();
  }
  async function ring(): Promise<void> {
    alarm = undefined;
    rings.push(time.now());
    await awake().wake();
  }

  const close = (): void => {
    die(life);
    alarm?.cancel();
    alarm = undefined;
    session.clear();
    forgotten.push(time.now());
  };
  let updated = false;

  return {
    awake,
    /** When an alarm woke it. */
    rings: () => rings,
    /** Something stands that will wake it. */
    isAlarmSet: () => alarm !== undefined,
    alarmAt: () => alarm?.at,
    isDead: () => life.dead,
    /** Do our pages show a sign-in that is under way? */
    isSigningIn: () => (session.get('sign-in') as { state?: string } | undefined)?.state === 'open',
    /** When session storage was lost. */
    forgets: () => forgotten,
    hurt: () => wounds.add(),
    /** Did a new worker begin, or work beside the old one, or the disk refuse, between two moments? */
    hurtBetween: wounds.between,
    /** Did a worker die between two moments, or one work beside another? What was told then did not reach everybody. */
    diedBetween: deaths.between,
    /** The worker will die at one of its next awaits on disk or network. */
    doom(calls: number, after: boolean) {
      if (life.dead) return;
      life.left = calls;
      life.after = after;
    },
    storage,
    /** Another worker begins, and for so long the old one goes on beside it: a browser that is slow to stop it. */
    second(ms: number) {
      const old = life;
      if (old.dead) return;
      life = { ...old };
      boot();
      for (const one of [wounds, deaths]) one.add(time.now() + ms);
      time.at(time.now() + ms, () => die(old));
    },
    /** It dies over the next write: the request has left, and its answer finds nobody. */
    doomWrite() {
      life.onWrite = true;
    },
    /** Clio is not open any more: the slow pace begins. */
    closeTab: (id: number) => awake().tabClosed(id),
    kill() {
      die(life);
    },
    /** The whole browser goes and comes back: alarms and session storage are gone. */
    restart() {
      close();
      boot();
    },
    /** A new version takes over: it begins as after a start of the browser, on what the old one's disk holds. */
    async update() {
      close();
      updated = true;
      await asVersion3(disk);
      boot();
    },
    wasUpdated: () => updated,
    async wipe() {
      life.dead = true;
      alarm?.cancel();
      await createMemoryDisk(disk).destroy();
    },
  };
}

export type Machine = ReturnType<typeof createMachine>;
