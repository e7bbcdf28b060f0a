import { isEnding, nameOf, type PersonName } from '../names.ts';
import type { PersonRow } from './person.ts';

/** From this share of the names on, a file whose other column is blank has whole names in one. */
const MOST = 0.8;

/**
 * Reads names as the file writes them: in two columns, or whole in either. `Brown, Anthony` is whole wherever it stands alone; `Anthony
 * Brown` only where all of the file is written so, since a lone `de Haan` lacks its first name.
 */
export function nameReader(rows: PersonRow[]): (row: PersonRow) => PersonName {
  const filled = rows.filter((row) => row.firstName.trim() || row.lastName.trim());
  const isPlain = (name: string) => name.includes(' ') && !isTurned(name);
  const whole = filled.filter((row) => isPlain(loneName(row))).length > MOST * filled.length;
  return (row) => {
    const name = loneName(row);
    return isTurned(name) || (whole && isPlain(name)) ? nameOf({ name }) : nameOf({ name: '', ...row });
  };
}

/** What stands in one of the two columns when the other is blank; '' when both are filled. */
const loneName = ({ firstName, lastName }: PersonRow): string => {
  const [first, last] = [firstName.trim(), lastName.trim()];
  return first && last ? '' : first || last;
};

/** `Brown, Anthony`, not `Brown, Jr.` */
const isTurned = (name: string): boolean =>
  name
    .split(',')
    .slice(1)
    .some((part) => part.trim() && !isEnding(part));
