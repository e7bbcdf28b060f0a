import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { addressOf } from '../../scripts/browser/browser.ts';
import { contactHash } from '../../scripts/browser/panel-driver.ts';
import { sleep, until } from '../../scripts/browser/wait.ts';
import { word } from '../../scripts/browser/words.ts';
import { inBothBrowsers, type Scene } from './scene.ts';

const { marisol, ruth } = cast;
const calls = ({ sandbox }: Scene, after: number) =>
  sandbox.ledger
    .entries({ after })
    .filter(({ host, path }) => host === 'services.leadconnectorhq.com' || path.startsWith('/api/'));
const lastCall = ({ sandbox }: Scene) => sandbox.ledger.entries().at(-1)?.n ?? 0;

/** A panel that came back to the front reads again: waits until nothing has been called for a while, and says what was last. */
async function restingAt(scene: Scene): Promise<number> {
  let last = -1;
  await until(
    'the calls to rest',
    async () => {
      const now = lastCall(scene);
      const rests = now === last;
      last = now;
      await sleep(1_500);
      return rests && lastCall(scene) === last;
    },
    30_000,
  );
  return last;
}

/** The panel's address as somebody may have learned it; in Firefox it is different in every profile. */
const panelAddress = async ({ desk }: Scene) =>
  (await addressOf((await desk.view()).frame)).replace(/console\.html.*/, 'panel.html');

/** Puts a frame into the page as its own script can, and gives the browser time for it. */
async function framed(page: Page, url: string): Promise<Frame | undefined> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    Object.assign(frame.style, { width: '1px', height: '1px', opacity: '0' });
    document.documentElement.append(frame);
  }, url);
  await sleep(2_000);
  return page.frames()[1];
}
const textOf = (frame: Frame | undefined) => frame?.evaluate(() => document.body?.textContent ?? '').catch(() => '');

inBothBrowsers('a page that frames the panel itself', (scene) => {
  // One of Clio's own addresses, without Clio's policy that would forbid it any frame; and a stranger's.
  test.each(['https://app.clio.com/nc/assets/app.js', 'https://example.com/'])(
    'at %s gets nothing, with or without a nonce',
    async (at) => {
      await scene().connect();
      const address = await panelAddress(scene());
      const seen = await scene().open(contactHash(marisol.clioId));
      await (await seen.showsPerson(marisol.name)).sees(marisol.email, 30_000);
      for (const url of [address, `${address}#${'0'.repeat(32)}`]) {
        const page = await scene().harness.open(at);
        // The panel in the other tab may still be reading; hidden, it starts nothing new.
        const before = await restingAt(scene());
        const frame = await framed(page, url);
        expect(page.frames().length, 'the frame is there').toBe(2);
        const text = await textOf(frame);
        const loaded = frame && (await addressOf(frame)).startsWith(address) && text !== '';
        if (loaded) expect(text?.trim()).toBe(word('panel.refused'));
        // Only Firefox, and only Clio's own hosts, get as far as the refusal: Chromium hides the address, the policy does the rest.
        expect(Boolean(loaded)).toBe(scene().kind === 'firefox' && at.startsWith('https://app.clio.com/'));
        expect(text).not.toContain(marisol.name);
        expect(calls(scene(), before).map(({ path }) => path)).toEqual([]);
        await page.close();
        await sleep(1_000);
      }
    },
  );
});

inBothBrowsers('a frame that is led away from the panel', (scene) => {
  test('is removed, and counts as closed', async () => {
    await scene().connect({ writing: false });
    const tab = await scene().open(contactHash(marisol.clioId));
    const style = () => tab.page.evaluate(() => document.documentElement.getAttribute('style'));
    await sleep(500);
    const before = await style();
    const panel = await tab.showsPerson(marisol.name);
    await panel.sees(marisol.email, 30_000);
    await panel.frame.evaluate(() => void setTimeout(() => location.assign('https://app.clio.com/nc/assets/app.js'), 50));
    await until('the frame to go', () => tab.page.frames().length === 1);
    expect(await style()).toBe(before);
    await sleep(1_000);
    const last = lastCall(scene());
    await tab.goTo(contactHash(ruth.clioId));
    await sleep(1_500);
    expect(calls(scene(), last).map(({ path }) => path)).toEqual([]);
    await tab.showsPerson(ruth.name);
  });
});
