import { createLimiter, type LimiterParts, type Priority } from '../../lib/http/limiter.ts';
import type { Connection } from '../../lib/model/connection.ts';
import { AppError } from '../../lib/model/errors.ts';
import type { System } from '../../lib/model/subject.ts';
import { fakeTime, HL } from '../unit/http-parts.ts';

/** Random numbers from a seed (mulberry32), 0..1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Rules {
  max: number;
  intervalMs: number;
}

/** A server's fixed window, begun by the first call after the last one ended: HighLevel's as the sandbox plays it. */
export function fixedWindow({ max, intervalMs }: Rules, now: () => number, system: System = 'highlevel') {
  let start = Number.NEGATIVE_INFINITY;
  let count = 0;
  const refusals: number[] = [];
  return {
    refusals,
    /** Counts a call; its status and headers. */
    take(): { status: number; headers: Headers } {
      if (now() >= start + intervalMs) [start, count] = [now(), 0];
      const status = count < max ? 200 : 429;
      if (status === 200) count += 1;
      else refusals.push(now());
      const end = start + intervalMs;
      const remaining = { 'x-ratelimit-remaining': String(max - count) };
      const headers = new Headers(
        system === 'highlevel'
          ? { 'x-ratelimit-max': String(max), 'x-ratelimit-interval-milliseconds': String(intervalMs), ...remaining }
          : { 'x-ratelimit-limit': String(max), 'x-ratelimit-reset': String(Math.ceil(end / 1000)), ...remaining },
      );
      if (status === 429 && system === 'clio') headers.set('retry-after', String(Math.ceil((end - now()) / 1000)));
      return { status, headers };
    },
  };
}

export interface Crowd {
  clients: number;
  /** Calls that each client always wants to have on their way, by urgency. */
  wants: Partial<Record<Priority, number>>;
  seconds: number;
  rules: Rules;
  seed: number;
  /** ms there and back. */
  trip?: [number, number];
  /** Seconds between a person's reads, on average; 0: always reading. */
  thinks?: number;
  parts?: Partial<LimiterParts>;
  /** HighLevel's unless said; Clio's answers name the end of the window. */
  connection?: Connection;
}

/** Many browsers of one firm, each with its own limiter, at one server: who got how much, and what was refused. */
export async function crowd({
  clients,
  wants,
  seconds,
  rules,
  seed,
  trip = [80, 300],
  thinks = 0,
  parts,
  connection = HL,
}: Crowd) {
  const time = fakeTime();
  const random = seeded(seed);
  const server = fixedWindow(rules, time.now, connection.system);
  const end = time.now() + seconds * 1000;
  const calls = Array.from({ length: clients }, () => ({ interactive: 0, write: 0, background: 0 }));
  const waits: number[] = [];
  const half = () => Math.round((trip[0] + random() * (trip[1] - trip[0])) / 2);
  const run = async (client: number, limiter: ReturnType<typeof createLimiter>, to: Connection, priority: Priority) => {
    await time.sleep(Math.round(random() * 500));
    while (time.now() < end) {
      if (priority === 'interactive' && thinks) await time.sleep(Math.round(random() * thinks * 2000));
      const asked = time.now();
      const pass = await limiter.enter(to, priority).catch((error: AppError) => error);
      if (pass instanceof AppError) {
        await time.sleep(Math.max(1, (pass.facts.until ?? 0) - time.now()));
        continue;
      }
      if (priority === 'interactive') waits.push(time.now() - asked);
      await time.sleep(half());
      const { status, headers } = server.take();
      if (status === 200) calls[client]![priority] += 1;
      await time.sleep(half());
      pass.answered(status, headers);
    }
  };
  for (let client = 0; client < clients; client += 1) {
    const limiter = createLimiter({ now: time.now, sleep: time.sleep, random, ...parts });
    for (const [priority, count] of Object.entries(wants) as [Priority, number][])
      for (let one = 0; one < count; one += 1) void run(client, limiter, connection, priority);
  }
  await time.pass(seconds * 1000);
  return { calls, waits, refusals: server.refusals, bound: (rules.max * seconds * 1000) / rules.intervalMs };
}

/** Jain's index: 1 when all got the same, 1/n when one got all. */
export const fairness = (shares: number[]): number =>
  shares.reduce((sum, one) => sum + one, 0) ** 2 / (shares.length * shares.reduce((sum, one) => sum + one * one, 0) || 1);
