import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { isLauncher, type Launch, type LauncherSpot, type LaunchOptions, listenTo, type Manage, pageAt } from './browser.ts';
import { until } from './wait.ts';

// A temporary add-on loses its data and its address when the browser ends; these keep both, as for an installed one.
const PREFS = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'intl.locale.requested': 'en-US',
  'browser.shell.checkDefaultBrowser': false,
  // Console messages of pages and backgrounds go to the browser's own output.
  'devtools.console.stdout.content': true,
};

const SCHEME_PREF = 'layout.css.prefers-color-scheme.content-override';

/** Firefox by WebDriver BiDi. System access is used for the browser's own surface only: its toolbar, its way to end a background. */
export const launchFirefox: Launch = async (options) => {
  const browser = await start(options);
  const printed = listenTo(browser);
  const id = await browser.installExtension(options.extension);
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(id)})`;
  const wire = wireOf(browser);
  const consoleUrl = String(await wire.inChrome(`${policy}.getURL('console.html')`));
  return {
    browser,
    async openConsole() {
      const there = () => pageAt(browser, (address) => address.startsWith(consoleUrl));
      if (!(await there()))
        await wire.inChrome(`void (gBrowser.selectedTab = gBrowser.addTrustedTab(${JSON.stringify(consoleUrl)}))`);
      const page = await until('the console', there);
      await page.bringToFront();
      return page;
    },
    async killBackground() {
      const state = await wire.inChrome(`(async () => { const { extension } = ${policy}; const before = extension.backgroundState;
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }); return before; })()`);
      return state === 'running' || state === 'suspending';
    },
    manage: async (how) => void (await wire.inChrome(managing(id, how))),
    // Firefox has no emulation by page here; its own preference, which settings pages write too, holds for all content.
    async prefer(page, scheme) {
      const isDark = scheme === 'dark';
      await wire.inChrome(`Services.prefs.setIntPref('${SCHEME_PREF}', ${isDark ? 0 : 1})`);
      // Pages hear of it a moment later; one that never does is looked at as it is.
      const heard = () => page.evaluate((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, isDark);
      await until('the page to hear of it', heard, 3_000).catch(() => undefined);
    },
    printed,
    launcherAt: (page) => launcherAt(wire, page),
  };
};

const managing = (id: string, how: Manage): string => `(async () => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(${JSON.stringify(id)})).${how}();
})()`;

const start = ({ path, headless, profile, reach }: LaunchOptions): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width: 1280, height: 860 } : null,
    protocolTimeout: 60_000,
    args: ['--profile', profile, '--remote-allow-system-access', '--width=1280', '--height=940'],
    extraPrefsFirefox: { ...PREFS, ...reach.firefoxPrefs() },
  });

interface Wire {
  send<T>(method: string, params: object): Promise<T>;
  /** Evaluates in the browser's own window; resolves to a string, number or boolean. */
  inChrome(expression: string): Promise<unknown>;
}

// Puppeteer has no public door for raw BiDi commands; its connection object is the same one its own calls use.
function wireOf(browser: Browser): Wire {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: unknown }> };
  };
  const send = async <T>(method: string, params: object) => (await connection.send(method, params)).result as T;
  return {
    send,
    async inChrome(expression) {
      const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
        'moz:scope': 'chrome',
        maxDepth: 0,
      });
      const target = { context: tree.contexts[0]?.context };
      const answer = await send<Evaluated>('script.evaluate', { expression, target, awaitPromise: true });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
      return answer.result?.value;
    },
  };
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

interface RemoteNode {
  sharedId?: string;
  value?: { localName?: string; attributes?: Record<string, string>; children?: RemoteNode[]; shadowRoot?: RemoteNode | null };
}

/** BiDi serialises closed shadow roots when asked to; the button found there is measured, and clicked by coordinates like any other. */
async function launcherAt(wire: Wire, page: Page): Promise<LauncherSpot | undefined> {
  const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
  const serializationOptions = { maxDomDepth: null, includeShadowTree: 'all' };
  const answer = await wire.send<{ result: RemoteNode }>('script.evaluate', {
    expression: 'document.documentElement',
    target,
    awaitPromise: false,
    serializationOptions,
  });
  const nameOf = (node: RemoteNode) => node.value?.attributes?.['aria-label'] ?? node.value?.attributes?.title ?? '';
  const button = inShadow(answer.result).find((node) => isLauncher(nameOf(node)));
  if (!button) return undefined;
  const functionDeclaration = String(middleOf);
  const measured = await wire.send<Evaluated>('script.callFunction', {
    functionDeclaration,
    arguments: [{ sharedId: button.sharedId }],
    target,
    awaitPromise: false,
  });
  const [x, y] = String(measured.result?.value ?? '')
    .split(' ')
    .map(Number);
  return x && y ? { x, y, name: nameOf(button) } : undefined;
}

/** Runs in the page: BiDi takes functions as text and answers with plain values only where they are primitive. */
const middleOf = (element: Element): string => {
  const box = element.getBoundingClientRect();
  return box.width === 0 ? '' : [box.x + box.width / 2, box.y + box.height / 2].join(' ');
};

function inShadow(node: RemoteNode, inside = false): RemoteNode[] {
  const below = [
    ...(node.value?.children ?? []).flatMap((child) => inShadow(child, inside)),
    ...(node.value?.shadowRoot ? inShadow(node.value.shadowRoot, true) : []),
  ];
  return inside && node.value?.localName === 'button' ? [node, ...below] : below;
}
