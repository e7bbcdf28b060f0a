import { describe, expect, test } from 'vitest';
import { backoff, retryAfter } from '../../lib/http/retry.ts';

describe('pauses', () => {
  test('grow, stay under the ceiling and spread', () => {
    expect([1, 2, 3, 30].map((tries) => backoff(tries, () => 1))).toEqual([1000, 2000, 4000, 300_000]);
    expect(backoff(1, () => 0)).toBe(500);
  });

  test('read Retry-After as seconds or as a date', () => {
    expect(retryAfter(new Headers({ 'Retry-After': '3' }), 1000)).toBe(4000);
    expect(retryAfter(new Headers({ 'Retry-After': 'Thu, 01 Jan 1970 00:01:00 GMT' }), 1000)).toBe(60_000);
    expect(retryAfter(new Headers({ 'Retry-After': 'soon' }), 1000)).toBeUndefined();
  });
});
