import type { Frame, Page } from 'puppeteer-core';
import type { Harness } from './harness.ts';
import type { View } from './view.ts';
import { sleep, until } from './wait.ts';
import { word, wordPattern } from './words.ts';

export type PanelTab = 'contact' | 'tasks' | 'notes' | 'appointments' | 'activity';

/** A Clio tab with the panel in it, as a person uses them. */
export interface PanelDriver {
  page: Page;
  /** The panel, opened by a click on the launcher when it is closed. */
  view(): Promise<View>;
  isOpen(): Promise<boolean>;
  /** One real click on the launcher. */
  clickLauncher(): Promise<void>;
  /** Follows a link inside of Clio: only the hash changes. */
  goTo(hash: string): Promise<void>;
  /** Waits until the panel's heading is this name. */
  showsPerson(name: string, ms?: number): Promise<View>;
  heading(): Promise<string>;
  tab(tab: PanelTab): Promise<View>;
  linkCandidate(name: string): Promise<void>;
  createContact(): Promise<void>;
  pushContact(): Promise<void>;
  pushTask(title: string, held?: boolean): Promise<void>;
  pushNote(containing: string): Promise<void>;
  completeTask(title: string): Promise<void>;
  addNote(text: string): Promise<void>;
  close(): Promise<void>;
}

export const CLIO = 'https://app.clio.com';
export const contactHash = (id: number | string) => `#/contacts/${id}`;
export const matterHash = (id: number | string) => `#/matters/${id}`;

/** Opens a Clio tab at a hash route. The panel stays closed until it is asked for. */
export async function openClio(harness: Harness, hash: string, origin = CLIO): Promise<PanelDriver> {
  return createPanelDriver(harness, await harness.open(`${origin}/nc/${hash}`));
}

export function createPanelDriver(harness: Harness, page: Page): PanelDriver {
  const isOpen = async () => Boolean(await harness.panelFrame(page));
  const clickLauncher = async () => {
    await page.bringToFront();
    const at = await until('the launcher', () => harness.running().launcherAt(page));
    await harness.clickAt(page, at.x, at.y);
  };
  const view = async () => harness.view(await openedPanel(harness, page));
  const heading = async () => headingOf(await view());
  const tab = async (id: PanelTab) => {
    const screen = await view();
    await screen.click('tab', new RegExp(`^${word(`panel.tabs.${id}`)}( \\d+)?$`));
    return screen;
  };
  return {
    page,
    view,
    isOpen,
    clickLauncher,
    heading,
    tab,
    goTo: (hash) => page.evaluate((next) => location.assign(next), hash),
    async showsPerson(name, ms = 30_000) {
      await view();
      await until(`${name} in the panel`, async () => (await heading()) === name, ms);
      const screen = await view();
      await screen.find('tab', new RegExp(`^${word('panel.tabs.contact')}`), { ms });
      return screen;
    },
    close: () => page.close(),
    ...acts(view, tab),
  };
}

/** A panel that was left open comes back by itself after a load, so the launcher is pressed only when it has said "open" for a while. */
async function openedPanel(harness: Harness, page: Page): Promise<Frame> {
  let since = Date.now();
  return until('the panel', async () => {
    const frame = await harness.panelFrame(page);
    if (frame || Date.now() - since < PATIENCE) return frame;
    await page.bringToFront();
    const launcher = await harness.running().launcherAt(page);
    if (launcher?.name !== word('launcher.open')) return undefined;
    since = Date.now();
    await harness.clickAt(page, launcher.x, launcher.y);
    return undefined;
  });
}
const PATIENCE = 700;

type Acts = Pick<
  PanelDriver,
  'linkCandidate' | 'createContact' | 'pushContact' | 'pushTask' | 'pushNote' | 'completeTask' | 'addNote'
>;

function acts(view: PanelDriver['view'], tab: PanelDriver['tab']): Acts {
  return {
    async linkCandidate(name) {
      const screen = await view();
      await screen.click('radio', name);
      await screen.click('button', word('panel.choose.link', name));
    },
    createContact: async () => (await view()).click('button', wordPattern('panel.create.go')),
    async pushContact() {
      const screen = await tab('contact');
      await screen.click('button', wordPattern('panel.push.go'));
    },
    async pushTask(title, held = false) {
      const screen = await tab('tasks');
      await screen.click('button', word('panel.tasks.pushOne', title));
      if (held) await screen.click('button', wordPattern('panel.held.go'));
    },
    async pushNote(containing) {
      const screen = await tab('notes');
      await screen.click('button', word('panel.notes.push'), { within: containing });
    },
    async completeTask(title) {
      const screen = await tab('tasks');
      await screen.click('checkbox', word('panel.tasks.complete', title));
    },
    async addNote(text) {
      const screen = await tab('notes');
      await screen.click('button', word('panel.addNote.open'));
      await screen.fill(word('panel.addNote.text'), text);
      await screen.click('button', word('panel.addNote.go'));
    },
  };
}

async function headingOf(screen: View): Promise<string> {
  for (let turn = 0; turn < 3; turn += 1) {
    try {
      return await screen.frame.evaluate(() => document.querySelector('h1')?.textContent?.trim() ?? '');
    } catch {
      // The frame is just being replaced.
      await sleep(200);
    }
  }
  return '';
}
