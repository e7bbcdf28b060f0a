import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { addressOf, type BrowserKind, pageAt, type Reach, type Running } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { createView, type Hands, type View } from './view.ts';
import { sleep, until } from './wait.ts';

export interface Harness {
  kind: BrowserKind;
  /** What the browser says of itself, like `Chrome/156.0.8078.79`. */
  version: string;
  running(): Running;
  /** A fresh tab at the address, in front. */
  open(url: string): Promise<Page>;
  console(): Promise<View>;
  /** A window whose address contains `part`, such as a sign-in window. */
  window(part: string, ms?: number): Promise<View>;
  /** The panel's frame in a Clio page; undefined while it is closed. */
  panelFrame(page: Page): Promise<Frame | undefined>;
  view(frame: Page | Frame): View;
  /** Everything that was clicked and typed since the start, in whatever window. */
  hands: Readonly<Hands>;
  /** A click beside the views, at a place on the page. */
  clickAt(page: Page, x: number, y: number): Promise<void>;
  /** Ends the background now, as the browser does when it wants memory. */
  killBackground(): Promise<boolean>;
  /** Closes the browser and starts it again on the same profile; `hard` takes its process away instead. */
  restart(how?: { hard?: boolean }): Promise<void>;
  /** Ends the browser; `look` may read its profile before that goes. */
  close(look?: (profile: string) => void): Promise<void>;
}

export interface HarnessOptions {
  kind: BrowserKind;
  path: string;
  extension: string;
  reach: Reach;
  headless?: boolean;
}

/** Starts a browser on a fresh profile with the extension, able to reach nothing but the sandbox. */
export async function startHarness({ kind, path, extension, reach, headless = true }: HarnessOptions): Promise<Harness> {
  const profile = mkdtempSync(join(tmpdir(), `rankr-${kind}-`));
  const launch = () => (kind === 'chromium' ? launchChromium : launchFirefox)({ path, extension, reach, headless, profile });
  let running = await launch();
  const hands: Hands = { clicks: 0, fields: 0 };
  const view = (frame: Page | Frame) =>
    createView(frame, () => ('bringToFront' in frame ? frame : frame.page()).bringToFront(), hands);
  return {
    kind,
    version: await running.browser.version(),
    running: () => running,
    view,
    hands,
    clickAt: (page, x, y) => clicked(hands, page, x, y),
    async open(url) {
      const page = await running.browser.newPage();
      await page.bringToFront();
      await page.goto(url);
      return page;
    },
    console: async () => view(await running.openConsole()),
    window: async (part, ms) =>
      view(await until(`a window at ${part}`, () => pageAt(running.browser, (url) => url.includes(part)), ms)),
    panelFrame,
    killBackground: () => running.killBackground(),
    async restart({ hard = false } = {}) {
      await stop(running, hard);
      await settingsBack(profile);
      running = await launch();
    },
    async close(look) {
      await stop(running, false);
      try {
        look?.(profile);
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}

async function clicked(hands: Hands, page: Page, x: number, y: number): Promise<void> {
  hands.clicks += 1;
  await page.mouse.click(x, y);
}

async function panelFrame(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames().slice(1)) {
    if (/-extension:\/\/[^/]+\/panel\.html/.test(await addressOf(frame))) return frame;
  }
  return undefined;
}

/** The driver puts Firefox's own settings back when the process is gone, from copies beside them: not while the next one starts. */
const settingsBack = (profile: string): Promise<boolean> =>
  until('the browser to leave its profile', () => !readdirSync(profile).some((name) => name.endsWith('.puppeteer')), 5_000);

// A browser that does not answer is taken away: a test must end, and this process is our own child.
async function stop({ browser }: Running, hard: boolean): Promise<void> {
  const child = browser.process();
  const gone = new Promise<void>((done) =>
    child?.exitCode === null && child.signalCode === null ? child.once('exit', () => done()) : done(),
  );
  if (hard) child?.kill('SIGKILL');
  else await Promise.race([browser.close().catch(() => undefined), sleep(10_000)]);
  await Promise.race([gone, sleep(3_000).then(() => void child?.kill('SIGKILL'))]);
  await Promise.race([gone, sleep(2_000)]);
}
