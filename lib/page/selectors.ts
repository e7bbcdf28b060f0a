/**
 * Where a Clio record shows what a hint needs, the best place first. Doubt: Clio's real markup could not be seen from here; these are
 * landmarks and links that any accessible page has, so the worst that a change brings is no hint (and hints are read only).
 */
export const SELECTORS = {
  /** The part of the page that is about the record, without menus. */
  main: ['main', '[role="main"]', '#main', '#content'],
  /** What the record is called. */
  heading: ['h1', '[role="heading"][aria-level="1"]', 'h2'],
  emails: 'a[href^="mailto:" i]',
  phones: 'a[href^="tel:" i]',
  /** Other people's links inside the main part: lists, dialogs, menus. */
  aside: 'nav, aside, footer, [role="navigation"], [role="complementary"], [role="dialog"], dialog',
} as const;
