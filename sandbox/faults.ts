import type { Exchange } from './exchange.ts';

export type FaultName =
  | 'delay'
  | 'delayAfter'
  | 'resetBefore'
  | 'resetAfter'
  | 'hangAfter'
  | 'status'
  | 'statusAfter'
  | 'html200'
  | 'truncatedJson'
  | 'rateLimited'
  | 'offline';

/** Which calls a fault hits. All given parts must agree; a fault with none hits every call. */
export interface FaultTarget {
  /** Route id, or a prefix ending in `*` (`highlevel.*`). */
  route?: string;
  host?: string;
  method?: string;
  /** Path with `*` for any run of characters. */
  path?: string;
}

export interface FaultOrder extends FaultTarget {
  fault: FaultName;
  /** How many calls it hits: 1 unless told; `always` until cleared. */
  times?: number | 'always';
  /** How many matching calls pass untouched first. */
  skip?: number;
  /** Milliseconds to wait before the fault acts (for `delay` and `delayAfter`: before running or before answering). */
  ms?: number;
  /** For `status` and `statusAfter`. */
  code?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Fault extends FaultOrder {
  id: string;
  left: number;
  passing: number;
}

export interface Faults {
  play(order: FaultOrder): string;
  /** Takes the first fault that hits this call, counting it down. */
  take(exchange: Pick<Exchange, 'host' | 'method' | 'path'>, routeId: string | undefined): Fault | undefined;
  /** Removes one or all faults and answers whatever hangs because of them. */
  clear(id?: string): void;
  /** Answers calls held by `hangAfter` without removing the fault. */
  release(id?: string): void;
  pending(): Fault[];
  /** True while an `offline` fault is on: no connection is answered. */
  isOffline(): boolean;
  /** True while some fault would cut a connection. */
  severs(): boolean;
  /** Resolves when the held call may be answered. */
  held(id: string): Promise<void>;
  onPlay(listener: () => void): void;
}

const NAMES: readonly FaultName[] = [
  'delay',
  'delayAfter',
  'resetBefore',
  'resetAfter',
  'hangAfter',
  'status',
  'statusAfter',
  'html200',
  'truncatedJson',
  'rateLimited',
  'offline',
];

/** The faults waiting to be played, in the order they were asked for. */
export function createFaults(): Faults {
  let faults: Fault[] = [];
  const { held, release } = createWaitingRoom();
  const listeners: (() => void)[] = [];
  let count = 0;
  return {
    play(order) {
      check(order);
      count += 1;
      const left = order.times === 'always' || order.fault === 'offline' ? Number.POSITIVE_INFINITY : (order.times ?? 1);
      const fault: Fault = { ...order, id: `fault-${count}`, left, passing: order.skip ?? 0 };
      faults.push(fault);
      for (const listener of listeners) listener();
      return fault.id;
    },
    take(exchange, routeId) {
      const fault = faults.find((candidate) => hits(candidate, exchange, routeId));
      if (!fault) return undefined;
      if (fault.passing > 0) {
        fault.passing -= 1;
        return undefined;
      }
      fault.left -= 1;
      if (fault.left <= 0) faults = faults.filter((other) => other !== fault);
      return fault;
    },
    clear(id) {
      faults = id === undefined ? [] : faults.filter((fault) => fault.id !== id);
      release(id);
    },
    release,
    pending: () => faults.map((fault) => ({ ...fault })),
    isOffline: () => faults.some((fault) => fault.fault === 'offline'),
    severs: () => faults.some((fault) => ['resetBefore', 'resetAfter', 'hangAfter'].includes(fault.fault)),
    held,
    onPlay: (listener) => void listeners.push(listener),
  };
}

/** Calls that wait to be let go, each under the id of its fault. */
function createWaitingRoom(): Pick<Faults, 'held' | 'release'> {
  let waiting: { id: string; go: () => void }[] = [];
  return {
    held: (id) => new Promise((go) => waiting.push({ id, go })),
    release(id) {
      const free = waiting.filter((call) => id === undefined || call.id === id);
      waiting = waiting.filter((call) => !free.includes(call));
      for (const call of free) call.go();
    },
  };
}

function check(order: FaultOrder): void {
  if (!NAMES.includes(order.fault)) throw new TypeError(`no such fault: ${order.fault}; there are ${NAMES.join(', ')}`);
  if ((order.fault === 'status' || order.fault === 'statusAfter') && !Number.isInteger(order.code)) {
    throw new TypeError(`${order.fault} needs a code`);
  }
  if ((order.fault === 'delay' || order.fault === 'delayAfter') && !(Number(order.ms) > 0)) {
    throw new TypeError(`${order.fault} needs ms`);
  }
}

function hits(fault: Fault, exchange: Pick<Exchange, 'host' | 'method' | 'path'>, routeId: string | undefined): boolean {
  if (fault.host !== undefined && fault.host !== exchange.host) return false;
  if (fault.method !== undefined && fault.method.toUpperCase() !== exchange.method) return false;
  if (fault.path !== undefined && !wild(fault.path).test(exchange.path)) return false;
  return fault.route === undefined || (routeId !== undefined && wild(fault.route).test(routeId));
}

function wild(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
