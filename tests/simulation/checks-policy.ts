import type { Activity } from '../../lib/model/activity.ts';
import type { Breach } from './checks.ts';
import type { Lying } from './disk.ts';
import type { Edit, Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { isWrite } from './weather.ts';

type Loser = { at: number; byPerson: boolean; link?: string | undefined; value: string };

const losersOf = (activity: Activity[]): Loser[] =>
  activity.flatMap(({ at, kind, by, link, body }) =>
    (body.losers ?? []).map(({ value }) => ({ at, link, value, byPerson: kind === 'answer' || by === 'person' })),
  );

/**
 * Values that lost a conflict as the policy of the history wants it. Where a person is asked nothing loses by itself, and the side that wins
 * by policy loses by nothing but an answer.
 */
export function fairLosers({ sync }: Memory, { activity }: Lying, side: Edit['side']): Set<string> {
  const policy = sync?.entities.contact.policy;
  const needsAnswer = policy === 'ask' || policy === side;
  return new Set(losersOf(activity).flatMap(({ value, byPerson }) => (byPerson || !needsAnswer ? [value] : [])));
}

/** Under "newest" the last edit of a field wins, unless the other record was touched after it for whatever reason. */
export function newestWon({ calls }: Stage, { sync, edits }: Memory, { activity }: Lying): Breach[] {
  if (sync?.entities.contact.policy !== 'newest') return [];
  return losersOf(activity).flatMap(({ at, byPerson, link = '', value }): Breach[] => {
    const last = edits.find((one) => one.entity === 'contact' && one.value === value);
    if (byPerson || !last) return [];
    const [, clioId = ''] = link.split('|');
    const others = edits.filter((one) => one.at > last.at - 5_000 && one.at < at && one !== last);
    const written = calls.filter((one) => isWrite(one) && one.at > last.at - 5_000 && one.at < at - 1_000);
    if (others.some(({ contact, side }) => side !== last.side || contact === last.contact) || written.length) return [];
    return [{ kind: 'overwritten', what: `${last.side} ${clioId} ${last.field} "${value}" was the newest, and lost` }];
  });
}
