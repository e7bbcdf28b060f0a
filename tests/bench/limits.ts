import { CLIO_US } from '../unit/http-parts.ts';
import { type Crowd, crowd, fairness } from './shared-window.ts';
import { p95, type Row } from './table.ts';

const HIGHLEVEL = { max: 100, intervalMs: 10_000 };
const CLIO = { max: 50, intervalMs: 60_000 };
const SECONDS = 300;

const sum = (values: number[]) => values.reduce((total, one) => total + one, 0);
const CASES: [what: string, crowd: Partial<Crowd>][] = [
  ['one user, writes without end', { clients: 1, wants: { write: 8 } }],
  ['one user, background without end', { clients: 1, wants: { background: 8 } }],
  ['20 users, one write at a time each', { clients: 20, wants: { write: 1 } }],
  ['20 users, four writes at a time each', { clients: 20, wants: { write: 4 } }],
  ['20 users, reads now and then, writes without end', { clients: 20, wants: { write: 2, interactive: 1 }, thinks: 15 }],
  ['Clio, one user, writes without end', { clients: 1, wants: { write: 8 }, rules: CLIO, connection: CLIO_US }],
];

/** How much of what the vendor allows is used, with a moved clock: the real limiter against a window that counts. */
export async function limitRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, given] of CASES) {
    const asked: Crowd = { clients: 1, wants: {}, seconds: SECONDS, rules: HIGHLEVEL, seed: 1, ...given };
    const { calls, refusals, bound, waits } = await crowd(asked);
    const each = calls.map((one) => one.interactive + one.write + one.background);
    const done = sum(each);
    const refused = `${refusals.length} of ${done + refusals.length} refused`;
    const shared = asked.clients > 1 ? `, fairness ${fairness(each).toFixed(2)}` : '';
    const waited = waits.length ? `, a read waits ${(p95(waits) / 1000).toFixed(1)} s at p95` : '';
    rows.push({
      what: `limiter: ${what}`,
      measured: `${done} calls`,
      bound: `${bound} calls`,
      ratio: done / bound,
      how: `${SECONDS} s of ${asked.rules.max} in ${asked.rules.intervalMs / 1000} s; ${refused}${shared}${waited}`,
    });
  }
  return rows;
}
