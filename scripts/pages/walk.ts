import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import type { Scheme } from '../browser/browser.ts';
import type { Harness } from '../browser/harness.ts';
import type { PanelDriver } from '../browser/panel-driver.ts';
import { sleep, until } from '../browser/wait.ts';
import { word } from '../browser/words.ts';
import { ROOT } from '../build-extension.ts';
import { faultsOf } from './check.ts';
import { goTo, type Place } from './places.ts';

export const PICTURES_DIR = join(ROOT, '.output/pictures');

export const SCHEMES: readonly Scheme[] = ['light', 'dark'];
/** A desk and the narrowest window that a browser makes. */
const WIDTHS = [1280, 400] as const;
const HEIGHT = 860;
/** A long page's picture ends here, and what is looked at there. */
const LONGEST = 2000;
const TALLEST = 6000;
/** Nothing slides or fades for longer (milliseconds). */
const AT_REST = 1000;

export interface Walk {
  harness: Harness;
  /** Where the pictures go; none are made without. */
  dir?: string;
  /** Set before the names of pictures. */
  before?: string;
  /** Leads to a place; `goTo` unless told. */
  go?: typeof goTo;
}

/** Looks at every place in light and dark, wide and narrow: what is wrong is told, and a picture kept of each. */
export async function walkConsole({ harness, dir, before = '', go = goTo }: Walk, places: readonly Place[]): Promise<string[]> {
  const screen = await harness.console();
  const page = screen.frame as Page;
  await page.bringToFront();
  const faults: string[] = [];
  for (const place of places) {
    await page.setViewport({ width: WIDTHS[0], height: HEIGHT });
    await go(screen, place);
    for (const scheme of SCHEMES) {
      await harness.running().prefer(page, scheme);
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: HEIGHT });
        await atRest(page);
        const name = `${before}${place.name}${width === WIDTHS[0] ? '' : '-narrow'}-${scheme}`;
        faults.push(
          ...(await whole(page, () => pictured({ page, dir, name, again: scheme !== SCHEMES[0] }))).map(
            (fault) => `${name}: ${fault}`,
          ),
        );
      }
    }
  }
  await page.setViewport({ width: WIDTHS[0], height: HEIGHT });
  return faults;
}

const TABS = ['contact', 'tasks', 'notes', 'appointments', 'activity'] as const;

/** The panel beside a linked person, tab by tab, in light and dark. */
export async function walkPanel({ harness, dir }: Walk, tab: PanelDriver): Promise<string[]> {
  const faults: string[] = [];
  await tab.page.bringToFront();
  for (const name of TABS) {
    const screen = await tab.tab(name);
    faults.push(...(await lookAtPanel({ harness, dir }, tab, screen.frame, name)));
  }
  return faults;
}

/** The panel as it stands now, in light and dark. */
export async function lookAtPanel(
  { harness, dir }: Walk,
  tab: PanelDriver,
  frame: Page | Frame,
  name: string,
): Promise<string[]> {
  const faults: string[] = [];
  for (const scheme of SCHEMES) {
    await harness.running().prefer(tab.page, scheme);
    await atRest(frame);
    const shown = `panel-${name}-${scheme}`;
    const look = { page: tab.page, dir, name: shown, frame, again: scheme !== SCHEMES[0] };
    faults.push(...(await pictured(look)).map((fault) => `${shown}: ${fault}`));
  }
  return faults;
}

/** Until what slides or fades has arrived and is painted; what turns for ever is not waited for. */
async function atRest(frame: Page | Frame): Promise<void> {
  await frame.evaluate(async (most) => {
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const ends = (one: Animation) => Number.isFinite(one.effect?.getComputedTiming().endTime);
    const arrived = async () => {
      await frames();
      await Promise.all(
        document
          .getAnimations()
          .filter(ends)
          .map((one) => one.finished.catch(() => undefined)),
      );
      await frames();
    };
    // A page out of sight gets no frames.
    await Promise.race([arrived(), new Promise((done) => setTimeout(done, most))]);
  }, AT_REST);
}

interface Look {
  page: Page;
  dir?: string | undefined;
  name: string;
  /** What is looked at, if not the whole page. */
  frame?: Page | Frame;
  again: boolean;
}

/** A picture of the page, and what is wrong on it or in a frame of it. */
async function pictured({ page, dir, name, frame = page, again }: Look): Promise<string[]> {
  const { width, height } = page.viewport()!;
  if (dir) {
    mkdirSync(dir, { recursive: true });
    const clip = { x: 0, y: 0, width, height: Math.min(LONGEST, height) };
    writeFileSync(join(dir, `${name}.png`), await page.screenshot({ clip }));
  }
  return faultsOf(frame, again);
}

/** Looks in a window as tall as the page, so that what stands beside a long list stands there as a whole; not behind a dialog. */
async function whole(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  const { width, height } = page.viewport()!;
  const tall = await page.evaluate(() => {
    scrollTo(0, 0);
    return document.querySelector('dialog[open]') ? 0 : document.documentElement.scrollHeight;
  });
  if (tall <= height) return look();
  await page.setViewport({ width, height: Math.min(TALLEST, tall) });
  const found = await look();
  await page.setViewport({ width, height });
  return found;
}

/** Chooses a theme on the page Settings; the system's own wish counts no more. */
export async function chooseTheme(harness: Harness, theme: Scheme | 'system'): Promise<void> {
  const screen = await harness.console();
  await goTo(screen, { hash: '#/settings' });
  // The radio itself is out of sight; its label is what a person presses, once more where the page moved away under the mouse.
  await until(`the choice ${theme}`, async () => {
    const label = await screen.frame.waitForSelector(`xpath/.//label[normalize-space()="${word(`settings.look.${theme}`)}"]`);
    await label?.click();
    await sleep(400);
    return label?.evaluate((element) => ((element as HTMLLabelElement).control as HTMLInputElement | null)?.checked === true);
  });
}

/** Keeps what pages say in their consoles that nobody should ever read there. */
export function listenForErrors(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`thrown: ${String(error)}`));
  return said;
}
