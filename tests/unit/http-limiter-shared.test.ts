import { describe, expect, test } from 'vitest';
import { createLimiter, type Pass } from '../../lib/http/limiter.ts';
import { crowd, fairness } from '../bench/shared-window.ts';
import { fakeTime, HL } from './http-parts.ts';

const rules = { max: 100, intervalMs: 10_000 };
const SEEDS = [1, 2, 3, 4, 5];
const sum = (values: number[]) => values.reduce((total, one) => total + one, 0);
const hl = (remaining: number) =>
  new Headers({
    'X-RateLimit-Max': '100',
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Interval-Milliseconds': '10000',
  });

describe('20 users of one firm share 100 calls in 10 s', () => {
  test('each reading now and then while each has more to write than fits: hardly a refusal, most of the budget used, all get some', async () => {
    for (const seed of SEEDS) {
      const { calls, refusals, bound, waits } = await crowd({
        clients: 20,
        wants: { write: 2, interactive: 1 },
        thinks: 15,
        seconds: 120,
        rules,
        seed,
      });
      const each = calls.map(({ interactive, write }) => interactive + write);
      expect(refusals.length / (sum(each) + refusals.length)).toBeLessThan(0.03);
      expect(sum(each) / bound).toBeGreaterThan(0.85);
      expect(fairness(each)).toBeGreaterThan(0.8);
      expect(Math.min(...each)).toBeGreaterThan(10);
      // A person's read seldom waits though writes could fill the window many times over.
      expect(waits.filter((ms) => ms > 1_000).length / waits.length).toBeLessThan(0.1);
    }
  });

  test('each with writes without end: no storm of refusals, and none is shut out', async () => {
    for (const seed of SEEDS) {
      const { calls, refusals, bound } = await crowd({ clients: 20, wants: { write: 4 }, seconds: 120, rules, seed });
      const each = calls.map(({ write }) => write);
      expect(refusals.length / (sum(each) + refusals.length)).toBeLessThan(0.06);
      const windows = Map.groupBy(refusals, (at) => Math.floor(at / 10_000));
      // Nobody can know of the others in the first window; later ones are calmer.
      const [, ...later] = [...windows.values()].map(({ length }) => length);
      expect(Math.max(0, ...later)).toBeLessThan(20);
      expect(sum(each) / bound).toBeGreaterThan(0.85);
      expect(Math.min(...each)).toBeGreaterThan(5);
    }
  });

  test('background of all fills what is left, and is nowhere stuck', async () => {
    for (const seed of SEEDS) {
      const { calls } = await crowd({ clients: 20, wants: { background: 10 }, seconds: 120, rules, seed });
      expect(Math.min(...calls.map(({ background }) => background))).toBeGreaterThan(0);
    }
  });
});

test('one user alone is never refused and uses nearly all', async () => {
  for (const wants of [{ write: 10 }, { background: 10 }]) {
    const { calls, refusals, bound } = await crowd({ clients: 1, wants, seconds: 120, rules, seed: 1 });
    expect(refusals).toEqual([]);
    expect((calls[0]!.write + calls[0]!.background) / bound).toBeGreaterThan(0.9);
  }
});

test('a new window of the server is noticed by a Remaining that has grown', async () => {
  const time = fakeTime();
  const limiter = createLimiter({ now: time.now, sleep: time.sleep, random: () => 0 });
  const call = async (remaining: number) => (await limiter.enter(HL, 'interactive')).answered(200, hl(remaining));
  await call(5);
  await call(4);
  expect(limiter.meter(HL).remaining).toBe(4);
  await time.pass(3_000);
  await call(97);
  expect(limiter.meter(HL).remaining).toBe(97);
});

test('answers that overtake each other do not pass for a new window', async () => {
  const time = fakeTime();
  const limiter = createLimiter({ now: time.now, sleep: time.sleep, random: () => 0 });
  const passes: Pass[] = [];
  for (let count = 0; count < 3; count += 1) passes.push(await limiter.enter(HL, 'interactive'));
  passes[2]?.answered(200, hl(10));
  passes[0]?.answered(200, hl(12));
  passes[1]?.answered(200, hl(11));
  expect(limiter.meter(HL).remaining).toBeLessThanOrEqual(10);
});

test('after a crowded window one call goes to see how the next one stands, even in the background', async () => {
  const time = fakeTime();
  const limiter = createLimiter({ now: time.now, sleep: time.sleep, random: () => 0 });
  for (const remaining of [95, 20]) (await limiter.enter(HL, 'interactive')).answered(200, hl(remaining));
  await time.pass(10_000);
  const left: Pass[] = [];
  for (let count = 0; count < 3; count += 1) void limiter.enter(HL, 'background').then((pass) => left.push(pass));
  await time.settle();
  expect(left).toHaveLength(1);
});
