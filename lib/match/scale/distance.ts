const LONGEST = 63;
/** Three rows of the table at a time, made once: this runs millions of times. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * Edits (letter wrong, missing, too many, two neighbours changed about) between two texts; `limit + 1` as soon as it is more than
 * `limit`. Only the first 63 letters count.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  const [height, width] = [Math.min(one.length, LONGEST), Math.min(other.length, LONGEST)];
  if (Math.abs(height - width) > limit) return limit + 1;
  let [before, last, next] = ROWS;
  for (let at = 0; at <= width; at += 1) last[at] = at;
  for (let row = 1; row <= height; row += 1) {
    const least = fillRow(one, other, row, before, last, next);
    if (least > limit) return limit + 1;
    [before, last, next] = [last, next, before];
  }
  return Math.min(last[width]!, limit + 1);
}

const fillRow = (one: string, other: string, row: number, before: Uint8Array, last: Uint8Array, next: Uint8Array): number => {
  const width = Math.min(other.length, LONGEST);
  const letter = one.charCodeAt(row - 1);
  next[0] = row;
  let least = row;
  for (let at = 1; at <= width; at += 1) {
    const theirs = other.charCodeAt(at - 1);
    let cost = last[at - 1]! + (letter === theirs ? 0 : 1);
    if (last[at]! + 1 < cost) cost = last[at]! + 1;
    if (next[at - 1]! + 1 < cost) cost = next[at - 1]! + 1;
    if (
      row > 1 &&
      at > 1 &&
      letter === other.charCodeAt(at - 2) &&
      one.charCodeAt(row - 2) === theirs &&
      before[at - 2]! + 1 < cost
    )
      cost = before[at - 2]! + 1;
    next[at] = cost;
    if (cost < least) least = cost;
  }
  return least;
};

/** Which of 32 kinds of letter a text has, as bits. */
const lettersOf = (text: string): number => {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
};
const countBits = (bits: number): number => {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** A quick look: fewer than half of the letters in common, so neither spelling nor sound can be near. */
export function isFarOff(one: string, other: string): boolean {
  const [mine, theirs] = [lettersOf(one), lettersOf(other)];
  return countBits(mine & theirs) * 2 < Math.min(countBits(mine), countBits(theirs));
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
