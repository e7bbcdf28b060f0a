import { fold } from '../model/fold.ts';

const SUFFIXES = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv']);
const SAME_SUFFIX: Record<string, string> = { junior: 'jr', senior: 'sr' };

/**
 * Do two names of one side belong to one person? Strict, as it decides who is proposed for merging: the same words in any order are the
 * same; an initial, a missing middle name or half a name is similar; a blank one is unknown; Jr. is not Sr., nor nobody's suffix.
 */
export function sameName(a: string | undefined, b: string | undefined): 'same' | 'similar' | 'unknown' | 'differs' {
  const [one, other] = [parts(a), parts(b)];
  if (!one.words.length || !other.words.length) return 'unknown';
  if (one.suffix !== other.suffix) return 'differs';
  if (one.words.toSorted().join(' ') === other.words.toSorted().join(' ')) return 'same';
  const [short, long] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  if (short.length === 1) return long.includes(short[0] as string) ? 'similar' : 'differs';
  // The last name must be there in full, and every other word of the shorter name in its order, if only as an initial.
  if (short.at(-1) !== long.at(-1)) return 'differs';
  let at = 0;
  for (const word of short.slice(0, -1)) {
    while (at < long.length - 1 && !agrees(word, long[at] as string)) at++;
    if (at >= long.length - 1) return 'differs';
    at++;
  }
  return agrees(short[0] as string, long[0] as string) ? 'similar' : 'differs';
}

/** Equal, or one is the other's initial. */
const agrees = (a: string, b: string) => a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);

function parts(name: string | undefined): { words: string[]; suffix: string } {
  const words = fold(name ?? '')
    .split(' ')
    .filter(Boolean);
  const suffix = words.find((word, at) => at > 0 && SUFFIXES.has(word)) ?? '';
  return { words: words.filter((word, at) => at === 0 || !SUFFIXES.has(word)), suffix: SAME_SUFFIX[suffix] ?? suffix };
}
