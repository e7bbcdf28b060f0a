import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/build-extension.ts';
import { playTour } from '../../scripts/tour/play.ts';
import { inBothBrowsers } from './scene.ts';

const NAMES = [
  'connect-highlevel',
  'connect-clio',
  'show-linked-contact',
  'show-matter-client',
  'choose-among-candidates',
  'create-missing-contact',
  'push-contact',
  'push-task',
  'push-note',
  'complete-task',
  'two-way-sync',
  'console-pages',
];

inBothBrowsers('the tour', (scene) => {
  test('goes through, step by step, and leaves a picture of each', { timeout: 300_000 }, async () => {
    const { harness, sandbox, kind } = scene();
    const report = await playTour({ harness, sandbox, dir: mkdtempSync(join(tmpdir(), 'rankr-tour-')) });
    expect(report.steps.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.steps.map(({ name }) => name)).toEqual(NAMES);
    expect(report.browser).toBe(kind);
    expect(report.version).toMatch(/\/\d+\./);
    for (const { picture } of report.steps) expect(statSync(join(ROOT, picture)).size, picture).toBeGreaterThan(5_000);
  });
});
