import type { Sandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { createConsoleDriver } from '../browser/console-driver.ts';
import type { Harness } from '../browser/harness.ts';
import { compareNow, switchSyncOn } from '../browser/mappings-driver.ts';
import { contactHash, openClio, type PanelDriver } from '../browser/panel-driver.ts';
import { until } from '../browser/wait.ts';
import { word, wordPattern } from '../browser/words.ts';
import { FIRM } from '../tour/world.ts';

const { marisol, ruth, claire, twins, spouses, duplicated } = cast;
/** Ready rules by their names, as a firm might use them. */
const RULES = ['new_lead', 'no_show', 'overdue_task', 'contact_vanished'];

/** A firm that has used Rankr for a while: both systems connected and kept equal, people linked, questions open, rules on. */
export async function fillFirm({ harness, sandbox }: { harness: Harness; sandbox: Sandbox }): Promise<PanelDriver> {
  const desk = createConsoleDriver(harness);
  await desk.connectByToken(FIRM.token);
  await desk.signInToClio(FIRM.clioApp);
  await desk.switchWriting('HighLevel');
  await desk.switchWriting('Clio');
  const people = [marisol, ruth, claire, twins.anna, spouses.hannah];
  const tab = await openClio(harness, contactHash(marisol.clioId));
  for (const { clioId, name } of people) {
    await tab.goTo(contactHash(clioId));
    await tab.showsPerson(name);
  }
  await tab.goTo(contactHash(duplicated.clioId));
  await addRules(harness);
  const screen = await desk.view();
  await switchSyncOn(screen, { both: ['contact', 'task', 'note'], policy: 'ask', pilot: people.map(({ name }) => name) });
  sandbox.control('highlevel.patchContact', {
    id: ruth.highlevelId,
    patch: { website: 'https://okafor.example', city: 'Tacoma' },
  });
  await compareNow(screen);
  await until('a question', () => screen.has('link', new RegExp(`^${word('needsYou.nav')} ?\\d`)), 100_000);
  return tab;
}

async function addRules(harness: Harness): Promise<void> {
  const screen = await harness.console();
  for (const id of RULES) {
    await screen.frame.evaluate(() => {
      location.hash = '#/rules/templates';
    });
    await screen.click('button', word('rules.templates.useWhat', word(`rule.template.${id}.name`)));
    // What a rule has to be told first keeps it off.
    const ready = await screen.has('button', wordPattern('rules.templates.addPilot'));
    await screen.click('button', ready ? wordPattern('rules.templates.addPilot') : word('rules.templates.addOff'));
    await until('the rule', () => screen.frame.evaluate(() => /#\/rules\/(?!templates)./.test(location.hash)));
  }
}
