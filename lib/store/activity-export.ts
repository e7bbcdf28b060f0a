import type { Activity } from '../model/activity.ts';

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

/** The activity log as a file's text: CSV with a heading and CRLF, times in ISO 8601 UTC, or JSON, an array of rows. Pure. */
export function exportActivity(rows: Activity[], format: 'csv' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const columns = Object.values(COLUMNS);
  const lines = [line(Object.keys(COLUMNS)), ...rows.map((row) => line(columns.map((cell) => cell(row))))];
  return lines.map((one) => `${one}\r\n`).join('');
}
