import { describe, expect, test } from 'vitest';
import { fakeTime, HL } from './http-parts.ts';
import { DAY, day, hl, memory, midnightAfter, worker } from './limiter-parts.ts';

describe('the worker dies', () => {
  test('during a pause: the next one waits for its end', async () => {
    const time = fakeTime();
    const disk = memory();
    await worker(time, HL, disk).call(429, hl(0));
    const until = time.now() + 10_250;
    await time.pass(4_000);
    const next = worker(time, HL, disk);
    void next.enter();
    await time.pass(6_249);
    expect(next.passes).toHaveLength(0);
    expect(next.limiter.meter(HL).until).toBe(until);
    await time.pass(1);
    expect(next.passes).toHaveLength(1);
  });

  test('on an exhausted day: the next one makes no call', async () => {
    const time = fakeTime();
    const disk = memory();
    await worker(time, HL, disk).call(200, hl(50, day(0)));
    const next = worker(time, HL, disk);
    await next.enter('write');
    expect(next.refused).toEqual([{ code: 'daily-limit', until: midnightAfter(time.now()) }]);
    expect(next.limiter.meter(HL)).toMatchObject({ dailyRemaining: 0, until: midnightAfter(time.now()) });
  });

  test('a pause of one connection is not that of another', async () => {
    const time = fakeTime();
    const disk = memory();
    await worker(time, HL, disk).call(429, hl(0));
    const other = worker(time, { ...HL, id: 'highlevel:LOC2' }, disk);
    await other.enter();
    expect(other.passes).toHaveLength(1);
  });

  test("a trial account's smaller limit is known to the next worker before its first call", async () => {
    const time = fakeTime();
    const disk = memory();
    await worker(time, HL, disk).call(200, hl(24, { 'X-RateLimit-Max': '25' }));
    const next = worker(time, HL, disk);
    for (let count = 0; count < 40; count += 1) void next.enter();
    await time.settle();
    expect(next.passes).toHaveLength(25);
  });

  test.each([
    ['a pause', 429, hl(0)],
    ['an exhausted day', 200, hl(50, day(0))],
  ])('during %s, and the clock was put back a year: a call goes to see', async (_, status, headers) => {
    const time = fakeTime();
    const disk = memory();
    await worker(time, HL, disk).call(status, headers);
    const next = worker(fakeTime(time.now() - 365 * DAY), HL, disk);
    await next.enter('write');
    expect([next.passes.length, next.refused]).toEqual([1, []]);
  });

  test('and a year-long pause was named: it is looked at again each day', async () => {
    const time = fakeTime();
    const disk = memory();
    await worker(time, HL, disk).call(429, new Headers({ 'Retry-After': String(365 * 86_400) }));
    const next = worker(time, HL, disk);
    await next.enter();
    expect(next.refused[0]?.until).toBe(time.now() + DAY);
  });

  test('and its memory cannot be read: it works as on the first day', async () => {
    const next = worker(fakeTime(), HL, { recall: () => Promise.reject(new Error('no storage')) });
    await next.enter();
    expect(next.passes).toHaveLength(1);
  });

  test('ordinary answers are not written down one by one', async () => {
    const time = fakeTime();
    const writes: string[] = [];
    const { call } = worker(time, HL, { recall: async () => undefined, remember: (id) => void writes.push(id) });
    for (let count = 1; count <= 50; count += 1) await call(200, hl(100 - count, day(200_000 - count)));
    expect(writes).toEqual([]);
  });
});
