import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Sandbox } from '../../sandbox/server.ts';
import { createConsoleDriver } from '../browser/console-driver.ts';
import type { Harness } from '../browser/harness.ts';
import { openClio, type PanelDriver } from '../browser/panel-driver.ts';
import { ROOT } from '../build-extension.ts';
import { TOUR_DIR, type TourReport, type TourStep } from './report.ts';
import { STEPS } from './steps.ts';
import type { Tour } from './tour.ts';

export interface PlayOptions {
  harness: Harness;
  sandbox: Sandbox;
  dir?: string;
}

/** Plays every step in order. A step that fails doesn't stop the next ones: the report tells all that is wrong. */
export async function playTour({ harness, sandbox, dir = TOUR_DIR }: PlayOptions): Promise<TourReport> {
  mkdirSync(dir, { recursive: true });
  let page: Page | undefined;
  let clioTab: PanelDriver | undefined;
  const tour: Tour = {
    harness,
    sandbox,
    desk: createConsoleDriver(harness),
    async clio(hash) {
      if (clioTab) await clioTab.goTo(hash);
      clioTab ??= await openClio(harness, hash);
      page = clioTab.page;
      await page.bringToFront();
      return clioTab;
    },
    picture: (shown) => {
      page = shown;
    },
    snap: (name) => paint(page, join(dir, `${name}.png`)),
  };
  const steps: TourStep[] = [];
  for (const [index, { name, run }] of STEPS.entries()) {
    const begun = Date.now();
    const error = await run(tour).then(
      () => undefined,
      (reason: unknown) => wordsOf(reason),
    );
    const ms = Date.now() - begun;
    const file = join(dir, `${String(index + 1).padStart(2, '0')}-${name}.png`);
    await paint(page, file);
    steps.push({ name, ok: error === undefined, ms, picture: relative(ROOT, file), ...(error ? { error } : {}) });
  }
  return { browser: productOf(harness.version), version: harness.version, ok: steps.every(({ ok }) => ok), steps };
}

// `Chrome/156.0.1` and `HeadlessChrome/156.0.1` are Chromium's own names for itself; Firefox says `firefox/153.0`.
const productOf = (version: string): string =>
  /chrom/i.test(version) ? 'chromium' : (version.split('/')[0] ?? '').toLowerCase();

/** Long enough for what slides or fades in to have arrived (milliseconds). */
const AT_REST = 350;

async function paint(page: Page | undefined, file: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, AT_REST));
  const picture = await page?.screenshot().catch((error: unknown) => console.error(`no picture: ${wordsOf(error)}`));
  if (picture) writeFileSync(file, picture);
}

function wordsOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: unknown };
  return `${message ?? String(error)}${cause ? ` (${wordsOf(cause)})` : ''}`;
}
