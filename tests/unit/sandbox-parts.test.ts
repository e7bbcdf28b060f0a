import { describe, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import type { Route } from '../../sandbox/exchange.ts';
import { fixedWindow, slidingWindow } from '../../sandbox/limits.ts';
import { createRouter } from '../../sandbox/router.ts';

const stopped = () => {
  let now = 1_000_000;
  const clock = createClock(() => now);
  return { clock, pass: (ms: number) => (now += ms) };
};

describe('the router', () => {
  const route = (id: string, method: string, path: string): Route<null> => ({
    id,
    method,
    path,
    handle: () => ({ status: 200 }),
  });
  const router = createRouter([
    route('get', 'GET', '/contacts/:contactId'),
    route('search', 'POST', '/contacts/search'),
    route('duplicate', 'GET', '/contacts/search'),
    route('task', 'PUT', '/contacts/:contactId/tasks/:taskId'),
    route('list', 'GET', '/contacts/'),
  ]);
  const id = (method: string, path: string) => router.match({ method, path })?.route.id;

  test('takes one segment a parameter and decodes it', () => {
    const found = router.match({ method: 'PUT', path: '/contacts/a%20b/tasks/9' });
    expect(found?.params).toEqual({ contactId: 'a b', taskId: '9' });
    expect(id('GET', '/contacts/1/2')).toBeUndefined();
    expect(id('PUT', '/contacts//tasks/9')).toBeUndefined();
  });

  test('prefers a literal segment to a parameter, and ignores a trailing slash', () => {
    expect(id('GET', '/contacts/search')).toBe('duplicate');
    expect(id('GET', '/contacts/other')).toBe('get');
    expect([id('GET', '/contacts'), id('GET', '/contacts/')]).toEqual(['list', 'list']);
  });

  test('tells which methods a path has, and none for a path it does not know', () => {
    expect(router.methodsAt('/contacts/search').sort()).toEqual(['GET', 'POST']);
    expect(router.methodsAt('/nowhere')).toEqual([]);
    expect(id('DELETE', '/contacts/1')).toBeUndefined();
  });

  test('does not match a segment that cannot be decoded', () => {
    expect(id('GET', '/contacts/%E0%A4%A')).toBeUndefined();
  });
});

describe('the clock', () => {
  test('runs with real time, plus what it was moved by', () => {
    const { clock, pass } = stopped();
    clock.advance(500);
    pass(20);
    expect(clock.now()).toBe(1_000_520);
    clock.set(7_000_000);
    pass(3);
    expect(clock.now()).toBe(7_000_003);
    clock.reset();
    expect(clock.now()).toBe(1_000_023);
  });

  test('refuses to become no time at all', () => {
    const { clock } = stopped();
    expect(() => clock.advance(Number.NaN)).toThrow(TypeError);
    expect(() => clock.set(Number.NaN)).toThrow(TypeError);
  });
});

describe('the limits', () => {
  test('a fixed window refuses the call too many and opens again at its reset time', () => {
    const { clock } = stopped();
    const limit = fixedWindow(clock, { max: 2, ms: 1000 });
    expect(limit.take('a')).toEqual({ allowed: true, max: 2, remaining: 1, resetAt: 1_001_000 });
    clock.advance(600);
    expect(limit.take('a').remaining).toBe(0);
    expect(limit.take('a')).toEqual({ allowed: false, max: 2, remaining: 0, resetAt: 1_001_000 });
    expect(limit.take('b').allowed).toBe(true);
    clock.advance(399);
    expect(limit.peek('a').allowed).toBe(false);
    clock.advance(1);
    expect(limit.peek('a')).toMatchObject({ allowed: true, remaining: 2 });
  });

  test('a sliding window frees each call on its own', () => {
    const { clock } = stopped();
    const limit = slidingWindow(clock, { max: 2, ms: 1000 });
    limit.take('a');
    clock.advance(600);
    limit.take('a');
    expect(limit.take('a')).toMatchObject({ allowed: false, resetAt: 1_001_000 });
    clock.advance(400);
    expect(limit.take('a')).toMatchObject({ allowed: true, remaining: 0 });
    expect(limit.take('a')).toMatchObject({ allowed: false, resetAt: 1_001_600 });
  });

  test('a rule can be narrowed while calls are counted, and counts can be cleared', () => {
    const { clock } = stopped();
    const limit = fixedWindow(clock, { max: 5, ms: 1000 });
    limit.take('a');
    limit.setRule({ max: 1 });
    expect(limit.take('a')).toMatchObject({ allowed: false, max: 1, remaining: 0 });
    limit.clear();
    expect(limit.take('a').allowed).toBe(true);
  });

  test('a clock that is set back does not lock a window for ever', () => {
    const { clock } = stopped();
    const limit = fixedWindow(clock, { max: 1, ms: 1000 });
    limit.take('a');
    clock.advance(-5000);
    expect(limit.take('a').allowed).toBe(true);
  });
});
