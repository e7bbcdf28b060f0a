import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { addressOf, pageAt } from '../../scripts/browser/browser.ts';
import type { View } from '../../scripts/browser/view.ts';
import { sleep, until } from '../../scripts/browser/wait.ts';
import { word, wordPattern } from '../../scripts/browser/words.ts';
import { FIRM, writesIn } from '../../scripts/tour/world.ts';
import { inBothBrowsers, type Scene } from './scene.ts';

/** What the product promises of its guide. */
const CLICKS = 10;
const SECONDS = 180;

/** Set to a folder to keep a picture of each step, in light and dark. */
const PICTURES = process.env.RANKR_GUIDE_PICTURES;

inBothBrowsers('the first-run guide', (scene) => {
  const opened = async ({ harness }: Scene): Promise<View> => {
    const page = await until(
      'the guide to open by itself',
      () => pageAt(harness.running().browser, (url) => url.endsWith('#/guide')),
      30_000,
    );
    return harness.view(page);
  };
  const step = (screen: View, name: string) => screen.find('heading', new RegExp(`^${word(`guide.${name}.title`)}`));
  const picture = async (screen: View, name: string): Promise<void> => {
    if (!PICTURES) return;
    const page = screen.frame as Page;
    mkdirSync(PICTURES, { recursive: true });
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]).catch(() => undefined);
      await sleep(500);
      writeFileSync(
        join(PICTURES, `${scene().kind}-${name}-${value}.png`),
        await page.screenshot({ fullPage: scene().kind === 'chromium' }),
      );
    }
  };
  /** The way of somebody who has both keys at hand. */
  const connect = async (screen: View): Promise<void> => {
    await screen.fill(word('console.token.token'), FIRM.token.token);
    await screen.fill(word('console.token.location'), FIRM.token.locationId);
    await screen.fill(word('console.clio.appKey'), FIRM.clioApp.clientId);
    await screen.fill(word('console.clio.appSecret'), FIRM.clioApp.clientSecret);
    await screen.click('button', word('guide.connect.act'));
    await (await scene().harness.window('/oauth/authorize', 30_000)).click('button', 'Allow access');
    await screen.find('button', word('guide.choose.write'), { ms: 60_000 });
  };

  test('row 15: from the fresh installation to the first push in under three minutes and ten clicks', {
    timeout: 240_000,
  }, async () => {
    const { harness, sandbox, kind } = scene();
    const begun = Date.now();
    const screen = await opened(scene());
    await step(screen, 'connect');
    await picture(screen, '1-connect');
    await connect(screen);
    await picture(screen, '3-choose');
    await screen.click('button', word('guide.choose.write'));
    await screen.find('button', wordPattern('rules.templates.useWhat'));
    await picture(screen, '4-templates');
    await screen.click('button', wordPattern('rules.templates.useWhat'));
    const pilot = wordPattern('guide.pilot.act');
    await screen.find('button', pilot, { ms: 30_000 });
    // What the rule would do stands above the button.
    await screen.sees(new RegExp(wordPattern('rules.dry.fired').source.slice(1, -1)));
    await picture(screen, '6-pilot');
    const before = writesIn(sandbox).length;
    expect(before, 'nothing is written before somebody says so').toBe(0);
    await screen.click('button', pilot);
    await screen.find('button', wordPattern('guide.push.who'), { ms: 30_000 });
    await picture(screen, '7-push');
    await screen.click('button', wordPattern('guide.push.who'));
    const [first] = await until(
      'the first push in HighLevel',
      () => (writesIn(sandbox).length ? writesIn(sandbox) : undefined),
      60_000,
    );
    const seconds = (Date.now() - begun) / 1000;
    const { clicks, fields } = harness.hands;
    console.log(
      `first push (${kind}): ${clicks} clicks and ${fields} fields, ${clicks + fields} together, ${seconds.toFixed(1)} s; ${first?.method} ${first?.path}`,
    );
    expect(clicks + fields).toBeLessThanOrEqual(CLICKS);
    expect(seconds).toBeLessThan(SECONDS);
    await screen.find('heading', word('guide.finish.title'), { ms: 30_000 });
    await picture(screen, '8-finish');
  });

  test('it goes on where it was left, after the browser was closed, and does not open by itself again', {
    timeout: 240_000,
  }, async () => {
    const { harness } = scene();
    const screen = await opened(scene());
    await connect(screen);
    await screen.click('button', word('guide.passWhat', word('guide.choose.title')));
    await screen.find('button', wordPattern('rules.templates.useWhat'));
    await harness.restart();
    await sleep(2_000);
    const addresses = await Promise.all((await harness.running().browser.pages()).map(addressOf));
    expect(addresses.filter((url) => url.includes('#/guide'))).toEqual([]);
    const again = await harness.console();
    await again.click('link', word('guide.nav'));
    await again.find('button', wordPattern('rules.templates.useWhat'));
    expect(await again.has('button', word('guide.backTo', word('guide.choose.title')))).toBe(true);
  });
});
