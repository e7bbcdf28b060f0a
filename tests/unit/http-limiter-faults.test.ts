import { describe, expect, test } from 'vitest';
import { CLIO_US, fakeTime, HL } from './http-parts.ts';
import { day, HOUR, hl, midnightAfter, worker } from './limiter-parts.ts';

describe('429 with X-RateLimit-* only', () => {
  test('stops every call till the interval is over, and loses none', async () => {
    const time = fakeTime();
    const { passes, enter, call } = worker(time);
    await call(429, hl(0));
    for (let count = 0; count < 30; count += 1) void enter('write');
    await time.pass(10_249);
    expect(passes).toHaveLength(1);
    for (let rounds = 0; rounds < 40; rounds += 1) {
      await time.pass(1_000);
      for (const [at, pass] of passes.entries()) if (at > 0) pass.answered(200, hl(99 - at));
    }
    expect(passes).toHaveLength(31);
  });

  test('comes back slower each time, and is spread wider, when it is refused again and again', async () => {
    const time = fakeTime();
    const { limiter, call } = worker(time);
    const waits: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      await call(429, hl(0));
      const { until = 0 } = limiter.meter(HL);
      waits.push(until - time.now());
      await time.pass(until - time.now());
    }
    expect(waits).toEqual([10_250, 10_500, 11_000, 12_000]);
  });
});

test('a clock put back while the worker lives makes neither a pause nor a used up window last until then', async () => {
  const time = fakeTime();
  const paused = worker(time);
  const used = worker(time);
  await paused.call(429, hl(0));
  await used.call(200, hl(0));
  time.putBack(365 * 24 * HOUR);
  await paused.enter();
  await used.enter();
  await time.pass(10_000);
  expect([paused, used].map(({ passes, refused }) => [passes.length, refused])).toEqual([
    [2, []],
    [2, []],
  ]);
});

describe('429 from Clio with Retry-After', () => {
  test('is honoured to the second, and the limit is read from X-RateLimit-Limit', async () => {
    const time = fakeTime();
    const { limiter, refused, passes, enter, call } = worker(time, CLIO_US);
    await call(429, new Headers({ 'Retry-After': '37', 'X-RateLimit-Limit': '80', 'X-RateLimit-Remaining': '0' }));
    const until = time.now() + 37_000;
    expect(limiter.meter(CLIO_US)).toMatchObject({ until, max: 80, remaining: 0 });
    await enter();
    expect(refused).toEqual([{ code: 'rate-limited', until }]);
    await time.pass(30_000);
    void enter();
    await time.pass(6_999);
    expect(passes).toHaveLength(1);
    await time.pass(1);
    expect(passes).toHaveLength(2);
  });
});

describe('the daily budget', () => {
  test('exhausted: nothing leaves till the next day, then all does', async () => {
    const time = fakeTime();
    const { limiter, refused, passes, enter, call } = worker(time);
    await call(200, hl(50, day(0)));
    for (const priority of ['interactive', 'write', 'background'] as const) await enter(priority);
    const until = midnightAfter(time.now());
    expect(refused).toEqual([1, 2, 3].map(() => ({ code: 'daily-limit', until })));
    expect(limiter.meter(HL)).toMatchObject({ until, dailyRemaining: 0, dailyMax: 200_000 });
    await time.pass(until - time.now());
    for (const priority of ['interactive', 'write', 'background'] as const) await enter(priority);
    expect(passes).toHaveLength(4);
  });

  test('still exhausted at midnight UTC, as it begins at another hour: one call an hour asks', async () => {
    const time = fakeTime();
    const { refused, enter, call } = worker(time);
    await call(200, hl(50, day(0)));
    await time.pass(midnightAfter(time.now()) - time.now());
    await call(429, hl(50, day(0)));
    await enter();
    expect(refused).toEqual([{ code: 'daily-limit', until: time.now() + HOUR }]);
    await time.pass(HOUR);
    await call(200, hl(99, day(199_999)));
    await enter();
    expect(refused).toHaveLength(1);
  });

  test('running low: background stops first, then writes; people go on', async () => {
    const time = fakeTime();
    const { refused, passes, enter, call } = worker(time);
    await call(200, hl(50, day(20_000)));
    await enter('background');
    expect(refused).toEqual([{ code: 'daily-limit', until: time.now() + HOUR }]);
    await enter('write');
    expect(passes).toHaveLength(2);
    passes[1]?.answered(200, hl(49, day(2_000)));
    await enter('write');
    await enter('interactive');
    expect([refused.length, passes.length]).toEqual([2, 3]);
  });
});

test('a limit that changes is not taken for colleagues at work', async () => {
  const time = fakeTime();
  const { passes, enter, call } = worker(time);
  await call(200, hl(90));
  await call(200, hl(4_000, { 'X-RateLimit-Max': '5000' }));
  await call(200, hl(89));
  await time.pass(10_000);
  void enter('write');
  await time.settle();
  expect(passes).toHaveLength(4);
});
