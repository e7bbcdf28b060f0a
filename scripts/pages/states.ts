import { cast } from '../../sandbox/world/cast.ts';
import type { View } from '../browser/view.ts';
import { word, wordPattern } from '../browser/words.ts';
import type { Place } from './places.ts';

/** Somebody whom the firm of the pictures has in Clio only. */
const ALONE = cast.nadia.name;

async function select(screen: View, name: string): Promise<void> {
  await screen.fill(word('people.search'), name);
  await screen.click('checkbox', word('people.select', name));
}

const refused = (screen: View) => screen.click('option', /./, { within: new RegExp(`^${word('needsYou.stuck')}`, 'i') });

/** A file that no rule can be read from, chosen as a person does. */
async function importNonsense(screen: View): Promise<void> {
  await screen.frame.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File(['{"rules":[{"name":7}]}'], 'rules.json', { type: 'application/json' }));
    input!.files = files.files;
    input!.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await screen.sees(word('rules.importFailed'));
}

async function dryRun(screen: View): Promise<void> {
  await (await screen.frame.waitForSelector('.rul-name'))!.click();
  await screen.click('button', word('rules.dry.last50'));
  await screen.frame.waitForSelector('.rul-dry [aria-live] > *');
}

/** What opens on the pages while somebody works: dialogs, menus, what was refused, what is not there. */
export const STATES: readonly Place[] = [
  { name: 'refused', hash: '#/needs-you', open: refused },
  {
    name: 'dialog-edit',
    hash: '#/needs-you',
    open: async (screen) => {
      await refused(screen);
      await screen.click('button', word('needsYou.edit.go'));
    },
  },
  {
    name: 'menu',
    hash: '#/people',
    open: async (screen) => {
      await select(screen, ALONE);
      await screen.click('button', word('people.moreActs'));
    },
  },
  {
    name: 'dialog-link',
    hash: '#/people',
    open: async (screen) => {
      await select(screen, ALONE);
      await screen.click('button', word('people.find'));
    },
  },
  {
    name: 'dialog-tag',
    hash: '#/people',
    open: async (screen) => {
      await select(screen, cast.marisol.name);
      await screen.click('button', word('people.act.tag'));
    },
  },
  { name: 'nobody', hash: '#/people', open: (screen) => screen.fill(word('people.search'), 'Zzyzx') },
  { name: 'person-gone', hash: '#/people/us%3A1%7C1%7Cnowhere' },
  {
    name: 'dialog-template',
    hash: '#/rules/templates',
    open: (screen) => screen.click('button', word('rules.templates.useWhat', word('rule.template.new_lead.name'))),
  },
  { name: 'dry-run', hash: '#/rules', open: dryRun },
  { name: 'dialog-import', hash: '#/rules', open: importNonsense },
  {
    name: 'dialog-rule',
    hash: '#/rules',
    open: async (screen) => {
      await screen.click('button', wordPattern('rules.moreFor'));
      await screen.click('menuitem', word('rules.remove'));
    },
  },
  {
    name: 'try',
    hash: '#/catalogue/highlevel.contact.create',
    open: (screen) => screen.click('button', word('catalogue.try.dry')),
  },
  { name: 'dialog-erase', hash: '#/connections', open: (screen) => screen.click('button', word('console.erase.open')) },
];

/** While the background has not answered yet, and when it can't. */
export const UNANSWERED: readonly Place[] = ['home', 'people', 'connections'].map((id) => ({ name: id, hash: `#/${id}` }));

/** How the background answers from now on: not at all, or that the store can't be read. */
export type Silence = 'loading' | 'failed';

/** Takes the background's answers from a page that is open; a page that is loaded anew has them again. */
export async function silence({ frame }: View, how: Silence): Promise<void> {
  await frame.evaluate((what) => {
    const spaces = globalThis as unknown as Record<string, { runtime?: object } | undefined>;
    const answer = { ok: false, error: { code: 'storage-unavailable', facts: {} } };
    // Chromium's polyfill hands in a function to be called, Firefox wants a promise.
    const value = (...args: unknown[]) => {
      const tell = args.at(-1);
      if (what === 'loading') return new Promise(() => undefined);
      if (typeof tell === 'function') return void setTimeout(tell as () => void, 0, answer);
      return Promise.resolve(answer);
    };
    for (const { runtime } of [spaces.browser, spaces.chrome].filter((one) => one !== undefined))
      if (runtime) Object.defineProperty(runtime, 'sendMessage', { configurable: true, value });
  }, how);
}

/** The network goes, as the browser tells a page. */
export async function goOffline({ frame }: View, isOffline = true): Promise<void> {
  await frame.evaluate((off) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !off });
    dispatchEvent(new Event(off ? 'offline' : 'online'));
  }, isOffline);
}
