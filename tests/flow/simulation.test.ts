import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { MUTANTS } from '../simulation/mutants.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** Histories are played outside Vitest: they stand in for the timers and the crypto of a whole process. */
async function simulate(...options: string[]): Promise<string[]> {
  const { stdout } = await run(process.execPath, ['scripts/simulate.ts', ...options], { cwd: ROOT }).catch((error) => error);
  return String(stdout).trim().split('\n');
}

test('histories of clicks, edits and troubles end with nothing lost, doubled or written over', { timeout: 180_000 }, async () => {
  const lines = await simulate('--seeds', '12', '--seed', '1');
  expect(JSON.parse(lines.at(-1) ?? '{}'), lines.join('\n')).toMatchObject({ seeds: 12, violations: 0, lost: 0, duplicates: 0 });
});

test('a seed plays the same history again', { timeout: 120_000 }, async () => {
  const digest = async () => (await simulate('--seeds', '1', '--seed', '7', '--tell')).find((line) => line.startsWith('seed 7:'));
  const first = await digest();
  expect(first).toMatch(/digest [0-9a-f]{16}$/);
  expect(await digest()).toBe(first);
});

test('a planted bug is caught', { timeout: 120_000 }, async () => {
  const lines = await simulate('--mutants', '--mutant', 'the click is acknowledged before it is kept', '--seeds', '60');
  expect(lines[0]).toMatch(/^caught by seed \d+ \(/);
});

test('each planted bug stands exactly once in the file it is planted in', () => {
  const texts = new Map(MUTANTS.map(({ file }) => [file, readFileSync(`${ROOT}${file}`, 'utf8')]));
  const wrong = MUTANTS.filter(({ file, find, replace }) => texts.get(file)?.split(find).length !== 2 || find === replace);
  expect(wrong.map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
  expect(MUTANTS.length).toBeGreaterThanOrEqual(25);
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
});
