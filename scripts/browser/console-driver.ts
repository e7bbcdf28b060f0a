import type { Harness } from './harness.ts';
import type { View } from './view.ts';
import { until } from './wait.ts';
import { word, wordPattern } from './words.ts';

export interface AppKeys {
  clientId: string;
  clientSecret: string;
}

/** The console as a person uses it. Every act brings its tab to the front and resolves when the screen says that it is done. */
export interface ConsoleDriver {
  view(): Promise<View>;
  connectByToken(account: { token: string; locationId: string; name: string }): Promise<void>;
  /** Fills in the form and sends it, whatever comes of it. */
  submitToken(account: { token: string; locationId: string }): Promise<View>;
  /** Opens HighLevel's window, picks the location there and connects; `refuse` presses Cancel, `closeWindow` shuts the window. */
  signInToHighLevel(account: AppKeys & { locationId: string; name: string }, how?: SignInEnd): Promise<void>;
  signInToClio(account: AppKeys & { name: string; region?: RegExp }, how?: SignInEnd): Promise<void>;
  /** Checks the permissions first where the switch asks for it. */
  switchWriting(system: 'HighLevel' | 'Clio', on?: boolean): Promise<void>;
  checkPermissions(connection: string): Promise<void>;
}
export type SignInEnd = 'allow' | 'refuse' | 'close-window';

const openForm = async (screen: View, key: string) => {
  const more = word(key);
  if (await screen.has('button', more)) await screen.click('button', more);
};
// The firm and its location may have the same name, so the card is looked for in its system's own section.
const connected = async (screen: View, system: 'HighLevel' | 'Clio', name: string) => {
  await screen.find('heading', name, { within: new RegExp(`^${system}$`), ms: 30_000 });
};

/** The page Connections, wherever the console has begun. */
async function connectionsPage(harness: Harness): Promise<View> {
  const screen = await harness.console();
  const title = word('console.connections.title');
  await until('the console', async () => (await screen.has('heading', title)) || (await screen.has('link', title)));
  if (!(await screen.has('heading', title))) await screen.click('link', title);
  await screen.find('heading', title);
  return screen;
}

export function createConsoleDriver(harness: Harness): ConsoleDriver {
  const view = harness.console;
  const page = () => connectionsPage(harness);
  return {
    view,
    submitToken: async (account) => submitToken(await page(), account),
    async connectByToken({ name, ...account }) {
      await connected(await submitToken(await page(), account), 'HighLevel', name);
    },
    async signInToHighLevel({ clientId, clientSecret, locationId, name }, how = 'allow') {
      const screen = await page();
      await openForm(screen, 'console.connections.addHighlevel');
      await screen.click('tab', new RegExp(`^${word('console.oauth.tab')}`));
      await screen.fill(word('console.oauth.clientId'), clientId);
      await screen.fill(word('console.oauth.clientSecret'), clientSecret);
      await screen.click('button', word('console.oauth.submit'));
      await answerHighLevel(await harness.window('marketplace.', 30_000), locationId, how);
      if (how === 'allow') await connected(await page(), 'HighLevel', name);
    },
    async signInToClio({ clientId, clientSecret, name, region }, how = 'allow') {
      const screen = await page();
      await openForm(screen, 'console.connections.addClio');
      if (region) await screen.choose(word('console.clio.region'), region);
      await screen.fill(word('console.clio.appKey'), clientId);
      await screen.fill(word('console.clio.appSecret'), clientSecret);
      await screen.click('button', word('console.clio.submit'));
      await answerClio(await harness.window('/oauth/authorize', 30_000), how);
      if (how === 'allow') await connected(await page(), 'Clio', name);
    },
    switchWriting: async (system, on = true) => switchWriting(await page(), system, on),
    checkPermissions: async (connection) => checkPermissions(await page(), connection),
  };
}

async function submitToken(screen: View, { token, locationId }: { token: string; locationId: string }): Promise<View> {
  await screen.find('heading', word('console.connections.title'));
  await openForm(screen, 'console.connections.addHighlevel');
  await screen.fill(word('console.token.token'), token);
  await screen.fill(word('console.token.location'), locationId);
  await screen.click('button', word('console.token.submit'));
  return screen;
}

async function answerHighLevel(window: View, locationId: string, how: SignInEnd): Promise<void> {
  if (how === 'close-window') return closeWindow(window);
  const row = await until('the sub-account', () => window.frame.$(`[data-location-id="${locationId}"] input`), 10_000);
  await row.click();
  await window.click('button', how === 'allow' ? 'Connect' : 'Cancel');
}

const answerClio = (window: View, how: SignInEnd): Promise<void> =>
  how === 'close-window' ? closeWindow(window) : window.click('button', how === 'allow' ? 'Allow access' : 'Decline');

async function closeWindow({ frame }: View): Promise<void> {
  if ('close' in frame) await frame.close();
}

async function switchWriting(screen: View, system: 'HighLevel' | 'Clio', on: boolean): Promise<void> {
  const name = word(system === 'HighLevel' ? 'console.writing.highlevel' : 'console.writing.clio');
  const now = async () =>
    (await (await screen.find('switch', name)).evaluate((element) => element.getAttribute('aria-checked'))) === 'true';
  const check = wordPattern('console.rights.check');
  // A connection whose permissions were never proved can't be written to: prove them, as the hint beside the switch says.
  await until(
    `the switch "${name}"`,
    async () => {
      if (await screen.has('switch', name)) return true;
      if (await screen.has('button', check)) await screen.click('button', check);
      return false;
    },
    40_000,
  );
  if ((await now()) === on) return;
  const sure = word('console.writing.submit');
  await screen.click('switch', name);
  // The cards above may grow while the mouse is on its way, or a toast may lie there for a moment: a person clicks again.
  for (let more = 0; on && more < 3 && !(await appears(screen, sure)); more += 1) await screen.click('switch', name);
  if (on) await screen.click('button', sure);
  await until(`writing to ${system} ${on ? 'on' : 'off'}`, async () => (await now()) === on);
}

const appears = (screen: View, button: string): Promise<boolean> =>
  screen.find('button', button, { ms: 4_000 }).then(
    () => true,
    () => false,
  );

async function checkPermissions(screen: View, connection: string): Promise<void> {
  const button = new RegExp(`^(${word('console.rights.check')}|${word('console.rights.again')})$`);
  await screen.click('button', button, { within: connection });
  await screen.sees(new RegExp(word('console.rights.checked', '.*'), 'i'), 30_000);
}
