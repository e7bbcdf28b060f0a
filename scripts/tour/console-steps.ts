import assert from 'node:assert/strict';
import { cast } from '../../sandbox/world/cast.ts';
import { compareNow, switchSyncOn } from '../browser/mappings-driver.ts';
import { until } from '../browser/wait.ts';
import { word } from '../browser/words.ts';
import type { Tour } from './tour.ts';
import { stateOf } from './world.ts';

const { marisol } = cast;
/** A change is looked for each minute while a Clio tab is open; the extension reads at once when sync is switched on. */
const KEPT_EQUAL = 100_000;

/** Two-way sync for one person: what somebody types in HighLevel stands in Clio a moment later. */
export async function switchTwoWayOn({ desk, sandbox, picture }: Tour): Promise<void> {
  const website = 'https://ortega-whitfield.example';
  sandbox.control('highlevel.patchContact', { id: marisol.highlevelId, patch: { website } });
  await desk.switchWriting('Clio');
  const screen = await desk.view();
  picture(screen.frame as never);
  await switchSyncOn(screen, { both: ['contact', 'task', 'note'], policy: 'ask', pilot: [marisol.name] });
  await compareNow(screen);
  const sites = () =>
    (
      sandbox.control('state', { system: 'clio', table: 'contacts', where: { id: marisol.clioId } }) as {
        web_sites: { address: string }[];
      }[]
    )
      .flatMap((one) => one.web_sites)
      .map(({ address }) => address);
  await until('the website in Clio', () => sites().includes(website), KEPT_EQUAL);
  assert.equal(stateOf(sandbox).contacts({ id: marisol.highlevelId }).length, 1);
}

/** Every page of the console: its place in the rail, and a heading by which it has loaded. */
const PAGES: [id: string, rail: string, heading: string | RegExp][] = [
  ['needs-you', 'needsYou.nav', word('needsYou.nav')],
  ['people', 'people.nav', word('people.nav')],
  ['rules', 'rules.nav', word('rules.nav')],
  ['activity', 'activityPage.nav', word('activityPage.nav')],
  ['mappings', 'mappings.title', word('mappings.title')],
  ['catalogue', 'catalogue.title', word('catalogue.title')],
  ['privacy', 'privacy.title', word('privacy.title')],
  ['settings', 'settings.title', word('settings.title')],
  ['guide', 'guide.nav', word('guide.title')],
  ['home', 'home.nav', /./],
];

/** Opens each page by the rail, and leaves a picture of it. */
export async function walkTheConsole({ desk, picture, snap }: Tour): Promise<void> {
  const screen = await desk.view();
  picture(screen.frame as never);
  for (const [id, rail, heading] of PAGES) {
    // Beside "Needs you" stands how much waits there.
    await screen.click('link', new RegExp(`^${word(rail)}`));
    await screen.find('heading', heading);
    await screen.seesNot(word('console.pageFailed'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    await snap(`console-${id}`);
  }
  await screen.sees(marisol.name);
}
