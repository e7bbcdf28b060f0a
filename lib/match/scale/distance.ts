/** Edits (letter wrong, missing, too many, two neighbours changed about) between two texts; `limit + 1` as soon as it is more than `limit`. */
export function editDistance(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let [before, last] = [new Array<number>(other.length + 1).fill(0), Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    let least = row;
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      let cost = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        cost = Math.min(cost, before[at - 2]! + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return Math.min(last[other.length]!, limit + 1);
}

/** Jaro-Winkler nearness, 0 to 1. Not quite symmetric by nature: the caller puts the two in one order. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const common = commonLetters(one, other);
  if (common === undefined) return 0;
  const [matched, moved] = common;
  const jaro = (matched / one.length + matched / other.length + (matched - moved) / matched) / 3;
  let start = 0;
  while (start < 4 && start < one.length && one[start] === other[start]) start += 1;
  return jaro + start * 0.1 * (1 - jaro);
}

/** Letters found in both within half a length, and how many of them stand in another order. */
const commonLetters = (one: string, other: string): [number, number] | undefined => {
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Array<boolean>(other.length).fill(false);
  const mine: string[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const end = Math.min(other.length - 1, at + reach);
    for (let place = Math.max(0, at - reach); place <= end; place += 1) {
      if (taken[place] || one[at] !== other[place]) continue;
      taken[place] = true;
      mine.push(one[at]!);
      break;
    }
  }
  if (mine.length === 0) return undefined;
  let [moved, next] = [0, 0];
  for (let place = 0; place < other.length; place += 1) if (taken[place] && other[place] !== mine[next++]) moved += 1;
  return [mine.length, moved / 2];
};
