import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';
export const BROWSERS: readonly BrowserKind[] = ['chromium', 'firefox'];

const COMMANDS: Record<BrowserKind, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

const PLACES: Record<BrowserKind, string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Path of an installed browser: `CHROMIUM_PATH` / `FIREFOX_PATH` first, then PATH, then the usual places. */
export function findBrowser(kind: BrowserKind, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const told = env[`${kind.toUpperCase()}_PATH`];
  if (told) return existsSync(told) ? told : undefined;
  const ending = process.platform === 'win32' ? '.exe' : '';
  const inPath = COMMANDS[kind].flatMap((name) => (env.PATH ?? '').split(delimiter).map((dir) => join(dir, name + ending)));
  return [...inPath, ...PLACES[kind]].find((path) => existsSync(path));
}
