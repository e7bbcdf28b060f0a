import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../build-extension.ts';

export interface TourStep {
  name: string;
  ok: boolean;
  ms: number;
  /** Path of the PNG, from the repository's root. */
  picture: string;
  /** Why it failed. */
  error?: string;
}

export interface TourReport {
  browser: string;
  /** As the browser itself says it. */
  version: string;
  ok: boolean;
  steps: TourStep[];
}

export const TOUR_DIR = join(ROOT, '.output/tour');

/** Writes `.output/tour/report.json` and says on the console how it went. */
export function writeReport(report: TourReport, dir = TOUR_DIR): void {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'report.json');
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  for (const { name, ok, ms, error } of report.steps)
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${ms} ms)${error ? `\n       ${error}` : ''}`);
  console.log(`${report.ok ? 'The tour went through' : 'The tour failed'} in ${report.version}: ${relative(ROOT, file)}`);
}
