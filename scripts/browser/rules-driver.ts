import type { View } from './view.ts';
import { until } from './wait.ts';
import { word, wordPattern } from './words.ts';

const nameOf = (template: string): string => word(`rule.template.${template.replaceAll('-', '_')}.name`);

/** A page of the console, by the rail. */
export async function goTo(screen: View, key: string): Promise<void> {
  // Beside "Needs you" stands how much waits there.
  await screen.click('link', new RegExp(`^${word(key)}( \\d+)?$`));
}

/** From the page of rules: the gallery, one of it, and how it begins. Three clicks; ends in the editor of the new rule. */
export async function useTemplate(screen: View, template: string, begin: 'off' | 'pilot'): Promise<void> {
  await screen.click('button', word('rules.fromTemplate'));
  await screen.click('button', word('rules.templates.useWhat', nameOf(template)));
  await screen.click('button', begin === 'off' ? word('rules.templates.addOff') : wordPattern('rules.templates.addPilot'));
  await screen.find('textbox', word('rules.name'));
}

/** Plays the open rule on a person, as the page "Dry run" beside it does. Resolves to what it says. */
export async function dryRunOn(screen: View, person: string): Promise<string> {
  await screen.click('button', word('rules.dry.person'));
  await screen.fill(word('rules.findPerson'), person);
  await screen.click('button', new RegExp(person));
  return screen.sees(new RegExp(wordPattern('rules.dry.fired').source.slice(1, -1)));
}

/** Switches a rule of the list on or off. */
export async function switchRule(screen: View, name: string | RegExp, on = true): Promise<void> {
  await goTo(screen, 'rules.nav');
  const isOn = async () =>
    (await (await screen.find('switch', name)).evaluate((element) => element.getAttribute('aria-checked'))) === 'true';
  if ((await isOn()) === on) return;
  await screen.click('switch', name);
  await until(`the rule ${name} ${on ? 'on' : 'off'}`, async () => (await isOn()) === on);
}
