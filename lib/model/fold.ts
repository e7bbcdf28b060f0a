/** Letters that have no decomposition but are typed without their stroke or ligature. */
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h' };

/** Lower case, accents and compatibility forms folded, apostrophes dropped, every other mark a space; words joined by one space. */
export const fold = (raw: string): string =>
  raw
    .normalize('NFKD')
    // The marks of Latin letters are left out when typing; those of other scripts change the word.
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʼ`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
