import 'fake-indexeddb/auto';
import { plant } from './plant.ts';

/**
 * Every await of two short stories in turn is the one at which the worker dies, just before it and just after it; nothing else goes wrong.
 * A process of its own, as it stands in for timers and crypto. It says as JSON how many deaths each story had, and what was wrong. With the
 * name of a planted bug: with that bug in the product.
 */
const [, , mutant] = process.argv;
if (mutant) plant(mutant);
console.error = () => undefined;
// Only now: what is planted must be planted before the product is loaded.
const [{ current }, { countImmediates, rememberClocks }, { plainCrypto }, { chain, click, sweep }] = await Promise.all([
  import('./history.ts'),
  import('./loop.ts'),
  import('./plain-crypto.ts'),
  import('./sweep-stories.ts'),
]);
countImmediates();
rememberClocks();
Object.defineProperty(globalThis, 'crypto', { value: plainCrypto(() => current.chance), configurable: true });
console.log(JSON.stringify({ chain: await sweep(chain), click: await sweep(click) }));
