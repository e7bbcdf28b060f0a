import { fold } from '../../model/fold.ts';

/** By their first letters, in English, French and Spanish; `jui` is June or July by its fourth. */
// biome-ignore format: a table
const MONTHS: Record<string, string> = {
  jan: '01', ene: '01', feb: '02', fev: '02', mar: '03', apr: '04', avr: '04', abr: '04', may: '05', mai: '05', jun: '06', juin: '06', jul: '07',
  juil: '07', aug: '08', aou: '08', ago: '08', sep: '09', set: '09', oct: '10', nov: '11', dec: '12', dic: '12',
};

const monthOf = (word: string): string | undefined => {
  const folded = fold(word);
  return MONTHS[folded.slice(0, 4)] ?? MONTHS[folded.slice(0, 3)];
};

/** `Feb 3, 1980`, `3 févr. 1980`, `03-FEB-80` -> `1980-02-03`; anything else as it is. The year is the longer number or the last one. */
export function withoutMonthName(raw: string): string {
  const month = raw
    .match(/\p{L}{3,}/gu)
    ?.map(monthOf)
    .find(Boolean);
  const numbers = raw.match(/\d+/g) ?? [];
  if (!month || numbers.length !== 2) return raw;
  const [day = '', year = ''] = numbers[0]!.length > numbers[1]!.length ? numbers.reverse() : numbers;
  return `${fullYear(year)}-${month}-${day}`;
}

/** Nobody who was born in '31 is a hundred yet. */
export const fullYear = (year: string): string => (year.length === 2 ? `${Number(year) > 30 ? 19 : 20}${year}` : year);
