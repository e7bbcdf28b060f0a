import { expect, test } from 'vitest';
import type { Activity } from '../../lib/model/activity.ts';
import { EXPORT_ENDS, exportPage, type LogFormat } from '../../lib/model/activity-export.ts';

const row = (body: Activity['body'], more: Partial<Activity> = {}): Activity => ({
  ...{ seq: 3, at: Date.UTC(2026, 10, 22, 4, 5, 6), kind: 'write', by: 'sync', outcome: 'done', link: 'us:1|7|LOC' },
  ...more,
  body,
});

/** The whole file, of pages of one row each. */
function exportActivity(rows: Activity[], format: LogFormat): string {
  const [head, foot] = EXPORT_ENDS[format];
  return [head, ...rows.map((one, at) => exportPage([one], format, at === 0)), foot].join('');
}

/** RFC 4180, read by the letter. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    if (isQuoted) {
      if (one !== '"') cell += one;
      else if (text[at + 1] === '"') {
        cell += one;
        at += 1;
      } else isQuoted = false;
    } else if (one === '"') isQuoted = true;
    else if (one === ',' || one === '\r') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (one === '\n') rows.push([]);
    else cell += one;
  }
  return rows.slice(0, -1);
}

const cells = (text: string) => {
  const [head = [], ...rows] = parse(text);
  return rows.map((one) => Object.fromEntries(one.map((value, index) => [head[index], value])));
};

test('a row as CSV: a heading, ISO times, values as JSON, lines ended as RFC 4180 says', () => {
  const text = exportActivity([row({ label: 'Ana Silva', before: { phone: '1' }, after: { phone: '2' } })], 'csv');
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(3);
  expect(cells(text)).toMatchObject([
    { seq: '3', at: '2026-11-22T04:05:06.000Z', label: 'Ana Silva', before: '{"phone":"1"}', after: '{"phone":"2"}', error: '' },
  ]);
});

test('quotes, commas and line breaks come back as they were', () => {
  const label = 'Silva, "Ana"\r\nsecond line\nthird';
  expect(cells(exportActivity([row({ label }), row({ label: 'next' })], 'csv')).map((one) => one.label)).toEqual([label, 'next']);
});

test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx'])(
  'a cell that begins like a formula is kept from being one: %j',
  (label) => {
    expect(cells(exportActivity([row({ label }, { cause: label })], 'csv'))).toMatchObject([
      { label: `'${label}`, cause: `'${label}` },
    ]);
  },
);

test('numbers stay numbers, and a sign inside a text stays as it is', () => {
  expect(cells(exportActivity([row({ label: 'a=b-c@d+e' }, { write: -1 })], 'csv'))).toMatchObject([
    { label: 'a=b-c@d+e', write: '-1' },
  ]);
});

test('as JSON the rows come back whole, page after page; without rows both are still a file', () => {
  const rows = [row({ label: 'é "x"', losers: [{ field: 'email', side: 'clio', value: 'a@b' }] }), row({ label: 'next' })];
  expect(JSON.parse(`${EXPORT_ENDS.json[0]}${exportPage(rows, 'json', true)}${EXPORT_ENDS.json[1]}`)).toEqual(rows);
  expect(JSON.parse(exportActivity(rows, 'json'))).toEqual(rows);
  expect(JSON.parse(exportActivity([], 'json'))).toEqual([]);
  expect(parse(exportActivity([], 'csv'))).toHaveLength(1);
});
