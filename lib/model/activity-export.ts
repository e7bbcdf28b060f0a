import type { Activity } from './activity.ts';

type Cell = string | number | undefined;

const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** One a column, in this order. */
const COLUMNS: Record<string, (row: Activity) => Cell> = {
  seq: (row) => row.seq,
  at: (row) => new Date(row.at).toISOString(),
  kind: (row) => row.kind,
  by: (row) => row.by,
  cause: (row) => row.cause,
  outcome: (row) => row.outcome,
  why: (row) => row.why,
  error: (row) => row.error,
  system: (row) => row.system,
  account: (row) => row.account,
  entity: (row) => row.entity,
  id: (row) => row.id,
  link: (row) => row.link,
  op: (row) => row.op,
  act: (row) => row.act,
  write: (row) => row.write,
  label: (row) => row.body.label,
  before: (row) => json(row.body.before),
  after: (row) => json(row.body.after),
  losers: (row) => json(row.body.losers),
  kept: (row) => json(row.body.kept),
};

/** A cell that begins like a formula would be carried out by a spreadsheet (OWASP "CSV Injection": = + - @ tab, carriage return, line feed). */
const isFormula = /^[=+\-@\t\r\n]/;

/** RFC 4180: quoted where it holds a comma, a quote or a line break; quotes doubled. */
function csvCell(value: Cell): string {
  const text = typeof value === 'string' && isFormula.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: Cell[]): string => cells.map(csvCell).join(',');

export type LogFormat = 'csv' | 'json';

/** Begins and ends a file; pages stand between. */
export const EXPORT_ENDS: Record<LogFormat, [string, string]> = {
  csv: [`${line(Object.keys(COLUMNS))}\r\n`, ''],
  json: ['[\n', '\n]\n'],
};

/** One page of the log as a part of a file: CSV lines with CRLF, times in ISO 8601 UTC, or rows of a JSON array. Pure. */
export function exportPage(rows: Activity[], format: LogFormat, isFirst: boolean): string {
  if (format === 'json') return rows.map((row, at) => `${isFirst && at === 0 ? '' : ',\n'}${JSON.stringify(row)}`).join('');
  const columns = Object.values(COLUMNS);
  return rows.map((row) => `${line(columns.map((cell) => cell(row)))}\r\n`).join('');
}
