import type { Page } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { startSandbox } from '../../sandbox/server.ts';
import { createConsoleDriver } from '../../scripts/browser/console-driver.ts';
import { findBrowser } from '../../scripts/browser/find.ts';
import { startHarness } from '../../scripts/browser/harness.ts';
import { ensureBuilt } from '../../scripts/build-extension.ts';
import { FIRM } from '../../scripts/tour/world.ts';
import { emailOf, givenOf, nameOf, phoneOf } from './people-of-bench.ts';
import { ms, p95, type Row } from './table.ts';

/** In a page of the extension. */
declare const chrome: {
  runtime: {
    sendMessage(message: { type: string; payload: object }): Promise<{
      value: { connections: { system: string; account: string }[]; rows: unknown[] };
    }>;
  };
};

const BATCH = 1_000;
const FEW = 1_000;
const ROUNDS = 25;
const BOUND = 150;
const PERSON = '.pp-scroll .pp-name';

/** The product's store code as one script, for a page of the extension, under the global `filler`. */
async function fillerCode(): Promise<string> {
  const bundle = await rolldown({ input: new URL('fill-in-page.ts', import.meta.url).pathname, logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'filler' });
  return output[0].code;
}

/** The Clio account; the filler stands ready in the page. */
async function ready(page: Page): Promise<string> {
  await page.evaluate(await fillerCode());
  const account = await page.evaluate(async () => {
    const { value } = await chrome.runtime.sendMessage({ type: 'connections.view', payload: {} });
    return value.connections.find(({ system }) => system === 'clio')?.account;
  });
  return account ?? '';
}

/** Seconds it took. */
async function fill(page: Page, account: string, first: number, most: number): Promise<number> {
  const began = performance.now();
  for (let from = first; from < most; from += BATCH) {
    const ends = [from, Math.min(most, from + BATCH)];
    await page.evaluate(`filler.fill(${JSON.stringify(FIRM.token.locationId)}, ${JSON.stringify(account)}, ${ends})`);
  }
  return (performance.now() - began) / 1000;
}

/**
 * Milliseconds from the start of the navigation until the frame is painted in which `selector` is there for the first time, whose words
 * come from the store. The page is cold, the background runs, as when somebody opens the console during the day.
 */
async function painted(page: Page, url: string, selector: string): Promise<number[]> {
  const times: number[] = [];
  const watch = await page.evaluateOnNewDocument((wanted) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      seen.disconnect();
      // The first task after the frame that shows it.
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => Object.assign(globalThis, { paintedAt: performance.now() });
        after.port2.postMessage(0);
      });
    });
    seen.observe(document, { childList: true, subtree: true });
  }, selector);
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.goto('about:blank');
    await page.goto(url);
    await page.waitForFunction('globalThis.paintedAt', { timeout: 20_000 });
    // The first one warms the browser's own code cache.
    if (round) times.push(Number(await page.evaluate('paintedAt')));
    // Whatever a page asks for behind its first paint is not part of the next one.
    await page.waitForNetworkIdle({ idleTime: 100 }).catch(() => undefined);
  }
  await page.removeScriptToEvaluateOnNewDocument(watch.identifier);
  return times;
}

/** From the question to the answer, as the page's own search asks. */
async function searched(page: Page, account: string, most: number, textOf: (number: number) => string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const number = (round * 7919) % most;
    const query = textOf(number);
    const took = await page.evaluate(
      async (payload) => {
        const began = performance.now();
        const { value } = await chrome.runtime.sendMessage({ type: 'people.view', payload });
        return value.rows.length ? performance.now() - began : -1;
      },
      { system: 'clio', account, query },
    );
    if (took < 0) throw new Error(`${query} is not found`);
    times.push(took);
  }
  return times;
}

/** Rows of the list that are on the page. */
async function rowsOnPage(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.waitForSelector(PERSON);
  return page.evaluate(() => document.querySelectorAll('.pp-scroll .pp-row').length);
}

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** `few`: the same with a thousand people, which tells the machine's share from the number's. */
const row = (what: string, times: number[], few: number[]): Row => ({
  what,
  measured: ms(p95(times)),
  bound: `${BOUND} ms`,
  ratio: p95(times) / BOUND,
  how: `median ${ms(median(times))}; with ${FEW.toLocaleString('en')} people ${ms(p95(few))}, median ${ms(median(few))}`,
});

const SEARCHES = { name: nameOf, 'first name': givenOf, 'e-mail': emailOf, phone: phoneOf };

/** Everything once, with so many people in the store. */
async function measure(page: Page, url: string, account: string, most: number): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {
    'first paint p95, Home': await painted(page, `${url}#/home`, '.home-number'),
    'first paint p95, People': await painted(page, `${url}#/people`, PERSON),
  };
  await page.goto(`${url}#/settings`);
  for (const [by, textOf] of Object.entries(SEARCHES)) times[`search p95 by ${by}`] = await searched(page, account, most, textOf);
  return times;
}

/** The console in a real Chromium (cold page, running worker), with so many people in the extension's own store. */
export async function paintRows(most: number): Promise<Row[]> {
  const path = findBrowser('chromium');
  if (!path)
    return [{ what: 'first paint p95', measured: 'not measured', bound: `${BOUND} ms`, how: 'no Chromium here (CHROMIUM_PATH)' }];
  const extension = await ensureBuilt('chromium');
  const sandbox = await startSandbox({ strictLimits: false });
  const harness = await startHarness({ kind: 'chromium', path, extension, reach: sandbox });
  try {
    const desk = createConsoleDriver(harness);
    await desk.connectByToken(FIRM.token);
    await desk.signInToClio(FIRM.clioApp);
    const page = (await desk.view()).frame as Page;
    const url = page.url().replace(/#.*/, '');
    const account = await ready(page);
    await fill(page, account, 0, FEW);
    const few = await measure(page, url, account, FEW);
    await ready(page);
    const took = await fill(page, account, FEW, most);
    // The filler is a stranger to the background, which remembers what it read: as after any break, it reads anew.
    await harness.killBackground();
    const all = await measure(page, url, account, most);
    const rows = await rowsOnPage(page, `${url}#/people`);
    const size = most.toLocaleString('en');
    return [
      ...Object.entries(all).map(([what, times]) => row(`${what}, ${size} people`, times, few[what] ?? [])),
      {
        what: `rows on the page, ${size} people`,
        measured: String(rows),
        bound: '50 (one question)',
        how: `virtual list; ${Math.round((most - FEW) / took)} people a second through the store's own writer`,
      },
    ];
  } finally {
    await harness.close();
    await sandbox.close();
  }
}
