import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import { dayOpens, ORDER, openAt, type Priority } from './urgency.ts';
import { type Budget, learn, leave, memoryOf, newBudget, type Remembered, restore, roll } from './window.ts';

export type { Priority } from './urgency.ts';

/** State of a connection's budget, for meters. `until`: no call before it (ms since 1970). */
export interface Meter {
  used: number;
  max: number;
  remaining: number;
  dailyMax?: number;
  dailyRemaining?: number;
  until?: number;
}

/** A call on its way. Exactly one of the two must be called. */
export interface Pass {
  answered(status: number, headers: Headers): void;
  /** No answer came. */
  lost(): void;
}

export interface Limiter {
  /** Resolves when the call may leave. Throws `rate-limited` or `daily-limit` with `until` when the wait would be too long to sit out. */
  enter(connection: Connection, priority: Priority, signal?: AbortSignal): Promise<Pass>;
  meter(connection: Connection): Meter;
}

export interface LimiterParts {
  now: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  random: () => number;
  /** Longest wait sat out, in ms. */
  longestWait?: number;
  /** Keeps what must outlive the worker (a pause, an exhausted day), and brings it back before a connection's first call. Left out, each worker learns anew. */
  remember?: (connectionId: string, state: Remembered) => void;
  recall?: (connectionId: string) => Promise<Remembered | undefined>;
}

/** A background worker is stopped after 30 s without events, so longer waits are for an alarm to bring back. */
const LONGEST_WAIT_MS = 15_000;
interface Waiting {
  priority: Priority;
  go: (pass: Pass) => void;
  stop: (error: unknown) => void;
}
interface Gate {
  connection: Connection;
  budget: Budget;
  queue: Waiting[];
  /** The timer under way, if any. */
  timer?: AbortController;
  /** True until what an earlier worker knew has been read. */
  recalling: boolean;
  /** What was remembered last, as text. */
  remembered: string;
}

/** One budget a connection; calls leave in the order of their urgency. */
export function createLimiter(parts: LimiterParts): Limiter {
  const gates = new Map<string, Gate>();
  const gateOf = (connection: Connection): Gate => {
    const known = gates.get(connection.id);
    if (known) return known;
    const gate: Gate = { connection, budget: newBudget(connection.system), queue: [], recalling: !!parts.recall, remembered: '' };
    gate.remembered = JSON.stringify(memoryOf(gate.budget));
    gates.set(connection.id, gate);
    void recall(parts, gate);
    return gate;
  };
  return {
    enter: (connection, priority, signal) => wait(parts, gateOf(connection), priority, signal),
    meter: (connection) => meterOf(gateOf(connection).budget, parts.now()),
  };
}

async function recall(parts: LimiterParts, gate: Gate): Promise<void> {
  if (!parts.recall) return;
  // Without its memory the limiter works as on the first day.
  const state = await parts.recall(gate.connection.id).catch(() => undefined);
  if (state) restore(gate.budget, state, parts.now());
  gate.recalling = false;
  pump(parts, gate);
}

function remember(parts: LimiterParts, gate: Gate): void {
  const memory = memoryOf(gate.budget);
  const text = JSON.stringify(memory);
  if (text !== gate.remembered) parts.remember?.(gate.connection.id, memory);
  gate.remembered = text;
}

function wait(parts: LimiterParts, gate: Gate, priority: Priority, signal?: AbortSignal): Promise<Pass> {
  return new Promise((go, stop) => {
    const given = () => gate.queue.includes(waiting) && take(gate, waiting).stop(signal?.reason);
    const settled =
      <V>(act: (value: V) => void) =>
      (value: V) => {
        signal?.removeEventListener('abort', given);
        act(value);
      };
    const waiting: Waiting = { priority, go: settled(go), stop: settled(stop) };
    signal?.addEventListener('abort', given, { once: true });
    gate.queue.push(waiting);
    gate.queue.sort((a, b) => ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority));
    pump(parts, gate);
  });
}

/** Lets go whoever may leave, refuses whoever would wait too long, and sets the timer for the rest. */
function pump(parts: LimiterParts, gate: Gate): void {
  if (gate.recalling) return;
  gate.timer?.abort();
  gate.timer = undefined;
  const now = parts.now();
  for (const waiting of [...gate.queue]) {
    const at = openAt(gate.budget, waiting.priority, now);
    if (at !== undefined && at - now > (parts.longestWait ?? LONGEST_WAIT_MS)) refuse(gate, waiting, at, now);
    else if (at !== undefined && at <= now) take(gate, waiting).go(pass(parts, gate));
  }
  const times = gate.queue.map((waiting) => openAt(gate.budget, waiting.priority, now)).filter((at) => at !== undefined);
  if (times.length) wake(parts, gate, Math.max(1, Math.min(...times) - now));
}

function wake(parts: LimiterParts, gate: Gate, ms: number): void {
  const timer = new AbortController();
  gate.timer = timer;
  parts.sleep(ms, timer.signal).then(
    () => gate.timer === timer && pump(parts, gate),
    () => undefined,
  );
}

function pass(parts: LimiterParts, gate: Gate): Pass {
  const { budget } = gate;
  const mark = leave(budget);
  const done = (act: () => void) => {
    budget.inFlight -= 1;
    act();
    remember(parts, gate);
    pump(parts, gate);
  };
  return {
    answered: (status, headers) => done(() => learn(budget, mark, status, headers, parts.now(), parts.random)),
    lost: () =>
      done(() => {
        if (mark.serial === budget.serial) budget.endsAt ??= parts.now() + budget.intervalMs;
      }),
  };
}

function meterOf(budget: Budget, now: number): Meter {
  roll(budget, now);
  const until = Math.max(budget.pausedUntil, budget.dailyUntil, budget.left <= 0 ? (budget.endsAt ?? 0) : 0);
  const remaining = Math.max(0, budget.left);
  return {
    used: budget.max - remaining,
    max: budget.max,
    remaining,
    dailyMax: budget.dailyMax,
    dailyRemaining: budget.dailyRemaining,
    until: until > now ? until : undefined,
  };
}

function take(gate: Gate, waiting: Waiting): Waiting {
  gate.queue.splice(gate.queue.indexOf(waiting), 1);
  return waiting;
}

function refuse(gate: Gate, waiting: Waiting, until: number, now: number): void {
  const code = dayOpens(gate.budget, waiting.priority, now) >= until ? 'daily-limit' : 'rate-limited';
  take(gate, waiting).stop(new AppError(code, { system: gate.connection.system, until }));
}
