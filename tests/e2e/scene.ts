import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { type ConsoleDriver, createConsoleDriver } from '../../scripts/browser/console-driver.ts';
import { BROWSERS, type BrowserKind, findBrowser } from '../../scripts/browser/find.ts';
import { type Harness, startHarness } from '../../scripts/browser/harness.ts';
import { openClio, type PanelDriver } from '../../scripts/browser/panel-driver.ts';
import { ensureBuilt } from '../../scripts/build-extension.ts';
import { FIRM, stateOf } from '../../scripts/tour/world.ts';

/** One test's browser, on a fresh profile, before a sandbox as it was at its start. */
export interface Scene {
  kind: BrowserKind;
  harness: Harness;
  sandbox: Sandbox;
  desk: ConsoleDriver;
  state: ReturnType<typeof stateOf>;
  open(hash: string, origin?: string): Promise<PanelDriver>;
  /** Both systems connected and writing to HighLevel on, as a person does it in the console. */
  connect(how?: { highlevel?: 'token' | 'oauth'; writing?: boolean }): Promise<void>;
}

/** Set to a browser's name (or several, with commas) to leave its tests out on a machine that hasn't got it. */
const SKIP = (process.env.RANKR_SKIP_BROWSERS ?? '').split(',');

/**
 * Runs the tests in both browsers. A missing browser is a failure, unless RANKR_SKIP_BROWSERS names it. `session`: one browser for all of
 * them, each going on where the one before it ended.
 */
export function inBothBrowsers(about: string, tests: (scene: () => Scene) => void, how: { session?: boolean } = {}): void {
  for (const kind of BROWSERS) {
    const path = findBrowser(kind);
    if (!path && SKIP.includes(kind)) {
      console.log(`Skipped in ${kind}, as RANKR_SKIP_BROWSERS asks: ${about}`);
      describe.skip(`${about} (${kind})`, () => test('not run', () => undefined));
      continue;
    }
    describe(`${about} (${kind})`, () => {
      if (path) tests(scenes(kind, path, how.session ? [beforeAll, afterAll] : [beforeEach, afterEach]));
      else
        test(`${kind} is installed`, () => expect.fail(`${kind} is not installed; install it or set ${kind.toUpperCase()}_PATH`));
    });
  }
}

type Around = [before: (run: () => Promise<void>) => void, after: (run: () => Promise<void>) => void];

function scenes(kind: BrowserKind, path: string, [before, after]: Around): () => Scene {
  let sandbox: Sandbox;
  let extension: string;
  let scene: Scene | undefined;
  beforeAll(async () => {
    extension = await ensureBuilt(kind);
    sandbox = await startSandbox({ strictLimits: false, ledgerFile: process.env.SANDBOX_LEDGER || undefined });
  });
  // Hooks after the tests run in reverse: the browser goes before its sandbox.
  afterAll(() => sandbox?.close());
  before(async () => {
    sandbox.reset();
    scene = sceneOf(await startHarness({ kind, path, extension, reach: sandbox }), sandbox);
  });
  after(async () => {
    sandbox.control('clear-faults');
    await scene?.harness.close();
    scene = undefined;
  });
  return () => scene!;
}

function sceneOf(harness: Harness, sandbox: Sandbox): Scene {
  const desk = createConsoleDriver(harness);
  return {
    kind: harness.kind,
    harness,
    sandbox,
    desk,
    state: stateOf(sandbox),
    open: (hash, origin) => openClio(harness, hash, origin),
    async connect({ highlevel = 'token', writing = true } = {}) {
      if (highlevel === 'token') await desk.connectByToken(FIRM.token);
      else await desk.signInToHighLevel(FIRM.highlevelApp);
      await desk.signInToClio(FIRM.clioApp);
      if (writing) await desk.switchWriting('HighLevel');
    },
  };
}
