import type { View } from './view.ts';
import { until } from './wait.ts';
import { word } from './words.ts';

export interface SyncPlan {
  /** What travels both ways, with new ones made on the other side. */
  both: ('contact' | 'task' | 'note')[];
  /** When both changed, for all of them. */
  policy: 'clio' | 'highlevel' | 'newest' | 'ask';
  /** The small start: nobody but these people, by the names Clio has. */
  pilot: string[];
}

/** Chooses on the page Mappings, as a person does, and switches two-way sync on. */
export async function switchSyncOn(screen: View, { both, policy, pilot }: SyncPlan): Promise<void> {
  await screen.click('link', new RegExp(`^${word('mappings.title')}`));
  await screen.find('heading', word('mappings.entities.title'));
  for (const entity of both) {
    const name = word(`mappings.entities.${entity}`);
    await screen.click('radio', word('mappings.dir.both'), { within: word('mappings.entities.direction', name) });
    await screen.choose(word('mappings.entities.policyFor', name), word(`mappings.policy.${policy}`));
    await screen.click('checkbox', word('mappings.entities.createFor', name));
  }
  await screen.click('switch', word('mappings.pilot.title'));
  for (const name of pilot) {
    await screen.fill(word('mappings.pilot.find'), name);
    await screen.click('button', name, { within: word('mappings.pilot.title') });
  }
  await screen.sees(word('mappings.pilot.chosen', String(pilot.length)));
  const title = new RegExp(`^${word('mappings.sync.title')}`);
  await screen.click('switch', title);
  await screen.click('button', word('mappings.turnOn.submit'));
  await until('two-way sync to be on', async () => {
    const knob = await screen.find('switch', title);
    return (await knob.evaluate((element) => element.getAttribute('aria-checked'))) === 'true';
  });
}

/** Presses "Compare everybody now", as somebody who doesn't want to wait for the next minute. */
export async function compareNow(screen: View): Promise<void> {
  await screen.click('link', new RegExp(`^${word('mappings.title')}`));
  await screen.click('button', word('mappings.state.compare'), { ms: 60_000 });
}
