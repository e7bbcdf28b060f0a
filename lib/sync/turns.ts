/** Work on one key goes one after the other; keys don't wait for each other. */
export function createTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const next = (last.get(key) ?? Promise.resolve()).catch(() => undefined).then(work);
    const end = next.finally(() => {
      if (last.get(key) === end) last.delete(key);
    });
    last.set(key, end);
    return end;
  };
}
