const RULES: [RegExp, string][] = [
  // What a scanner makes of letters.
  [/0/g, 'o'],
  [/1/g, 'l'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/9/g, 'g'],
  [/vv/g, 'w'],
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^mac|^mc/, 'mk'],
  [/ph/g, 'f'],
  [/gh/g, 'g'],
  [/sch|sh/g, 's'],
  [/tch|ch|ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/[wv]/g, 'v'],
  [/d/g, 't'],
  [/j|g(?=[eiy])/g, 'j'],
  [/h/g, ''],
];

/**
 * What a folded word sounds like, roughly: consonants that are heard alike made one, vowels dropped after the first letter, doubles
 * made single. Every word starting with a vowel starts with `a`. For finding candidates only; it is coarser than Metaphone on purpose.
 */
export function soundOf(word: string): string {
  let text = word.replaceAll(' ', '');
  for (const [pattern, letter] of RULES) text = text.replace(pattern, letter);
  const head = /^[aeiouy]/.test(text) ? 'a' : '';
  return (head + text.replace(/[aeiouy]/g, '')).replace(/(.)\1+/g, '$1').slice(0, 6);
}
