import type { Link } from '../model/link.ts';
import type { CursorRow } from '../store/rows.ts';
import type { PullParts } from './pull-parts.ts';
import { DAY, MINUTE } from './source.ts';
import type { SyncPair } from './sync-pairs.ts';
import { readWholeAt } from './whole.ts';
import type { Place } from './windows.ts';

/** How far our clock and Clio's may be apart. */
const CLOCK_OFF = 15 * MINUTE;
/** Further back nobody is looked after: it would be a firm's whole calendar for each new link. */
const FAR = 30 * DAY;

/**
 * Calendar entries can't be asked for by who attends [official spec], so those of a person who wasn't linked yet were passed by. The first
 * whole reading of a link sends the list back to where two-way sync was switched on.
 */
export async function entriesAgain(
  { reader, syncReader, now }: PullParts,
  { clio, choice }: SyncPair,
  link: Link,
): Promise<CursorRow[]> {
  if (choice.entities.appointment.direction === 'off' || (await readWholeAt(reader, link)) !== undefined) return [];
  const row = await syncReader.cursor(`clio.entries|${clio.account}`);
  const place = row?.value as Place | undefined;
  if (!row || !place) return [];
  const from = new Date(Math.max(choice.since - CLOCK_OFF, now() - FAR)).toISOString();
  const since = place.since && place.since > from ? from : place.since;
  // However far back the list goes: what it showed already counts as seen, and the page it is at leaves out those before it.
  return [{ ...row, value: { ...place, since, seen: {}, walk: undefined }, nextAt: now() }];
}
