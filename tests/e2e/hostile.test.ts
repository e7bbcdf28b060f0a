import { expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { contactHash } from '../../scripts/browser/panel-driver.ts';
import { sleep, until } from '../../scripts/browser/wait.ts';
import { writesIn } from '../../scripts/tour/world.ts';
import { inBothBrowsers, type Scene } from './scene.ts';

const { marisol, mallory, ruth } = cast;
type Seen = { removed: number; messages: number; shadows: number; elements: string[] };
const seenBy = (tab: { page: { evaluate<T>(f: () => T): Promise<T> } }) =>
  tab.page.evaluate(() => (window as unknown as { hostileSeen: Seen }).hostileSeen);
const apiCalls = ({ ledger }: Scene['sandbox'], after: number) =>
  ledger.entries({ after }).filter(({ host, path }) => host === 'services.leadconnectorhq.com' || path.startsWith('/api/'));
const fight = ({ sandbox }: Scene, mode: string) => sandbox.control('clio.setHostile', { mode, on: true });

inBothBrowsers('a page that fights', (scene) => {
  test('and takes the panel away wins after a while, and stays usable', async () => {
    fight(scene(), 'remove');
    const tab = await scene().open(contactHash(marisol.clioId));
    await sleep(2_000);
    expect((await seenBy(tab)).removed).toBeLessThanOrEqual(11);
    const before = (await seenBy(tab)).removed;
    await sleep(1_000);
    expect((await seenBy(tab)).removed, 'no endless battle').toBe(before);
    expect(await tab.page.evaluate(() => document.body.textContent)).toContain(marisol.name);
  });

  test('and takes an open panel away wins as well, gets its layout back, and nothing is read for it any more', async () => {
    const { connect, open, sandbox } = scene();
    await connect({ writing: false });
    const tab = await open(contactHash(marisol.clioId));
    const style = () => tab.page.evaluate(() => document.documentElement.getAttribute('style'));
    await sleep(500);
    const before = await style();
    await tab.showsPerson(marisol.name);
    fight(scene(), 'remove');
    await tab.page.reload();
    await until('the page to win', async () => (await seenBy(tab)).removed === 11);
    await sleep(1_000);
    expect((await seenBy(tab)).removed, 'no endless battle').toBe(11);
    expect(tab.page.frames()).toHaveLength(1);
    expect(await style()).toBe(before);
    const last = sandbox.ledger.entries().at(-1)?.n ?? 0;
    await tab.goTo(contactHash(ruth.clioId));
    await sleep(1_500);
    expect(apiCalls(sandbox, last)).toEqual([]);
  });

  test('and covers it leaves panel and launcher on top, where a click reaches them', async () => {
    await scene().connect();
    fight(scene(), 'cover');
    const tab = await scene().open(contactHash(marisol.clioId));
    const topAt = (x: number, y: number) =>
      tab.page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.localName ?? '', { x, y });
    expect(await topAt(400, 400), 'the sheet does lie over the page').toBe('div');
    const launcher = await until('the launcher', () => scene().harness.running().launcherAt(tab.page));
    expect(await topAt(launcher.x, launcher.y)).toBe('rankr-panel');
    const panel = await tab.showsPerson(marisol.name);
    await panel.sees(marisol.email);
    await sleep(500);
    for (const y of [100, 400, 700]) expect(await topAt(1280 - 190, y), `the panel at ${y}`).toBe('rankr-panel');
    // A real click at real coordinates: it reaches the panel's tab, not the sheet.
    await tab.tab('notes');
    await panel.seesNot(marisol.email);
    expect(writesIn(scene().sandbox)).toEqual([]);
  });

  test('and sends it messages gets no answer and no act', async () => {
    await scene().connect();
    fight(scene(), 'post-messages');
    const tab = await scene().open(contactHash(marisol.clioId));
    await tab.showsPerson(marisol.name);
    await sleep(1_500);
    expect((await seenBy(tab)).messages).toBe(0);
    expect(writesIn(scene().sandbox)).toEqual([]);
    expect(await tab.heading()).toBe(marisol.name);
  });

  test('and patches what an extension is built with sees nothing of it', async () => {
    await scene().connect({ writing: false });
    fight(scene(), 'prototype');
    const tab = await scene().open(contactHash(marisol.clioId));
    const panel = await tab.showsPerson(marisol.name);
    await panel.sees(marisol.email);
    expect((await seenBy(tab)).shadows).toBe(0);
    expect(await tab.page.evaluate(() => window.frames.length), 'no handle to the frame').toBe(0);
  });
});

inBothBrowsers('markup in a client’s data', (scene) => {
  test('is shown as text, in every part of the panel', async () => {
    await scene().connect();
    const tab = await scene().open(contactHash(mallory.clioId));
    const dialogs: string[] = [];
    tab.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const panel = await tab.view();
    await panel.sees('<b>', 30_000);
    // Whoever it is matched with: the panel with all its parts is wanted, so a choice is made where one is asked.
    if (!(await panel.has('tab', /^Contact/))) {
      await panel.click('radio', /alert/);
      await panel.click('button', /^Link /);
    }
    for (const part of ['contact', 'tasks', 'notes', 'appointments', 'activity'] as const) {
      await tab.tab(part);
      const found = await panel.frame.evaluate(() => ({
        active: document.querySelectorAll(
          'script:not([src]), iframe, object, embed, [onerror], [onload], [onclick], img[src="x"]',
        ).length,
        links: [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).protocol),
      }));
      expect(found.active, part).toBe(0);
      expect(
        found.links.filter((protocol) => !['https:', 'mailto:', 'tel:'].includes(protocol)),
        part,
      ).toEqual([]);
    }
    expect(dialogs).toEqual([]);
  });
});
