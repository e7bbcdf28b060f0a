/** A list in an answer as a table: its columns, and its cells as text. */
export interface Rows {
  columns: string[];
  rows: string[][];
}

const COLUMNS = 8;
type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first list of records, not deeper than an answer wraps them. */
function listIn(value: unknown, depth = 0): Row[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRow) ? value : undefined;
  if (!isRow(value) || depth > 2) return undefined;
  for (const one of Object.values(value)) {
    const found = listIn(one, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const cell = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.every((one) => !isRow(one)) ? value.join(', ') : `(${value.length})`;
  if (!isRow(value)) return String(value);
  const { name, label, title, display_number: number, id } = value;
  return String(name ?? label ?? title ?? number ?? id ?? '…');
};

/** Columns that say something first: those that most records have, in the order the vendor gives them. */
export function rowsIn(data: unknown): Rows | undefined {
  const list = listIn(data);
  if (!list) return undefined;
  const counts = new Map<string, number>();
  for (const row of list) {
    for (const [name, value] of Object.entries(row)) if (cell(value) !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const columns = [...counts]
    .filter(([name]) => name !== 'etag')
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, COLUMNS)
    .map(([name]) => name);
  return { columns, rows: list.map((row) => columns.map((name) => cell(row[name]))) };
}
