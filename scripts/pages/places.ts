import { cast } from '../../sandbox/world/cast.ts';
import type { View } from '../browser/view.ts';
import { until } from '../browser/wait.ts';
import { word } from '../browser/words.ts';

/** A page of the console as a person may find it. */
export interface Place {
  /** Its picture's name. */
  name: string;
  /** Its address behind `console.html`. */
  hash: string;
  /** What a person does there before looking around. */
  open?: (screen: View) => Promise<void>;
}

/** Every page of the console, and what opens on them. */
export const PLACES: readonly Place[] = [
  { name: 'home', hash: '#/home' },
  { name: 'needs-you', hash: '#/needs-you' },
  { name: 'people', hash: '#/people' },
  {
    name: 'person',
    hash: '#/people',
    open: async (screen) => {
      await screen.fill(word('people.search'), cast.marisol.name);
      await screen.click('link', cast.marisol.name);
    },
  },
  { name: 'rules', hash: '#/rules' },
  { name: 'templates', hash: '#/rules/templates' },
  {
    name: 'rule',
    hash: '#/rules',
    open: async (screen) => (await screen.frame.waitForSelector('.rul-name'))!.click(),
  },
  { name: 'activity', hash: '#/activity' },
  { name: 'mappings', hash: '#/mappings' },
  { name: 'catalogue', hash: '#/catalogue/highlevel.contact.create' },
  { name: 'connections', hash: '#/connections' },
  { name: 'privacy', hash: '#/privacy' },
  { name: 'settings', hash: '#/settings' },
  { name: 'guide', hash: '#/guide' },
];

/** Leads the console to a place and waits until it has its content. */
export async function goTo(screen: View, { hash, open }: Pick<Place, 'hash' | 'open'>): Promise<void> {
  await fresh(screen, hash);
  await loaded(screen, hash);
  await open?.(screen);
  await loaded(screen, hash);
}

/** Opens a page anew, also where it stands open already with something opened on it. */
export const fresh = (screen: View, hash: string): Promise<void> =>
  screen.frame.evaluate(async (next) => {
    // Told of both at once, the console would see nothing but the second.
    const follows = new Promise((go) => addEventListener('hashchange', () => setTimeout(go, 0), { once: true }));
    location.hash = '#/none';
    await Promise.race([follows, new Promise((go) => setTimeout(go, 500))]);
    location.hash = next;
  }, hash);

const loaded = (screen: View, what: string) =>
  until(`the page ${what}`, () =>
    screen.frame.evaluate(
      () => document.querySelector('main h1') !== null && document.querySelector('.skeleton, .gui-acts .spinner') === null,
    ),
  );
