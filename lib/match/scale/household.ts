import { HOUSEHOLD } from './levels.ts';
import type { Table } from './table.ts';

/** The table's figure counts as much as this many rows. */
const PRIOR_ROWS = 500;

/** How many others of their household a person has in a file, on average, as the files themselves show: one last name in one house. */
export function householdOf(tables: [Table, Table]): number {
  let [others, rows] = [0, 0];
  for (const table of tables) {
    const sizes = new Map<string, number>();
    for (let row = 0; row < table.size; row += 1) {
      const [last, number, street] = [table.last[row]!, table.number[row]!, table.street[row]!];
      if (!last || !street) continue;
      const key = `${last} ${number} ${street}`;
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
      rows += 1;
    }
    for (const size of sizes.values()) others += size * (size - 1);
  }
  return (others + PRIOR_ROWS * HOUSEHOLD) / (rows + PRIOR_ROWS);
}
