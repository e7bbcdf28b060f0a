/** What a person can name on a page: a role and the words on it. */
export interface Wanted {
  role: string;
  /** The whole accessible name, or a pattern. */
  name: string | RegExp;
  /** Words of the row, card, section or dialog it stands in; needed where several things have the same name. */
  within?: string | RegExp | undefined;
}

export interface WantedByValue {
  css: string;
  name: Words;
  within?: Words | undefined;
  /** Selector of what `within` may mean. */
  boxes: string;
}
export type Words = { is?: string; matches?: string; flags?: string };

const CSS: Record<string, string> = {
  button: 'button:not([role]), [role=button], summary, input[type=submit]',
  tab: '[role=tab]',
  textbox: 'input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, [role=textbox]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  switch: '[role=switch]',
  radio: 'input[type=radio], [role=radio]',
  combobox: 'select, [role=combobox]',
  option: '[role=option]',
  menuitem: '[role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]',
  link: 'a[href], [role=link]',
  heading: 'h1, h2, h3, h4, [role=heading]',
  progressbar: 'progress, [role=progressbar]',
  dialog: 'dialog, [role=dialog], [role=alertdialog]',
};

const BOXES =
  'li, tr, article, section, fieldset, dialog, [role=group], [role=row], [role=listitem], [role=dialog], [role=alertdialog], [role=region]';

export const byValue = (wanted: Wanted): WantedByValue => ({
  css: CSS[wanted.role] ?? `[role=${wanted.role}]`,
  name: words(wanted.name),
  within: wanted.within === undefined ? undefined : words(wanted.within),
  boxes: BOXES,
});

export const words = (text: string | RegExp): Words =>
  typeof text === 'string' ? { is: text } : { matches: text.source, flags: text.flags };

/**
 * Runs inside the page (so it is self-contained): the first visible, enabled element of that role and name.
 * Own code instead of the drivers' aria queries, because those know whole names only and differ between browsers.
 */
export function findInPage(wanted: WantedByValue): Element | null {
  const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const meets = (text: string, { is, matches, flags }: Words, part: boolean) =>
    matches === undefined ? (part ? text.includes(is ?? '') : text === is) : new RegExp(matches, flags).test(text);
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    const namers = by?.split(/\s+/).map((id) => document.getElementById(id)?.textContent);
    if (namers) return squeeze(namers.join(' '));
    const own = element.getAttribute('aria-label');
    if (own) return squeeze(own);
    const labels = (element as HTMLInputElement).labels;
    if (labels?.length) return squeeze([...labels].map((label) => label.textContent).join(' '));
    // innerText rather than textContent: what a person sees, without hidden parts.
    const text = element instanceof HTMLInputElement ? element.placeholder : (element as HTMLElement).innerText;
    return squeeze(text) || squeeze(element.getAttribute('title'));
  };
  const visible = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const usable = (element: Element) =>
    !(element as HTMLButtonElement).disabled && element.getAttribute('aria-disabled') !== 'true';
  const all = [...document.querySelectorAll(wanted.css)];
  const found = all.filter((element) => meets(nameOf(element), wanted.name, false) && visible(element) && usable(element));
  if (!wanted.within) return found[0] ?? null;
  const test = wanted.within;
  /** How many boxes up the words are found; the nearest such element is the one meant. */
  const depth = (element: Element) => {
    let steps = 0;
    for (let box = element.closest(wanted.boxes); box; box = box.parentElement?.closest(wanted.boxes) ?? null) {
      steps += 1;
      // innerText rather than textContent: what a person sees, without hidden parts.
      if (meets(squeeze((box as HTMLElement).innerText), test, true) || meets(nameOf(box), test, false)) return steps;
    }
    return Number.POSITIVE_INFINITY;
  };
  const near = found.map((element) => ({ element, steps: depth(element) })).sort((a, b) => a.steps - b.steps)[0];
  return near && near.steps < Number.POSITIVE_INFINITY ? near.element : null;
}
