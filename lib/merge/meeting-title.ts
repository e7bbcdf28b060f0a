/** Is the meeting on? Clio's calendar has no field for it, so words in front of the title say so, as people write them anyway. */
export type Meeting = 'on' | 'cancelled' | 'no-show';

const WORDS: Record<Exclude<Meeting, 'on'>, string> = { cancelled: 'Cancelled', 'no-show': 'No-show' };
/** `Cancelled: …`, `CANCELED - …`, `[No show] …`; not `Cancelled flight claim`. */
const FRONT = /\s*(?:\[\s*(cancell?ed|no[- ]?show)\s*\]\s*[:–—-]?|(cancell?ed|no[- ]?show)\s*[:–—-])\s*/iy;

/** A title as read -> its own words and whether it is on. The first word counts; words said twice are taken off twice. */
export function untitled(text: string): { title: string; meeting: Meeting } {
  let meeting: Meeting = 'on';
  let at = 0;
  for (;;) {
    FRONT.lastIndex = at;
    const found = FRONT.exec(text);
    if (!found) return { title: text.slice(at).trim(), meeting };
    if (meeting === 'on') meeting = /^c/i.test(found[1] ?? found[2] ?? '') ? 'cancelled' : 'no-show';
    at = FRONT.lastIndex;
  }
}

/** The title as written into Clio. */
export const titled = (title: string, meeting: Meeting): string =>
  meeting === 'on' ? untitled(title).title : `${WORDS[meeting]}: ${untitled(title).title}`;
