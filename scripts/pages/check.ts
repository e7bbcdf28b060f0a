import axe, { type AxeResults } from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';

/** What is wrong with a page as it stands on the screen now, one line each; `again`: it was looked at in its other colours just now. */
export async function faultsOf(frame: Page | Frame, again = false): Promise<string[]> {
  return again ? axeFaults(frame, again) : [...(await axeFaults(frame, again)), ...(await frame.evaluate(layoutFaults))];
}

/**
 * Every default rule of axe and the size of targets (WCAG 2.2 AA). The driver brings axe in, past the page's own policy. A theme is other
 * colours on the same elements, so that only what colours can do wrong is asked again.
 */
async function axeFaults(frame: Page | Frame, again: boolean): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe.source);
  const told = await frame.evaluate(async (colours) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const runOnly = ['color-contrast', 'link-in-text-block'];
    const rules = { 'target-size': { enabled: true } };
    const { violations, passes } = await (run(colours ? { runOnly } : { rules }) as Promise<AxeResults>);
    const why = ({ message, relatedNodes = [] }: { message: string; relatedNodes?: { html: string }[] }) =>
      [message, ...relatedNodes.map(({ html }) => html.slice(0, 80))].join(' ');
    const where = (node: AxeResults['violations'][number]['nodes'][number]) =>
      `${node.target.join(' ')} ${node.html.slice(0, 110)} (${[...node.any, ...node.all].map(why).join('; ')})`;
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${where(node)}`));
    return JSON.stringify({ found, passes: passes.map(({ id }) => id) });
  }, again);
  const { found, passes } = JSON.parse(told) as { found: string[]; passes: string[] };
  // An axe that saw nothing would find nothing.
  return passes.includes('color-contrast') ? found : [...found, 'axe saw no text'];
}

/** Runs in the page: nothing sticks out to the side, and what is cut can be read in full somewhere. */
function layoutFaults(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`scrolls to the side: ${scrollWidth} in ${clientWidth}`] : [];
  const named = (element: Element) => `${element.localName}.${element.className} "${element.textContent?.trim().slice(0, 60)}"`;
  const scrolls = (element: Element | null): boolean =>
    element !== null && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || element.closest('.unseen, svg')) continue;
    const out = box.right > clientWidth + 1 && !scrolls(element.parentElement);
    if (out && (element.parentElement?.getBoundingClientRect().right ?? 0) <= clientWidth + 1)
      faults.push(`sticks out: ${named(element)}`);
    const { textOverflow, overflowX } = getComputedStyle(element);
    const cut = element.scrollWidth > element.clientWidth + 1 && element.localName !== 'input';
    if (cut && overflowX === 'hidden' && (textOverflow !== 'ellipsis' || !element.closest('[title]')))
      faults.push(`cut without its whole words: ${named(element)}`);
  }
  return faults;
}
