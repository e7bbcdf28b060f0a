import type { Page } from 'puppeteer-core';
import type { Sandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import type { Harness } from '../browser/harness.ts';
import { contactHash, type PanelDriver } from '../browser/panel-driver.ts';
import { word } from '../browser/words.ts';
import { fillFirm } from './fill.ts';
import { PLACES } from './places.ts';
import { playStates } from './play-states.ts';
import { listenForErrors, lookAtPanel, walkConsole, walkPanel } from './walk.ts';

export interface Played {
  console: string[];
  panel: string[];
  /** What is not everyday: dialogs, long names, refused, offline, signed out, unread. */
  states: string[];
  /** Errors and warnings in the consoles of the pages. */
  said: string[];
}

/** Fills a firm and looks at every page and at the panel, everyday and not: what is wrong; pictures go to `dir`. */
export async function playPages(scene: { harness: Harness; sandbox: Sandbox }, dir?: string): Promise<Played> {
  const walk = { harness: scene.harness, dir };
  const said = listenForErrors((await scene.harness.console()).frame as Page);
  const tab = await fillFirm(scene);
  said.push(...listenForErrors(tab.page));
  const console = await walkConsole(walk, PLACES);
  await tab.goTo(contactHash(cast.marisol.clioId));
  await tab.showsPerson(cast.marisol.name);
  const panel = await walkPanel(walk, tab);
  panel.push(...(await lookAt(tab, cast.davidKim.clioId, 'choose', 'panel.choose.ask')));
  panel.push(...(await lookAt(tab, cast.nadia.clioId, 'none', 'panel.none.title')));
  const states = await playStates({ ...scene, walk, tab });
  return { console, panel, states, said };

  async function lookAt(beside: PanelDriver, clioId: number, name: string, words: string): Promise<string[]> {
    await beside.goTo(contactHash(clioId));
    const screen = await beside.view();
    await screen.sees(word(words), 30_000);
    return lookAtPanel(walk, beside, screen.frame, name);
  }
}
