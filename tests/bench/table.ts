/** One line of the bench: a figure beside what it could be at best. */
export interface Row {
  what: string;
  measured: string;
  /** What no program could better, and why that is so. */
  bound: string;
  /** bound/measured, or measured/bound where more is worse: 1 is perfect. */
  ratio?: number;
  /** What was done. */
  how: string;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;

/** The value below which 95 in 100 lie. */
export const p95 = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/** As plain text, columns as wide as their widest word. */
export function tableOf(rows: Row[]): string {
  const lines = [
    ['figure', 'measured', 'bound', 'ratio', 'how'],
    ...rows.map(({ what, measured, bound, ratio, how }) => [what, measured, bound, ratio?.toFixed(2) ?? '', how]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
