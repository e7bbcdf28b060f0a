import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { byValue, findInPage, type Wanted } from './in-page.ts';
import { sleep, until } from './wait.ts';

type Words = string | RegExp;
type Where = { within?: Words; ms?: number };

/** A page or frame as a person uses it: by role and words, with real mouse and keys. Every act waits for its element, 15 s unless told. */
export interface View {
  readonly frame: Page | Frame;
  click(role: string, name: Words, where?: Where): Promise<void>;
  /** Empties the field with that label and types. */
  fill(label: Words, text: string, where?: Where): Promise<void>;
  /** Chooses from a select by what its option says. */
  choose(label: Words, option: Words, where?: Where): Promise<void>;
  has(role: string, name: Words, where?: Where): Promise<boolean>;
  find(role: string, name: Words, where?: Where): Promise<ElementHandle<Element>>;
  /** All visible text. */
  text(): Promise<string>;
  sees(words: Words, ms?: number): Promise<string>;
  seesNot(words: Words, ms?: number): Promise<void>;
}

/** What hands did: clicks (a choice from a list is one), and fields typed into. */
export interface Hands {
  clicks: number;
  fields: number;
}

export function createView(frame: Page | Frame, front: () => Promise<void>, hands: Hands = { clicks: 0, fields: 0 }): View {
  const look = async (role: string, name: Words, where: Where): Promise<ElementHandle<Element> | undefined> => {
    const wanted: Wanted = { role, name, within: where.within };
    const handle = await frame.evaluateHandle(findInPage, byValue(wanted));
    return (handle.asElement() as ElementHandle<Element> | null) ?? undefined;
  };
  const find: View['find'] = (role, name, where = {}) =>
    until(`${role} ${describe(name, where)}`, () => look(role, name, where), where.ms);
  // innerText rather than textContent: what a person sees, without hidden parts.
  const text = async () => String(await frame.evaluate(() => document.body.innerText));
  // A list that is painted again between finding and clicking takes the element away: look and try once more.
  const act = async (role: string, name: Words, where: Where, run: (handle: ElementHandle<Element>) => Promise<void>) => {
    await front();
    hands[role === 'textbox' ? 'fields' : 'clicks'] += 1;
    for (let turn = 1; ; turn += 1) {
      const handle = await find(role, name, where);
      try {
        return await run(handle);
      } catch (error) {
        if (turn === 3) throw new Error(`could not use ${role} ${describe(name, where)}`, { cause: error });
        await sleep(250);
      }
    }
  };
  return {
    frame,
    find,
    text,
    click: (role, name, where = {}) => act(role, name, where, clickAtRest),
    fill: (label, value, where = {}) => act('textbox', label, where, (handle) => typeInto(handle, value)),
    choose: (label, option, where = {}) => act('combobox', label, where, (handle) => pick(handle, option)),
    has: async (role, name, where = {}) => Boolean(await look(role, name, where)),
    sees: (words, ms) => until(`the words ${words}`, async () => (holds(await text(), words) ? text() : undefined), ms),
    seesNot: async (words, ms) => void (await until(`the words ${words} to go`, async () => !holds(await text(), words), ms)),
  };
}

/** A page that is still being painted moves under the mouse: a person waits until what they aim at stands still. */
async function clickAtRest(handle: ElementHandle<Element>): Promise<void> {
  const place = () =>
    handle.evaluate((element) => {
      // To the middle: at an edge a toast or a foot may lie over it, as a person would see.
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].join(' ');
    });
  let last = await place();
  for (let looks = 0; looks < 20; looks += 1) {
    await sleep(40);
    const now = await place();
    if (now === last) break;
    last = now;
  }
  await handle.click();
}

const describe = (name: Words, where: Where) => `${JSON.stringify(String(name))}${where.within ? ` in ${where.within}` : ''}`;

export const holds = (text: string, words: Words) => {
  const plain = text.replace(/\s+/g, ' ');
  return typeof words === 'string' ? plain.includes(words) : words.test(plain);
};

async function typeInto(handle: ElementHandle<Element>, value: string): Promise<void> {
  await handle.click();
  await handle.evaluate((element) => (element as HTMLInputElement).select?.());
  await handle.press('Backspace');
  await handle.type(value);
}

async function pick(handle: ElementHandle<Element>, option: Words): Promise<void> {
  const wanted = typeof option === 'string' ? { is: option } : { matches: option.source, flags: option.flags };
  const value = await handle.evaluate((element, test: { is?: string; matches?: string; flags?: string }) => {
    const options = [...(element as HTMLSelectElement).options];
    const fits = (text: string) =>
      test.matches === undefined ? text.trim() === test.is : new RegExp(test.matches, test.flags).test(text);
    return options.find((each) => fits(each.text))?.value ?? null;
  }, wanted);
  if (value === null) throw new Error(`no option ${option}`);
  await handle.select(value);
}
