import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from './find.ts';
import { word } from './words.ts';

/** What the sandbox gives a browser so that the production host names lead to it. */
export interface Reach {
  chromiumArgs(): string[];
  firefoxPrefs(): Record<string, unknown>;
}

export interface LaunchOptions {
  /** The browser's own path. */
  path: string;
  /** Folder of the built extension. */
  extension: string;
  headless: boolean;
  /** Kept over `restart`; made fresh by the caller. */
  profile: string;
  reach: Reach;
}

/** One running browser with the extension in it; the differences between the two are in here and nowhere else. */
export interface Running {
  browser: Browser;
  /** Puts the console in front, opening it as the toolbar button does when no tab has it. */
  openConsole(): Promise<Page>;
  /** Ends the background at once, whatever it is doing; resolves when it is gone. False when it was not running. */
  killBackground(): Promise<boolean>;
  /** What the browser's owner does on its page of extensions: switches ours off or on, or loads it anew as an update does. */
  manage(how: Manage): Promise<void>;
  /** What the system's owner prefers, light or dark, for a page and the frames in it. */
  prefer(page: Page, scheme: Scheme): Promise<void>;
  /** All that the browser has printed so far: the console messages of every page and background are among it. */
  printed(): string;
  /** Middle of the launcher in CSS pixels of the page; undefined while there is none. */
  launcherAt(page: Page): Promise<LauncherSpot | undefined>;
}

export interface LauncherSpot {
  x: number;
  y: number;
  /** What it says: open or close. */
  name: string;
}

export type Scheme = 'light' | 'dark';
export type Manage = 'disable' | 'enable' | 'reload';

export type Launch = (options: LaunchOptions) => Promise<Running>;
export type { BrowserKind };

/** Keeps what a browser prints, from its start on. */
export function listenTo(browser: Browser): () => string {
  const parts: string[] = [];
  const { stdout, stderr } = browser.process() ?? {};
  for (const stream of [stdout, stderr]) stream?.on('data', (part: Buffer) => parts.push(part.toString('utf8')));
  return () => parts.join('');
}

/** Address of a page or frame. Firefox's driver says about:blank for extension pages, so the page itself is asked. */
export async function addressOf(frame: { url(): string; evaluate(f: () => string): Promise<string> }): Promise<string> {
  const url = frame.url();
  if (url !== 'about:blank' && url !== '') return url;
  // A background tab of Chromium may answer late; a page that is going away, never.
  const late = new Promise<string>((done) => setTimeout(() => done(url), 2000));
  return Promise.race([frame.evaluate(() => location.href).catch(() => url), late]);
}

/** The first page whose address fits, or undefined. */
export async function pageAt(browser: Browser, fits: (url: string) => boolean): Promise<Page | undefined> {
  for (const page of await browser.pages()) if (fits(await addressOf(page))) return page;
  return undefined;
}

/** Names a person may read on the launcher. */
export const isLauncher = (name: string): boolean => [word('launcher.open'), word('launcher.close')].includes(name.trim());
