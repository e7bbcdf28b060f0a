import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import type { Sandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import type { Harness } from '../browser/harness.ts';
import { compareNow } from '../browser/mappings-driver.ts';
import { contactHash, type PanelDriver } from '../browser/panel-driver.ts';
import type { View } from '../browser/view.ts';
import { until } from '../browser/wait.ts';
import { word, wordPattern } from '../browser/words.ts';
import { fresh, PLACES } from './places.ts';
import { goOffline, type Silence, STATES, silence, UNANSWERED } from './states.ts';
import { lookAtPanel, type Walk, walkConsole } from './walk.ts';

export interface Stage {
  walk: Walk;
  harness: Harness;
  sandbox: Sandbox;
  tab: PanelDriver;
}

const at = (name: string) => PLACES.find((place) => place.name === name)!;
/** As long as names get that people really have, and one without a space to break at. */
const LONG = {
  first: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
  last: 'Alejandra de la Santísima Trinidad y Montalbán-Ortega Whitfield the Younger',
};

/** A write that HighLevel refuses, so that somebody has to look at it. */
async function refuseOne({ sandbox, tab, harness }: Stage): Promise<void> {
  const body = { statusCode: 400, message: ['body must be shorter than or equal to 20 characters'] };
  sandbox.control('fault', { fault: 'status', code: 400, body, times: 'always', method: 'POST', path: '/contacts/*/notes' });
  await tab.goTo(contactHash(cast.claire.clioId));
  await tab.showsPerson(cast.claire.name);
  await tab.addNote('Prefers to be called after four in the afternoon, and never on a Friday.');
  const screen = await harness.console();
  await until('the refusal', async () => {
    await screen.frame.evaluate(() => void Object.assign(location, { hash: '#/needs-you' }));
    return new RegExp(word('needsYou.stuck'), 'i').test(await screen.text());
  });
  sandbox.control('clear-faults');
}

async function panelAt({ walk }: Stage, tab: PanelDriver, name: string): Promise<string[]> {
  await tab.page.bringToFront();
  return lookAtPanel(walk, tab, (await tab.view()).frame, name);
}

/** Each field that a push could write, before anything is written. */
async function reviewSheet(stage: Stage): Promise<string[]> {
  const { tab } = stage;
  await tab.goTo(contactHash(cast.marisol.clioId));
  await tab.showsPerson(cast.marisol.name);
  const screen = await tab.tab('contact');
  await screen.click('button', new RegExp(`${word('panel.push.review')}|${wordPattern('panel.push.differ').source}`));
  await screen.find('dialog', word('panel.review.title'));
  const faults = await panelAt(stage, tab, 'review');
  await screen.click('button', word('panel.cancel'));
  return faults;
}

/** Somebody with such a name on both sides; the lists learn of it with the next reading. */
async function rename({ sandbox, harness }: Stage): Promise<void> {
  const { clioId, highlevelId } = cast.twins.anna;
  sandbox.control('clio.patchContact', { id: clioId, patch: { first_name: LONG.first, last_name: LONG.last } });
  sandbox.control('highlevel.patchContact', { id: highlevelId, patch: { firstName: LONG.first, lastName: LONG.last } });
  await compareNow(await harness.console());
}

async function longNames(stage: Stage): Promise<string[]> {
  const { tab, walk } = stage;
  await tab.page.bringToFront();
  await tab.goTo(contactHash(cast.twins.anna.clioId));
  await until('the long name', async () => (await tab.heading()).includes(LONG.last), 60_000);
  const faults = await panelAt(stage, tab, 'long');
  const person = async (screen: View) => {
    await screen.fill(word('people.search'), LONG.first);
    await screen.click('link', new RegExp(LONG.first));
  };
  const list = async (screen: View) => {
    await screen.fill(word('people.search'), LONG.first);
    await screen.find('link', new RegExp(LONG.first), { ms: 60_000 });
  };
  const places = [at('home'), at('activity'), { ...at('people'), open: list }, { ...at('person'), open: person }];
  return [...faults, ...(await walkConsole({ ...walk, before: 'long-' }, places))];
}

/** The panel while both systems keep it waiting, and when they don't answer at all. */
async function panelUnread(stage: Stage): Promise<string[]> {
  const { sandbox, tab } = stage;
  sandbox.control('fault', { fault: 'delay', ms: 15_000, times: 'always', path: '/api/v4/contacts/*' });
  await tab.goTo(contactHash(cast.spouses.hannah.clioId + 1));
  const screen = await tab.view();
  await screen.sees(word('panel.loading.sub'));
  const faults = await panelAt(stage, tab, 'loading');
  sandbox.control('clear-faults');
  sandbox.control('fault', { fault: 'offline' });
  await tab.goTo(contactHash(cast.davidKim.clioId));
  await tab.goTo(contactHash(cast.nadia.clioId + 1));
  await screen.sees(word('panel.error.title'), 60_000);
  faults.push(...(await panelAt(stage, tab, 'error')));
  sandbox.control('clear-faults');
  return faults;
}

async function offline({ harness, walk }: Stage): Promise<string[]> {
  const screen = await harness.console();
  await goOffline(screen);
  const faults = await walkConsole({ ...walk, before: 'offline-' }, [at('home')]);
  await goOffline(screen, false);
  return faults;
}

/** The token was deleted in HighLevel. */
async function signedOut(stage: Stage): Promise<string[]> {
  const { sandbox, tab, walk, harness } = stage;
  sandbox.control('highlevel.revokeToken', { token: HL_PIT_FULL });
  await tab.goTo(contactHash(cast.davidKim.clioId));
  await tab.view();
  const screen = await harness.console();
  await screen.sees(new RegExp(wordPattern('console.health.signedOut').source.slice(1, -1)), 60_000);
  const faults = await walkConsole({ ...walk, before: 'signed-out-' }, [at('home'), at('connections')]);
  return [...faults, ...(await panelAt(stage, tab, 'signed-out'))];
}

/** Firefox's driver does not see an extension page end its loading. */
async function reloaded({ frame }: View): Promise<void> {
  await frame
    .evaluate(() => {
      Object.assign(globalThis, { isOld: true });
      location.reload();
    })
    .catch(() => undefined);
  const isNew = () => frame.evaluate(() => !('isOld' in globalThis) && document.querySelector('main h1') !== null);
  await until('the page after a reload', () => isNew().catch(() => false));
}

async function unanswered({ harness, walk }: Stage, how: Silence): Promise<string[]> {
  const screen = await harness.console();
  await silence(screen, how);
  const go = async (_: View, { hash }: { hash: string }) => {
    await fresh(screen, hash);
    await screen.frame.waitForSelector(how === 'loading' ? '.skeleton' : '[role=alert]');
  };
  const faults = await walkConsole({ ...walk, before: `${how}-`, go }, UNANSWERED);
  await reloaded(screen);
  return faults;
}

/** In this order: from the sixth on the firm is signed out of HighLevel. */
export const STEPS: readonly ((stage: Stage) => Promise<string[]>)[] = [
  (stage) => rename(stage).then(() => reviewSheet(stage)),
  (stage) => refuseOne(stage).then(() => walkConsole(stage.walk, STATES)),
  longNames,
  panelUnread,
  offline,
  signedOut,
  (stage) => unanswered(stage, 'loading'),
  (stage) => unanswered(stage, 'failed'),
];

/** What is not everyday, of a firm that is filled (`fillFirm`): what is wrong, one line each. */
export async function playStates(stage: Stage): Promise<string[]> {
  const faults: string[] = [];
  for (const step of STEPS) faults.push(...(await step(stage)));
  return faults;
}
