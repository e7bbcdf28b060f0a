import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSpan, spanValue } from '../../lib/merge/span.ts';

it('a span reads back as it was written, in any zone', () => {
  const zones = fc.constantFrom(
    'America/Vancouver',
    'UTC',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'America/St_Johns',
    'America/Sao_Paulo',
  );
  const days = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zones, days, fc.integer({ min: 0, max: 3000 }), fc.boolean(), (where, start, minutes, allDay) => {
      const end = new Date(start.getTime() + minutes * 60_000).toISOString();
      const value = spanValue({ startsAt: start.toISOString(), endsAt: end, allDay }, where)!;
      expect(spanValue(readSpan(value, where)!, where)).toBe(value);
    }),
    { numRuns: 3000 },
  );
});
