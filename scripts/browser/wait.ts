export const sleep = (ms: number) => new Promise<void>((go) => setTimeout(go, ms));

/** Asks again and again until `ask` gives something truthy; throws with `what` when it never does. */
export async function until<T>(what: string, ask: () => Promise<T> | T, ms = 15_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  let last: unknown;
  for (;;) {
    try {
      const value = await ask();
      if (value) return value as NonNullable<T>;
      last = undefined;
    } catch (error) {
      // A page that is just being replaced throws; it is asked again like any other "not yet".
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`, { cause: last });
    await sleep(100);
  }
}
