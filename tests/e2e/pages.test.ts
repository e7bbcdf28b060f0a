import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from '../../scripts/browser/wait.ts';
import { PLACES } from '../../scripts/pages/places.ts';
import { playPages } from '../../scripts/pages/play.ts';
import { chooseTheme, listenForErrors, PICTURES_DIR, walkConsole } from '../../scripts/pages/walk.ts';
import { inBothBrowsers } from './scene.ts';

/** Pages of their own, without what a person opens on them. */
const ADDRESSES = PLACES.filter(({ open }) => !open);

inBothBrowsers('every page, in light and dark, wide and narrow', (scene) => {
  const walk = () => ({
    harness: scene().harness,
    // One browser's are enough to look at.
    ...(scene().kind === 'chromium' && { dir: PICTURES_DIR }),
  });
  const background = () => groundOf(scene().harness.console);

  test('of a firm at work: axe finds nothing, nothing sticks out, nothing is complained of', { timeout: 600_000 }, async () => {
    expect(await playPages(scene(), walk().dir)).toEqual({
      console: [],
      panel: [],
      states: [],
      said: [],
    });
  });

  test('before anything is connected: axe finds nothing, nothing sticks out', { timeout: 300_000 }, async () => {
    const said = listenForErrors((await scene().harness.console()).frame as Page);
    expect(await walkConsole({ ...walk(), before: 'empty-' }, ADDRESSES)).toEqual([]);
    expect(said).toEqual([]);
  });

  test('the theme chosen in Settings holds against the system’s', async () => {
    const { harness } = scene();
    const page = (await harness.console()).frame as Page;
    await harness.running().prefer(page, 'dark');
    const dark = await background();
    await harness.running().prefer(page, 'light');
    const light = await background();
    expect(dark).not.toBe(light);
    await chooseTheme(harness, 'dark');
    await until('the dark theme', async () => (await background()) === dark);
    // Firefox's driver does not see an extension page end its loading.
    await page.evaluate(() => location.reload()).catch(() => undefined);
    await until('the dark theme after a reload', async () => (await background()) === dark);
    await harness.running().prefer(page, 'dark');
    await chooseTheme(harness, 'light');
    await until('the light theme', async () => (await background()) === light);
    await chooseTheme(harness, 'system');
    await until('the theme of the system', async () => (await background()) === dark);
  });
});

/** A page that has no style yet is no theme's. */
const groundOf = (console: () => Promise<{ frame: { evaluate<T>(run: () => T): Promise<T> } }>): Promise<string> =>
  until('the page to have a ground', async () => {
    const colour = await (await console()).frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
    return colour === 'rgba(0, 0, 0, 0)' ? undefined : colour;
  });
