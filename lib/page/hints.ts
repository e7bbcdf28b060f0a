import type { PageHint } from '../model/subject.ts';
import { SELECTORS } from './selectors.ts';

/** As the message that carries it allows (lib/messages/protocol). */
const MOST = { name: 300, email: 320, phone: 60, count: 20 };

/** What a Clio page shows of its record: heading, `mailto:` and `tel:` links of the main part. Empty lists when there is nothing yet. */
export function hintOf(document: Document): PageHint {
  const main = firstOf(document, SELECTORS.main) ?? document.body;
  if (!main) return { emails: [], phones: [] };
  const name = clean(firstOf(main, SELECTORS.heading)?.textContent ?? '').slice(0, MOST.name);
  return {
    ...(name ? { name } : {}),
    emails: linked(main, SELECTORS.emails, MOST.email),
    phones: linked(main, SELECTORS.phones, MOST.phone),
  };
}

/** Nothing of the record is on the page yet. */
export const isEmptyHint = (hint: PageHint): boolean => !hint.name && hint.emails.length + hint.phones.length === 0;

const firstOf = (root: ParentNode, selectors: readonly string[]): Element | undefined => {
  for (const selector of selectors) {
    const found = [...root.querySelectorAll(selector)].find(
      (element) => !element.closest(SELECTORS.aside) && clean(element.textContent ?? ''),
    );
    if (found) return found;
  }
  return undefined;
};

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The addresses of links, each once: without scheme and query, unescaped. */
const linked = (root: ParentNode, selector: string, longest: number): string[] => {
  const found = [...root.querySelectorAll(selector)]
    .filter((link) => !link.closest(SELECTORS.aside))
    .map((link) => clean(unescaped((link.getAttribute('href') ?? '').replace(/^[a-z]+:/i, '').replace(/[?;].*$/, ''))))
    .filter((value) => value && value.length <= longest);
  return [...new Set(found)].slice(0, MOST.count);
};

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: the text as it stands.
    return text;
  }
};
