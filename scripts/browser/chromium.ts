import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import {
  isLauncher,
  type Launch,
  type LauncherSpot,
  type LaunchOptions,
  listenTo,
  type Manage,
  pageAt,
  type Scheme,
} from './browser.ts';
import { until } from './wait.ts';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  // Console messages of pages and workers go to the browser's own output.
  '--enable-logging=stderr',
];

/** Chromium by the DevTools protocol. `pipe` because unpacked extensions can be loaded over a pipe only. */
export const launchChromium: Launch = async (options) => {
  const browser = await start(options);
  const printed = listenTo(browser);
  const background = await until('the extension to be loaded', () => extensionOrigin(browser));
  return {
    browser,
    async openConsole() {
      const url = `${background}/console.html`;
      const open = await pageAt(browser, (address) => address.startsWith(url));
      const page = open ?? (await browser.newPage());
      await page.bringToFront();
      if (!open) await page.goto(url);
      return page;
    },
    async killBackground() {
      const worker = browser
        .targets()
        .find((target) => target.type() === 'service_worker' && target.url().startsWith(background));
      if (!worker) return false;
      await (await worker.worker())?.close();
      await until('the worker to be gone', () => !browser.targets().includes(worker));
      return true;
    },
    manage: (how) => manage(browser, new URL(background).host, how),
    prefer,
    printed,
    launcherAt,
  };
};

/** On Chromium's own page of extensions, by the interface that its buttons use. */
async function manage(browser: Browser, id: string, how: Manage): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  // Without the page's developer mode an unpacked extension that is loaded anew is switched off.
  if (how === 'reload') await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  const command =
    how === 'reload'
      ? `chrome.developerPrivate.reload('${id}', { failQuietly: true })`
      : `chrome.management.setEnabled('${id}', ${how === 'enable'})`;
  await page.evaluate(`(async () => { await ${command}; })()`);
  await page.close();
}

/** A frame of another origin is a target of its own, which the page's emulation does not reach. */
async function prefer(page: Page, scheme: Scheme): Promise<void> {
  const features = [{ name: 'prefers-color-scheme', value: scheme }];
  await page.emulateMediaFeatures(features);
  for (const frame of page.frames().slice(1))
    await (frame as unknown as { client: CDPSession }).client.send('Emulation.setEmulatedMedia', { features });
}

const start = ({ path, extension, headless, profile, reach }: LaunchOptions): Promise<Browser> =>
  puppeteer.launch({
    browser: 'chrome',
    executablePath: path,
    pipe: true,
    headless,
    enableExtensions: [extension],
    acceptInsecureCerts: true,
    userDataDir: profile,
    defaultViewport: headless ? { width: 1280, height: 860 } : null,
    protocolTimeout: 60_000,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...QUIET,
      '--lang=en-US',
      '--window-size=1280,860',
      ...reach.chromiumArgs(),
    ],
  });

// The id is fixed by the manifest's key, yet asked for: another build may have another key.
async function extensionOrigin(browser: Browser): Promise<string | undefined> {
  const target = browser
    .targets()
    .find((each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension://'));
  return target && new URL(target.url()).href.split('/').slice(0, 3).join('/');
}

/** The launcher stands in a closed shadow root, which only the debugger's view of the document goes through. */
async function launcherAt(page: Page): Promise<LauncherSpot | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    for (const backendNodeId of buttonsOf(root)) {
      const name = await nameOf(session, backendNodeId);
      const at = isLauncher(name) ? await middle(session, backendNodeId) : undefined;
      if (at) return { ...at, name };
    }
    return undefined;
  } finally {
    await session.detach();
  }
}

interface DomNode {
  backendNodeId: number;
  nodeName: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

const buttonsOf = (node: DomNode): number[] => [
  ...(node.nodeName === 'BUTTON' ? [node.backendNodeId] : []),
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(buttonsOf),
];

async function nameOf(session: CDPSession, backendNodeId: number): Promise<string> {
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { backendNodeId, fetchRelatives: false });
  return String(nodes[0]?.name?.value ?? '');
}

async function middle(session: CDPSession, backendNodeId: number): Promise<{ x: number; y: number } | undefined> {
  const box = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => undefined);
  if (!box || box.model.width === 0) return undefined;
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = box.model.border;
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}
