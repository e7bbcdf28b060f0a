import { describe, expect, test } from 'vitest';
import { createLimiter, type Limiter, type Pass, type Priority } from '../../lib/http/limiter.ts';
import type { Connection } from '../../lib/model/connection.ts';
import { CLIO_US, fakeTime, HL } from './http-parts.ts';

function gate(connection: Connection = HL) {
  const time = fakeTime();
  const limiter: Limiter = createLimiter({ now: time.now, sleep: time.sleep, random: () => 1 });
  const passes: Pass[] = [];
  const order: string[] = [];
  const refused: { code: string; until?: number }[] = [];
  const enter = (priority: Priority = 'interactive', name: string = priority, signal?: AbortSignal) =>
    limiter.enter(connection, priority, signal).then(
      (pass) => {
        passes.push(pass);
        order.push(name);
      },
      (error) => refused.push({ code: error?.code ?? 'aborted', until: error?.facts?.until }),
    );
  return { time, limiter, passes, order, refused, enter };
}
const hl = (remaining: number, max = 100, more: Record<string, string> = {}) =>
  new Headers({
    'X-RateLimit-Max': String(max),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Interval-Milliseconds': '10000',
    ...more,
  });

describe('before the first header', () => {
  test.each([
    [HL, 100],
    [CLIO_US, 50],
  ])('the documented limit holds', async (connection, max) => {
    const { enter, passes, time, limiter } = gate(connection);
    for (let count = 0; count < max + 5; count++) void enter();
    await time.settle();
    expect(passes).toHaveLength(max);
    expect(limiter.meter(connection)).toMatchObject({ used: max, max, remaining: 0 });
  });
});

describe('with HighLevel', () => {
  test('nothing leaves a window known to be exhausted, and all goes on after it', async () => {
    const { enter, passes, time, limiter } = gate();
    void enter();
    await time.settle();
    passes[0]?.answered(200, hl(0));
    void enter();
    await time.pass(9_999);
    expect(passes).toHaveLength(1);
    expect(limiter.meter(HL).until).toBe(time.now() + 1);
    await time.pass(1);
    expect(passes).toHaveLength(2);
  });

  test("colleagues' calls count: Remaining outranks our own count", async () => {
    const { enter, passes, time, limiter } = gate();
    void enter();
    await time.settle();
    passes[0]?.answered(200, hl(3));
    for (let count = 0; count < 6; count++) void enter();
    await time.settle();
    expect(passes).toHaveLength(4);
    expect(limiter.meter(HL)).toMatchObject({ remaining: 0, max: 100 });
  });

  test("a trial account's smaller limit is learnt from the header", async () => {
    const { enter, passes, time, limiter } = gate();
    void enter();
    await time.settle();
    passes[0]?.answered(200, hl(24, 25));
    expect(limiter.meter(HL)).toMatchObject({ max: 25, remaining: 24 });
    for (let count = 0; count < 40; count++) void enter();
    await time.settle();
    expect(passes).toHaveLength(25);
    for (const pass of passes.slice(1)) pass.answered(200, hl(0, 25));
    await time.pass(10_000);
    expect(passes).toHaveLength(41);
  });

  test('429 pauses to the end of a whole interval plus jitter, though no Retry-After comes', async () => {
    const { enter, passes, time } = gate();
    void enter();
    await time.settle();
    passes[0]?.answered(429, hl(0));
    void enter();
    await time.pass(10_249);
    expect(passes).toHaveLength(1);
    await time.pass(1);
    expect(passes).toHaveLength(2);
  });

  test('late answers of an older window do not open or close the present one', async () => {
    const { enter, passes, time, limiter } = gate();
    void enter();
    void enter();
    await time.settle();
    passes[0]?.answered(200, hl(50));
    await time.pass(10_000);
    void enter();
    await time.settle();
    passes[1]?.answered(200, hl(1));
    expect(limiter.meter(HL)).toMatchObject({ remaining: 99 });
  });

  test('an exhausted day refuses at once, with the time it ends, and opens the next day', async () => {
    const { enter, passes, refused, time } = gate();
    void enter();
    await time.settle();
    passes[0]?.answered(200, hl(50, 100, { 'X-RateLimit-Daily-Remaining': '0' }));
    await enter();
    expect(refused).toEqual([{ code: 'daily-limit', until: (Math.floor(time.now() / 86_400_000) + 1) * 86_400_000 }]);
    await time.pass(86_400_000);
    await enter();
    expect(passes).toHaveLength(2);
  });

  test('a lost call ends its window too', async () => {
    const { enter, passes, time } = gate();
    for (let count = 0; count < 101; count++) void enter();
    await time.settle();
    for (const pass of [...passes]) pass.lost();
    await time.pass(10_000);
    expect(passes).toHaveLength(101);
  });
});

describe('with Clio', () => {
  test('Reset says when the window ends, and a long wait is refused rather than sat out', async () => {
    const { enter, passes, refused, time } = gate(CLIO_US);
    void enter();
    await time.settle();
    const reset = Math.ceil(time.now() / 1000) + 40;
    passes[0]?.answered(
      200,
      new Headers({ 'X-RateLimit-Limit': '50', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(reset) }),
    );
    await enter();
    expect(refused).toEqual([{ code: 'rate-limited', until: reset * 1000 }]);
    await time.pass(30_000);
    void enter();
    await time.pass(10_000);
    expect(passes).toHaveLength(2);
  });

  test('a greater limit off peak is taken from the header', async () => {
    const { enter, passes, time, limiter } = gate(CLIO_US);
    void enter();
    await time.settle();
    passes[0]?.answered(200, new Headers({ 'X-RateLimit-Limit': '200', 'X-RateLimit-Remaining': '199' }));
    expect(limiter.meter(CLIO_US)).toMatchObject({ max: 200, remaining: 199 });
  });
});

describe('urgency', () => {
  test('interactive goes before write before background', async () => {
    const { enter, passes, order, time } = gate();
    void enter('interactive', 'first');
    await time.settle();
    passes[0]?.answered(429, hl(0));
    void enter('background');
    void enter('write');
    void enter('interactive');
    await time.pass(10_250);
    // Colleagues took the rest of that window, so one at a time is on its way.
    for (const at of [1, 2]) {
      expect(passes).toHaveLength(at + 1);
      passes[at]?.answered(200, hl(100 - at));
      await time.settle();
    }
    expect(order).toEqual(['first', 'interactive', 'write', 'background']);
  });

  test('background leaves a fifth of the window to people', async () => {
    const { enter, passes, time } = gate();
    for (let count = 0; count < 100; count++) void enter('background');
    await time.settle();
    expect(passes).toHaveLength(80);
    void enter('interactive');
    await time.settle();
    expect(passes).toHaveLength(81);
  });

  test('a caller that turns away leaves the queue', async () => {
    const { enter, passes, refused, time } = gate();
    void enter();
    await time.settle();
    passes[0]?.answered(429, hl(0));
    const away = new AbortController();
    void enter('interactive', 'gone', away.signal);
    await time.settle();
    away.abort();
    await time.pass(20_000);
    expect(passes).toHaveLength(1);
    expect(refused).toHaveLength(1);
  });
});
