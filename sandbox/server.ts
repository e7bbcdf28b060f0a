import { createServer as createHttpsServer } from 'node:https';
import { type AnswerParts, createAnswer } from './answer.ts';
import { chromiumArgs, firefoxPrefs } from './browsers.ts';
import { makeCertificate } from './certificate.ts';
import { createClock, type MovableClock } from './clock.ts';
import { createVerbs, runVerb, startControlDoor } from './control.ts';
import { createFaults, type Faults } from './faults.ts';
import { ALL_HOSTS } from './hosts.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Listening, listen } from './listen.ts';
import { createOutside } from './outside.ts';
import { startPlain } from './plain.ts';
import { startProxy } from './proxy.ts';
import { createSocketTable } from './sockets.ts';
import { type Clio, type HighLevel, makeStandIns, type StandIns } from './stand-ins.ts';
import { seedWorld } from './world/seed.ts';
import type { WorldRows } from './world/types.ts';

export interface SandboxOptions {
  /** Where the movable clock starts, in milliseconds since 1970; real time unless told. */
  now?: number;
  /** The vendors' real rate limits (100 in 10 s, 50 a minute). Default true. */
  strictLimits?: boolean;
  /** Makes the rows, at start and at each reset; the seed world unless told. */
  world?: (now: number) => WorldRows;
  /** Appends one JSON line a call, credentials struck out. */
  ledgerFile?: string | undefined;
  /** Plain HTTP, one port a system, instead of HTTPS by host name. Ports 0 are free ones. */
  plain?: boolean | { highlevelPort?: number; clioPort?: number };
  controlPort?: number;
  /** Other stand-ins than the real ones (the core's own tests). */
  standIns?: (rows: WorldRows, clock: MovableClock) => StandIns | Promise<StandIns>;
}

export interface Sandbox {
  /** 0 in plain mode, as are `proxyPort`; `spki` and `certPem` are empty there. */
  httpsPort: number;
  proxyPort: number;
  controlPort: number;
  /** Origins in plain mode. */
  plain?: { highlevel: string; clio: string };
  spki: string;
  certPem: string;
  clock: MovableClock;
  ledger: Ledger;
  faults: Faults;
  highlevel: HighLevel;
  clio: Clio;
  /** Runs a control verb in-process, as `POST /{verb}` does. */
  control<T = unknown>(verb: string, args?: unknown): T;
  /** Rows, tokens, limits, faults, ledger and clock as at the start. */
  reset(): void;
  close(): Promise<void>;
  chromiumArgs(): string[];
  firefoxPrefs(): Record<string, unknown>;
}

/** Starts the pretended Clio and HighLevel on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const core = await createCore(options);
  const { verbs, parts, ...inner } = core;
  const doors = options.plain ? await plainDoors(parts, options.plain) : await secureDoors(parts);
  const controlDoor = await startControlDoor(verbs, options.controlPort);
  // What is idle when a fault is asked for must not be reused: browsers resend by themselves on a reused connection.
  for (const door of doors.open) inner.faults.onPlay(() => door.sockets.closeIdle());
  return {
    ...inner,
    ...doors.facts,
    controlPort: controlDoor.port,
    control: <T>(verb: string, args?: unknown) => runVerb(verbs, verb, args) as T,
    async close() {
      inner.faults.clear();
      await Promise.all([...doors.open, controlDoor].map((door) => door.close()));
    },
    chromiumArgs: () => chromiumArgs(ALL_HOSTS, doors.facts.httpsPort, doors.facts.spki),
    firefoxPrefs: () => firefoxPrefs(doors.facts.proxyPort),
  };
}

/** Everything but the ports. */
async function createCore(options: SandboxOptions) {
  const clock = createClock();
  const rewind = () => (options.now === undefined ? clock.reset() : clock.set(options.now));
  rewind();
  const world = options.world ?? seedWorld;
  const ledger = createLedger(options.ledgerFile);
  const faults = createFaults();
  const { highlevel, clio } = options.standIns
    ? await options.standIns(world(clock.now()), clock)
    : await makeStandIns(world(clock.now()), clock, { strictLimits: options.strictLimits ?? true });
  const reset = () => {
    rewind();
    faults.clear();
    ledger.clear();
    const fresh = world(clock.now());
    highlevel.reset(fresh.highlevel);
    clio.reset(fresh.clio);
  };
  const verbs = createVerbs({ clock, faults, ledger, reset, systems: { highlevel, clio } });
  const parts: AnswerParts = { standIns: [highlevel, clio, createOutside()], ledger, faults, clock };
  return { clock, ledger, faults, highlevel, clio, reset, verbs, parts };
}

type Facts = Pick<Sandbox, 'httpsPort' | 'proxyPort' | 'spki' | 'certPem' | 'plain'>;

async function secureDoors(parts: AnswerParts): Promise<{ open: Listening[]; facts: Facts }> {
  const { certPem, keyPem, spki } = await makeCertificate(ALL_HOSTS);
  const server = createHttpsServer({ key: keyPem, cert: certPem });
  // TLS sockets carry the requests and are idle or busy; the raw ones below them are only ever closed all together.
  const sockets = createSocketTable(server, 'secureConnection');
  const hostOf = (request: { headers: { host?: string | undefined } }) =>
    (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  server.on('request', createAnswer(parts, { hostOf, sockets }));
  const raw = createSocketTable(server);
  server.on('connection', (socket) => {
    if (parts.faults.isOffline()) socket.destroy();
  });
  const listening = await listen(server, sockets);
  const https: Listening = {
    ...listening,
    close: () => {
      const closed = listening.close();
      raw.closeAll();
      return closed;
    },
  };
  const proxy = await startProxy(ALL_HOSTS, https.port, parts.faults.isOffline);
  return { open: [https, proxy], facts: { httpsPort: https.port, proxyPort: proxy.port, spki, certPem } };
}

async function plainDoors(parts: AnswerParts, plain: NonNullable<SandboxOptions['plain']>) {
  const { open, origins } = await startPlain(parts, plain === true ? {} : plain || {});
  const facts: Facts = { httpsPort: 0, proxyPort: 0, spki: '', certPem: '', plain: origins };
  return { open, facts };
}
