import { createReadStream } from 'node:fs';

/** A record that cannot be read, or a file that is no CSV. Its message is a sentence for the person who gave the file. */
export function csvError(path: string, line: number, what: string): Error {
  return new Error(`${path}, line ${line}: ${what}`);
}

export interface CsvRecord {
  /** Counted from 1; of the record's first line. */
  line: number;
  cells: string[];
}

interface State {
  cells: string[];
  cell: string;
  quoted: boolean;
  /** A closing quote was the last character: another one means a quote within. */
  closed: boolean;
  line: number;
  started: number;
}

/** Records of a CSV file (RFC 4180: quotes, commas and line ends within quotes, CRLF, BOM), read piece by piece. Blank lines are left out. */
export async function* readCsv(path: string): AsyncGenerator<CsvRecord> {
  const state: State = { cells: [], cell: '', quoted: false, closed: false, line: 1, started: 1 };
  let begun = false;
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }) as AsyncIterable<string>) {
    yield* recordsOf(path, state, begun ? piece : piece.replace(/^\uFEFF/, ''));
    begun = true;
  }
  if (state.quoted && !state.closed) throw csvError(path, state.started, 'a quote is opened and never closed.');
  if (state.cell || state.cells.length > 0) yield { line: state.started, cells: [...state.cells, state.cell] };
}

function* recordsOf(path: string, state: State, piece: string): Generator<CsvRecord> {
  for (let at = 0; at < piece.length; at += 1) {
    if (!state.quoted) at = plainRun(state, piece, at);
    const letter = piece[at];
    if (letter === undefined) return;
    if (letter === '\n') state.line += 1;
    if (state.quoted && !state.closed) {
      if (letter === '"') state.closed = true;
      else state.cell += letter;
    } else if (letter === '"') {
      if (!state.closed && state.cell !== '')
        throw csvError(path, state.line, 'a quote stands in the middle of an unquoted value.');
      if (state.closed) state.cell += '"';
      state.quoted = true;
      state.closed = false;
    } else if (letter === ',' || letter === '\n') {
      endCell(state);
      if (letter === '\n') yield* endRecord(state);
    } else if (letter !== '\r') throw csvError(path, state.line, 'there is text after a closing quote.');
  }
}

/** Takes what needs no looking at in one go; stops at a quote, a comma or a line end. */
function plainRun(state: State, piece: string, from: number): number {
  let at = from;
  while (at < piece.length && !'",\n\r'.includes(piece[at]!)) at += 1;
  state.cell += piece.slice(from, at);
  return at;
}

function endCell(state: State): void {
  state.cells.push(state.cell);
  state.cell = '';
  state.quoted = false;
  state.closed = false;
}

function* endRecord(state: State): Generator<CsvRecord> {
  if (state.cells.length > 1 || state.cells[0] !== '') yield { line: state.started, cells: state.cells };
  state.cells = [];
  state.started = state.line;
}

/** One line of CSV without its end; quoted where it must be. */
export const csvLine = (cells: (string | number)[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',');
