import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csvLine, readCsv } from '../../scripts/match/csv.ts';
import { readPeople } from '../../scripts/match/read-people.ts';

const SCRIPTS = join(import.meta.dirname, '../../scripts');
const dir = mkdtempSync(join(tmpdir(), 'rankr-match-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let files = 0;
const file = (text: string): string => {
  const path = join(dir, `${files++}.csv`);
  writeFileSync(path, text);
  return path;
};
const cellsOf = async (text: string) => {
  const all: string[][] = [];
  for await (const { cells } of readCsv(file(text))) all.push(cells);
  return all;
};
const match = (...args: string[]) => spawnSync(process.execPath, [join(SCRIPTS, 'match.ts'), ...args], { encoding: 'utf8' });

describe('a CSV file', () => {
  it('is read with a byte order mark, CRLF, quotes, commas and line ends in quotes, and without a last line end', async () => {
    const text = '\uFEFFid,city\r\n1,"Delta, ""BC"""\r\n\r\n2,"two\r\nlines"\r\n3,Zoë';
    expect(await cellsOf(text)).toEqual([
      ['id', 'city'],
      ['1', 'Delta, "BC"'],
      ['2', 'two\r\nlines'],
      ['3', 'Zoë'],
    ]);
  });

  it('is the same after writing and reading, even where a piece of the file ends within a value', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [String(at), `é, "${at}"\nü`, 'x'.repeat(at % 17)]);
    expect(await cellsOf(rows.map(csvLine).join('\r\n'))).toEqual(rows);
  });

  it('may have its columns in any order and miss all but the id', async () => {
    const [person] = await readPeople(file('Postal_Code,extra,ID,first name\n98101,x,7,Ana\n'));
    expect(person).toMatchObject({ id: '7', firstName: 'Ana', postalCode: '98101', lastName: '', email: '' });
  });
});

describe('what is wrong with a file is said in a sentence', () => {
  const good = file('id,firstName\n1,Ana\n');
  const bad: [string, string, RegExp][] = [
    ['no id column', 'name\nAna\n', /line 1: there is no column id\.$/],
    ['an empty file', '', /is empty: the first line must name the columns\.$/],
    ['a blank id', 'id,city\n1,Delta\n ,Surrey\n', /line 3: the id is blank\.$/],
    ['an id twice', 'id\n1\n1\n', /line 3: the id 1 stands twice in the file\.$/],
    ['too many values', 'id,city\n1,Delta,BC\n', /line 2: there are 3 values for 2 columns\.$/],
    ['a quote left open', 'id,city\n1,"Delta\n', /line 2: a quote is opened and never closed\.$/],
    ['text after a quote', 'id,city\n1,"Delta"x\n', /line 2: there is text after a closing quote\.$/],
    ['a column twice', 'id,city,City\n', /line 1: the column city stands twice\.$/],
  ];
  it.each(bad)('%s', async (_, text, words) => {
    await expect(readPeople(file(text))).rejects.toThrow(words);
  });

  it('on the command line, with exit code 2 and nothing on stdout', () => {
    const missing = match('--left', good, '--right', join(dir, 'none.csv'));
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toMatch(/There is no file .*none\.csv\./);
    expect(match('--left', good)).toMatchObject({ status: 2, stdout: '' });
    expect(match('--wrong')).toMatchObject({ status: 2, stdout: '' });
    const truth = match('--left', good, '--right', good, '--truth', file('left,right\n1,9\n'));
    expect(truth.stderr).toMatch(/line 2: the right id 9 is not in the right file\./);
    expect(truth.status).toBe(2);
  });
});

describe('the command', () => {
  it('prints its figures as JSON in the last line and writes the pairs', () => {
    execFileSync(process.execPath, [join(SCRIPTS, 'match/generate.ts'), '--people', '300', '--seed', '3', '--dir', dir]);
    const [left, right, truth, out] = ['left.csv', 'right.csv', 'truth.csv', 'pairs.csv'].map((name) => join(dir, name)) as [
      string,
      string,
      string,
      string,
    ];
    const done = match('--left', left, '--right', right, '--truth', truth, '--out', out);
    const figures = JSON.parse(done.stdout.trim().split('\n').at(-1)!);
    expect(done.status).toBe(0);
    expect(figures).toEqual({
      auto: { pairs: expect.any(Number), precision: 1, recall: expect.any(Number) },
      suggest: { pairs: expect.any(Number), precision: expect.any(Number), recall: expect.any(Number) },
      ms: expect.any(Number),
    });
    expect(figures.suggest.recall).toBeGreaterThan(0.95);
    const lines = readFileSync(out, 'utf8').trim().split('\n');
    expect(lines[0]).toBe('left,right,score,decision,reasons');
    expect(lines).toHaveLength(figures.suggest.pairs + 1);
    expect(lines.filter((line) => line.includes(',auto,'))).toHaveLength(figures.auto.pairs);
  });

  it('knows neither precision nor recall without the truth', () => {
    const { stdout } = match('--left', join(dir, 'left.csv'), '--right', join(dir, 'right.csv'));
    expect(JSON.parse(stdout)).toMatchObject({
      auto: { precision: null, recall: null },
      suggest: { precision: null, recall: null },
    });
  });

  it('finds nothing in files without rows', () => {
    const { stdout, status } = match('--left', file('id\n'), '--right', file('id,email\n'));
    expect({ status, ...JSON.parse(stdout) }).toMatchObject({ status: 0, auto: { pairs: 0 }, suggest: { pairs: 0 } });
  });
});
