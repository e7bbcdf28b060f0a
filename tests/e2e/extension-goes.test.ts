import { expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { contactHash, type PanelDriver } from '../../scripts/browser/panel-driver.ts';
import { sleep, until } from '../../scripts/browser/wait.ts';
import { inBothBrowsers } from './scene.ts';

const { marisol, ruth } = cast;

/** What a page keeps of us, and what of that can be seen or hit at the panel's and the launcher's edge. */
const traces = ({ page }: PanelDriver) =>
  page.evaluate(() => ({
    elements: document.querySelectorAll('rankr-panel').length,
    style: document.documentElement.getAttribute('style'),
    width: Math.round(document.body.getBoundingClientRect().width),
    hit: [1100, 1270]
      .flatMap((x) => [100, 350, 700].map((y) => document.elementFromPoint(x, y)?.localName))
      .includes('rankr-panel'),
  }));

inBothBrowsers('with the panel open in a Clio tab', (scene) => {
  const opened = async () => {
    await scene().connect({ writing: false });
    const tab = await scene().open(contactHash(marisol.clioId));
    const errors: string[] = [];
    tab.page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    tab.page.on('pageerror', (error) => void errors.push(String(error)));
    await sleep(500);
    const { style, width } = await traces(tab);
    await tab.showsPerson(marisol.name);
    expect((await traces(tab)).hit).toBe(true);
    return { tab, bare: { style, width }, errors };
  };

  test('switching the extension off leaves nothing in the page and no errors; switched on again, it works after a reload', async () => {
    const { tab, bare, errors } = await opened();
    const { harness } = scene();
    await harness.running().manage('disable');
    await tab.page.bringToFront();
    await until('the panel to be gone and its room given back', async () => {
      const { width, hit } = await traces(tab);
      return width === bare.width && !hit;
    });
    // Firefox ends the script without a word: what it leaves is an element nobody sees and a style that does nothing.
    if (harness.kind === 'chromium') expect(await traces(tab)).toMatchObject({ elements: 0, style: bare.style });
    else expect((await traces(tab)).elements).toBeLessThanOrEqual(1);
    await tab.goTo(contactHash(ruth.clioId));
    await sleep(3_000);
    expect(await tab.page.evaluate(() => document.body.textContent)).toContain(ruth.name);
    expect(errors).toEqual([]);
    await harness.running().manage('enable');
    await tab.page.bringToFront();
    await tab.page.reload();
    await tab.showsPerson(ruth.name);
  });

  test('an update leaves one launcher at most, no errors, and a working panel after a reload', async () => {
    const { tab, errors } = await opened();
    const { harness } = scene();
    await harness.running().manage('reload');
    await tab.page.bringToFront();
    await sleep(4_000);
    expect((await traces(tab)).elements).toBeLessThanOrEqual(1);
    await tab.goTo(contactHash(ruth.clioId));
    await sleep(2_000);
    expect(errors).toEqual([]);
    await tab.page.reload();
    await tab.showsPerson(ruth.name);
    expect((await traces(tab)).elements).toBe(1);
  });
});
