import type { Random } from './random.ts';

const NEXT_KEYS: Record<string, string> = {
  ...{
    a: 'sqz',
    b: 'vn',
    c: 'xv',
    d: 'sfe',
    e: 'wrd',
    f: 'dgr',
    g: 'fht',
    h: 'gjy',
    i: 'uok',
    j: 'hku',
    k: 'jli',
    l: 'ko',
    m: 'n',
  },
  ...{
    n: 'bm',
    o: 'ipl',
    p: 'o',
    q: 'wa',
    r: 'etf',
    s: 'adw',
    t: 'ryg',
    u: 'yij',
    v: 'cb',
    w: 'qes',
    x: 'zc',
    y: 'tuh',
    z: 'xa',
  },
};
const SCANS = [
  'm rn',
  'rn m',
  'cl d',
  'd cl',
  'l 1',
  'i 1',
  'o 0',
  '0 o',
  '1 l',
  '5 s',
  's 5',
  'b 8',
  '8 b',
  'g 9',
  'w vv',
  'h li',
  'n ri',
  'e c',
];
const SOUNDS = [
  ...[
    'ph f',
    'f ph',
    'ck k',
    'k c',
    'c k',
    'th t',
    'sch sh',
    'sh s',
    'y i',
    'i y',
    'ie y',
    'ee ea',
    'ou u',
    'll l',
    'l ll',
    'nn n',
    'tt t',
  ],
  ...['ss s', 's z', 'gh g', 'wh w', 'mac mc', 'mc mac', 'son sen', 'sen son', 'ei ie', 'ai ay', 'dt t', 'x ks', 'q k', 'er ar'],
];

/** One slip of the typist, the scanner or the ear. Text is kept in its case as far as that goes. */
export function slip(text: string, random: Random): string {
  if (text === '') return text;
  const draw = random.next();
  if (draw < 0.12) return replaced(text, SCANS, random);
  if (draw < 0.27) return replaced(text, SOUNDS, random);
  return typed(text, random);
}

const replaced = (text: string, rules: string[], random: Random): string => {
  const fitting = rules.map((rule) => rule.split(' ') as [string, string]).filter(([from]) => text.toLowerCase().includes(from));
  if (fitting.length === 0) return typed(text, random);
  const [from, to] = random.pick(fitting);
  const at = text.toLowerCase().indexOf(from);
  return text.slice(0, at) + to + text.slice(at + from.length);
};

const typed = (text: string, random: Random): string => {
  const at = random.below(text.length);
  const [before, letter, after] = [text.slice(0, at), text[at]!, text.slice(at + 1)];
  const kind = random.next();
  if (kind < 0.4) return before + beside(letter, random) + after;
  if (kind < 0.6) return before + after || text;
  if (kind < 0.8) return before + letter + beside(letter, random) + after;
  if (kind < 0.94) return before + (after[0] ?? '') + letter + after.slice(1);
  return text.includes(' ') ? text.replace(' ', '') : `${before} ${letter}${after}`;
};

const beside = (letter: string, random: Random): string => {
  if (/\d/.test(letter)) return String(random.below(10));
  return random.pick([...(NEXT_KEYS[letter.toLowerCase()] ?? 'aeiou')]);
};
