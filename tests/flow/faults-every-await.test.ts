import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
type Swept = { deaths: number; wrong: string[] };

/** The worker dies at each await of disk and network in turn, before it and after it. */
async function swept(mutant?: string): Promise<{ chain: Swept; click: Swept }> {
  const script = fileURLToPath(new URL('../simulation/sweep.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [script, ...(mutant ? [mutant] : [])]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}

let all: Awaited<ReturnType<typeof swept>>;
beforeAll(async () => {
  all = await swept();
}, 180_000);

test('killed at every await of a 5-op chain, before and after it: HighLevel holds each of the five once, in order, and every row is done', () => {
  expect(all.chain.wrong).toEqual([]);
  expect(all.chain.deaths).toBeGreaterThan(80);
});

test('killed between a click and its commit, or its answer: what was called saved is sent once, and what was not is no phantom', () => {
  expect(all.click.wrong).toEqual([]);
  expect(all.click.deaths).toBeGreaterThan(20);
});

test('a lost answer that counts as not sent would be caught', { timeout: 180_000 }, async () => {
  expect((await swept('what a dead worker was sending counts as queued')).chain.wrong).not.toEqual([]);
});
