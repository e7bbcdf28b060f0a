import { fold } from '../../../lib/model/fold.ts';
import type { Place } from '../../../lib/model/panel.ts';
import type { UserPair } from '../../../lib/model/sync.ts';

/** Users of both sides with an equal name that only one of each side bears, and whom nobody has paired yet. */
export function proposals(clio: readonly Place[], highlevel: readonly Place[], paired: readonly UserPair[]): UserPair[] {
  const free = (users: readonly Place[], side: keyof UserPair) =>
    users.filter(({ id }) => !paired.some((one) => one[side] === id));
  const bearers = (users: readonly Place[], name: string) => users.filter((one) => fold(one.name) === name);
  return free(clio, 'clio').flatMap((one) => {
    const name = fold(one.name);
    const [twin] = bearers(free(highlevel, 'highlevel'), name);
    const isSure = bearers(clio, name).length === 1 && bearers(highlevel, name).length === 1;
    return name && twin && isSure ? [{ clio: one.id, highlevel: twin.id }] : [];
  });
}

/** The pairs after one choice: each user stands in one pair at most, on either side. */
export function withPair(pairs: readonly UserPair[], clio: string, highlevel: string | undefined): UserPair[] {
  const others = pairs.filter((one) => one.clio !== clio && one.highlevel !== highlevel);
  return highlevel ? [...others, { clio, highlevel }] : others;
}
