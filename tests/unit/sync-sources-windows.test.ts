import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterPage, askFrom, isFresh, type Place, restarted } from '../../lib/sync/windows.ts';

const MINUTE = 60_000;
const OVERLAP = 5 * MINUTE;
const START = Date.parse('2026-11-22T17:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

interface Served {
  id: number;
  version: number;
  changed: number;
  /** The index shows it from here on. */
  shown: number;
}

/** A vendor with a clock of its own, whose records change while somebody pages through them. */
function createVendor(lag: () => number) {
  let now = START;
  const rows = new Map<number, Served>();
  /** What the list shows: versions become visible after their lag. */
  let waiting: Served[] = [];
  const shown = new Map<number, Served>();
  const settle = (): void => {
    for (const row of waiting.filter((one) => one.shown <= now)) shown.set(row.id, row);
    waiting = waiting.filter((one) => one.shown > now);
  };
  return {
    rows,
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    /** `lag` may not turn two versions of one record about. */
    touch(id: number) {
      const row = { id, version: (rows.get(id)?.version ?? 0) + 1, changed: now, shown: now + lag() };
      waiting = waiting.filter((one) => one.id !== id);
      rows.set(id, row);
      waiting.push(row);
    },
    remove(id: number) {
      settle();
      rows.delete(id);
      shown.delete(id);
      waiting = waiting.filter((one) => one.id !== id);
    },
    byId(from: string | undefined, after: number, most: number) {
      settle();
      const found = [...shown.values()].filter((one) => one.id > after && (!from || one.changed > Date.parse(from)));
      return found.sort((a, b) => a.id - b.id).slice(0, most);
    },
    byChange(from: string | undefined, after: [number, number] | undefined, most: number) {
      settle();
      const found = [...shown.values()].filter((one) => !from || one.changed >= Date.parse(from));
      const isBehind = (one: Served) => !after || one.changed > after[0] || (one.changed === after[0] && one.id > after[1]);
      return found
        .sort((a, b) => a.changed - b.changed || a.id - b.id)
        .filter(isBehind)
        .slice(0, most);
    },
  };
}

type Vendor = ReturnType<typeof createVendor>;
type Act = { kind: 'touch' | 'remove' | 'pass'; id: number; ms: number };

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('touch', 'touch', 'remove', 'pass'),
  id: fc.integer({ min: 1, max: 30 }),
  ms: fc.integer({ min: 0, max: 9 * MINUTE }),
});
const acts = fc.array(fc.array(act, { maxLength: 6 }), { minLength: 1, maxLength: 40 });
const carryOut = (vendor: Vendor, all: Act[]): void => {
  for (const { kind, id, ms } of all) {
    if (kind === 'pass') vendor.pass(ms);
    else if (kind === 'touch') vendor.touch(id);
    else vendor.remove(id);
  }
};

/** Reads by cursor, one page at a time; keeps what it read. */
function createClient(vendor: Vendor, ordered: boolean, skew: number) {
  let place: Place = {};
  const kept = new Map<number, number>();
  return {
    kept,
    place: () => place,
    /** One page of four; true when the walk is over. `forget`: the page token is refused. */
    page(forget = false): boolean {
      if (forget) place = restarted(place);
      const from = askFrom(place, OVERLAP);
      const token = place.walk?.token as [number, number] | undefined;
      const rows = ordered ? vendor.byChange(from, token, 4) : vendor.byId(from, token?.[1] ?? 0, 4);
      const seen = rows.map((one) => ({ ...one, id: String(one.id), changedAt: iso(one.changed), etag: String(one.version) }));
      for (const row of seen.filter((one) => isFresh(place, one))) kept.set(Number(row.id), row.version);
      const last = rows.at(-1);
      const next = rows.length < 4 || !last ? undefined : [last.changed, last.id];
      // A crash keeps the place in the store: through JSON, as it were.
      place = JSON.parse(JSON.stringify(afterPage(place, seen, next, vendor.now() + skew, OVERLAP)));
      return place.walk === undefined;
    },
  };
}

const missing = (vendor: Vendor, kept: Map<number, number>): number[] =>
  [...vendor.rows.values()].filter((row) => kept.get(row.id) !== row.version).map((row) => row.id);

function runs(ordered: boolean, lag: (index: number) => number) {
  return fc.property(acts, fc.integer({ min: -10, max: 10 }), fc.array(fc.boolean()), (rounds, skew, refusals) => {
    let count = 0;
    const vendor = createVendor(() => {
      count += 1;
      return lag(count);
    });
    for (let id = 1; id <= 12; id += 1) vendor.touch(id);
    const client = createClient(vendor, ordered, skew * MINUTE);
    rounds.forEach((round, index) => {
      carryOut(vendor, round);
      client.page(refusals[index]);
    });
    // At rest: the walk under way is ended, one more is made once the index has caught up.
    while (!client.page());
    vendor.pass(OVERLAP);
    while (!client.page());
    expect(missing(vendor, client.kept)).toEqual([]);
  });
}

describe('no record is lost', () => {
  test('on pages in the order of ids, whatever changes, goes or comes in between, by whatever clock', () => {
    fc.assert(
      runs(false, () => 0),
      { numRuns: 400 },
    );
  });

  test('on pages in the order of change, from an index that lags by up to two minutes', () => {
    fc.assert(
      runs(true, (count) => (count * 37_000) % (2 * MINUTE)),
      { numRuns: 400 },
    );
  });

  test('on pages in the order of ids from a list that shows changes late', () => {
    fc.assert(
      runs(false, (count) => (count * 53_000) % (4 * MINUTE)),
      { numRuns: 400 },
    );
  });
});

describe('the place', () => {
  const row = (id: string, at: number, etag = '1') => ({ id, changedAt: iso(at), etag });

  test('what the overlap brings again is not read again, unless it has changed', () => {
    const place = afterPage({}, [row('1', START), row('2', START + 1000)], undefined, START, OVERLAP);
    expect(askFrom(place, OVERLAP)).toBe(iso(START + 1000 - OVERLAP));
    expect(isFresh(place, row('1', START))).toBe(false);
    expect(isFresh(place, row('1', START, '2'))).toBe(true);
    expect(isFresh(place, { id: '1' })).toBe(true);
  });

  test('a computer whose clock is ahead or behind asks for the same', () => {
    const at = (skew: number) => {
      const first = afterPage({}, [row('1', START)], 'a', START + skew, OVERLAP);
      return askFrom(afterPage(first, [row('2', START + 3000)], undefined, START + skew + 2000, OVERLAP), OVERLAP);
    };
    expect(at(10 * MINUTE)).toBe(at(-10 * MINUTE));
  });

  test('a walk of many pages ends no later than it began', () => {
    const first = afterPage({}, [row('1', START - 9000)], 'a', START, OVERLAP);
    const last = afterPage(first, [row('2', START + 60_000)], undefined, START + 60_000, OVERLAP);
    expect(last.since).toBe(iso(START));
    // The clock was put back on the way: nothing is concluded from it.
    const back = afterPage(first, [row('2', START + 60_000)], undefined, START - 60_000, OVERLAP);
    expect(back.since).toBe(iso(START - 9000));
  });

  test('it stays small however many records change at once', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row(String(index), START + index));
    const place = afterPage({}, rows, undefined, START, OVERLAP);
    expect(Object.keys(place.seen ?? {})).toHaveLength(1000);
    expect(isFresh(place, row('4999', START + 4999))).toBe(false);
  });
});
