import 'fake-indexeddb/auto';
import { parentPort, workerData } from 'node:worker_threads';
import { plant } from './plant.ts';

/** What one worker is told to play. */
export interface Order {
  first: number;
  /** Every so many seeds: the others are another worker's. */
  stride: number;
  end: number;
  steps: number;
  tell: boolean;
  mutant?: string | undefined;
}

const order = workerData as Order;
Error.stackTraceLimit = 40;
// What the product says to its console belongs to a replay only.
if (!order.tell) console.error = console.warn = () => undefined;
if (order.mutant) plant(order.mutant);
// Only now: what is planted must be planted before the product is loaded.
const [{ current, runHistory }, { countImmediates, rememberClocks }, { plainCrypto }] = await Promise.all([
  import('./history.ts'),
  import('./loop.ts'),
  import('./plain-crypto.ts'),
]);
countImmediates();
rememberClocks();
Object.defineProperty(globalThis, 'crypto', { value: plainCrypto(() => current.chance), configurable: true });

// In a browser this is an error in the extension's console; here it is a breach of the history that plays.
process.on('unhandledRejection', (cause) =>
  current.unhandled.push(cause instanceof Error ? String(cause.stack?.match(/lib\/[^)\n]*/g)?.join(' < ')) : String(cause)),
);

const tell = (line: string): void => parentPort?.postMessage({ line });
for (let seed = order.first; seed < order.end; seed += order.stride) {
  const end = await runHistory(seed, { steps: order.steps, ...(order.tell ? { tell } : {}) });
  parentPort?.postMessage({ end });
}
