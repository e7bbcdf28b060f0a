import type { Pairs } from './candidates.ts';

/**
 * One to one, the best pair first: indexes into the pairs, every row in one of them at most. Equal scores go by the ids, the same way
 * whichever file is called left.
 */
export function assign(pairs: Pairs, leftIds: string[], rightIds: string[]): number[] {
  const order = Array.from({ length: pairs.size }, (_, at) => at);
  const ends = (at: number): [string, string] => {
    const [one, other] = [leftIds[pairs.left[at]!]!, rightIds[pairs.right[at]!]!];
    return one < other ? [one, other] : [other, one];
  };
  order.sort((a, b) => pairs.scores[b]! - pairs.scores[a]! || compareEnds(ends(a), ends(b)));
  const [mine, theirs] = [new Uint8Array(leftIds.length), new Uint8Array(rightIds.length)];
  return order.filter((at) => {
    const [left, right] = [pairs.left[at]!, pairs.right[at]!];
    if (mine[left] || theirs[right]) return false;
    mine[left] = 1;
    theirs[right] = 1;
    return true;
  });
}

const compareEnds = ([a, b]: [string, string], [c, d]: [string, string]): number =>
  a < c ? -1 : a > c ? 1 : b < d ? -1 : b > d ? 1 : 0;

/**
 * By pair: the best score that either of its rows has with anybody else, among the pairs that `counts` lets through; -Infinity when
 * there is nobody.
 */
export function rivalsOf(pairs: Pairs, lefts: number, rights: number, counts: (pair: number) => boolean): Float64Array {
  const { size, left, right, scores } = pairs;
  const weighed = Float64Array.from({ length: size }, (_, at) => (counts(at) ? scores[at]! : Number.NEGATIVE_INFINITY));
  const [mine, theirs] = [topTwo(left, weighed, size, lefts), topTwo(right, weighed, size, rights)];
  return weighed.map((_, at) => Math.max(mine(left[at]!, at), theirs(right[at]!, at)));
}

/** Best score of a row in pairs other than the given one. */
const topTwo = (rows: Int32Array, scores: Float64Array, size: number, count: number) => {
  const best = new Int32Array(count).fill(-1);
  const second = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < size; at += 1) {
    const row = rows[at]!;
    const top = best[row]!;
    if (top < 0) best[row] = at;
    else if (scores[at]! > scores[top]!) {
      second[row] = scores[top]!;
      best[row] = at;
    } else second[row] = Math.max(second[row]!, scores[at]!);
  }
  return (row: number, at: number): number => (best[row] === at || best[row]! < 0 ? second[row]! : scores[best[row]!]!);
};
