import { expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { contactHash } from '../../scripts/browser/panel-driver.ts';
import { sleep, until } from '../../scripts/browser/wait.ts';
import { inBothBrowsers } from './scene.ts';

const { marisol, ruth } = cast;

/** The calls that the extension made since; the page's own are to other paths. */
const callsAfter = ({ ledger }: Sandbox, after: number): string[] =>
  ledger
    .entries({ after })
    .filter(({ host, path }) => host === 'services.leadconnectorhq.com' || path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);

inBothBrowsers('while the panel is closed', (scene) => {
  test('a Clio page has one more element, no frame, and nothing is called', async () => {
    const { connect, open, sandbox, harness } = scene();
    await connect();
    await sleep(2_000);
    const last = sandbox.ledger.entries().at(-1)?.n ?? 0;
    const tab = await open(contactHash(marisol.clioId));
    await until('the launcher', () => harness.running().launcherAt(tab.page));
    await tab.goTo(contactHash(ruth.clioId));
    await sleep(2_500);
    expect(tab.page.frames()).toHaveLength(1);
    expect(
      await tab.page.evaluate(() =>
        [...document.documentElement.children]
          .map(({ localName }) => localName)
          .filter((name) => !['head', 'body'].includes(name)),
      ),
    ).toHaveLength(1);
    expect(callsAfter(sandbox, last)).toEqual([]);
  });

  test('nothing is called any more once it has been closed, nor after a reload', async () => {
    const { connect, open, sandbox, harness } = scene();
    await connect({ writing: false });
    const tab = await open(contactHash(marisol.clioId));
    const panel = await tab.showsPerson(marisol.name);
    await panel.sees(marisol.email, 30_000);
    await tab.clickLauncher();
    await until('the panel to close', async () => !(await tab.isOpen()));
    await sleep(1_500);
    const last = sandbox.ledger.entries().at(-1)?.n ?? 0;
    await tab.goTo(contactHash(ruth.clioId));
    await sleep(1_500);
    await tab.page.reload();
    await until('the launcher', () => harness.running().launcherAt(tab.page));
    await tab.goTo(contactHash(marisol.clioId));
    await sleep(1_500);
    expect(callsAfter(sandbox, last)).toEqual([]);
    await tab.showsPerson(marisol.name);
    expect(callsAfter(sandbox, last), 'opened again, it reads again').not.toEqual([]);
  });

  test('closing it leaves Clio’s page as it was', async () => {
    const { connect, open } = scene();
    await connect({ writing: false });
    const tab = await open(contactHash(marisol.clioId));
    const look = () =>
      tab.page.evaluate(() => ({
        root: document.documentElement.getAttribute('style'),
        width: document.body.getBoundingClientRect().width,
      }));
    await sleep(500);
    const before = await look();
    await tab.showsPerson(marisol.name);
    await tab.clickLauncher();
    await until('the panel to close', async () => !(await tab.isOpen()));
    expect(await look()).toEqual(before);
    expect(tab.page.frames()).toHaveLength(1);
  });
});

inBothBrowsers('elsewhere', (scene) => {
  test.each([
    'https://app.clio.com.evil.example/nc/#/contacts/1',
    'https://example.com/',
    'https://marketplace.gohighlevel.com/',
  ])('no script runs on %s', async (url) => {
    const page = await scene().harness.open(url);
    await sleep(1_000);
    expect(await page.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName))).toEqual([
      'head',
      'body',
    ]);
    expect(page.frames()).toHaveLength(1);
  });
});
